package direttore.domain.access;

/** What an API token is called by whoever has it. */
public record TokenName(String value) {
  public TokenName {
    value = ShortText.checked("name", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
