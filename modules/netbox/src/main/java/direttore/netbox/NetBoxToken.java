package direttore.netbox;

/** What NetBox knows us by: 40 characters, or from 4.5 on {@code nbt_KEY.TOKEN}. Never printed. */
public record NetBoxToken(String value) {
  private static final String SECOND_VERSION = "nbt_";

  public NetBoxToken {
    value = value.strip();
    if (value.isEmpty() || !value.chars().allMatch(c -> c > ' ' && c < 127)) {
      throw new IllegalArgumentException(
          "the token of NetBox must be given bare, without \"Token\" or \"Bearer\" before it");
    }
    if (value.startsWith(SECOND_VERSION) && value.indexOf('.') < 0) {
      throw new IllegalArgumentException(
          "the token of NetBox has only its key: it must be nbt_KEY.TOKEN");
    }
  }

  /** The header's value. */
  String header() {
    return (value.startsWith(SECOND_VERSION) ? "Bearer " : "Token ") + value;
  }

  @Override
  public String toString() {
    return "a token of NetBox";
  }
}
