package direttore.domain.guest;

import direttore.domain.Refusal;
import java.util.regex.Pattern;

/** A guest's name: DNS labels joined by dots, at most 253 characters (RFC 1123, 2.1). */
public record GuestName(String value) {
  private static final String LABEL = "[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?";
  private static final Pattern NAME = Pattern.compile(LABEL + "(\\." + LABEL + ")*");
  private static final int LONGEST = 253;

  public GuestName {
    if (value.length() > LONGEST || !NAME.matcher(value).matches()) {
      throw new Refusal.Invalid(
          "name",
          "must be a DNS name: letters, digits and inner hyphens, at most 63 characters a label");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
