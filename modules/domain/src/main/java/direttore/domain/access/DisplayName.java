package direttore.domain.access;

/** What somebody is called in lists; their name to sign in with is a {@link PersonName}. */
public record DisplayName(String value) {
  public DisplayName {
    value = ShortText.checked("display", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
