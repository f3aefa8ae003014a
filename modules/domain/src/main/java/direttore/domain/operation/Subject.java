package direttore.domain.operation;

/**
 * Something that one operation at a time may change.
 *
 * @param kind what it is, such as {@code guest}
 * @param key which one of them
 */
public record Subject(String kind, String key) {
  public Subject {
    if (kind.isBlank() || key.isBlank()) {
      throw new IllegalArgumentException("a subject has a kind and a key");
    }
  }

  @Override
  public String toString() {
    return kind + "/" + key;
  }
}
