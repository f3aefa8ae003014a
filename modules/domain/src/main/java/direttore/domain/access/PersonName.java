package direttore.domain.access;

import direttore.domain.Refusal;
import java.util.regex.Pattern;

/** The name that somebody signs in with; an e-mail address will do. */
public record PersonName(String value) implements Comparable<PersonName> {
  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,62}");

  public PersonName {
    if (!FORM.matcher(value).matches()) {
      throw new Refusal.Invalid(
          "name", "must be 1 to 63 lower-case letters, digits, dots, hyphens, underscores or @");
    }
  }

  @Override
  public int compareTo(PersonName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
