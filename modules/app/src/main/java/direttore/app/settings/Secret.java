package direttore.app.settings;

/** A text that no log, message or answer may show. */
public record Secret(String value) {
  public Secret {
    if (value.isEmpty()) {
      throw new IllegalArgumentException("a secret must not be empty");
    }
  }

  @Override
  public String toString() {
    return "(secret)";
  }
}
