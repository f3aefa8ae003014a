package direttore.domain.access;

import direttore.domain.Refusal;
import java.util.regex.Pattern;

/** The name of people who work together: lower-case letters, digits and {@code . _ -}. */
public record TeamName(String value) implements Comparable<TeamName> {
  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._-]{0,62}");

  public TeamName {
    if (!FORM.matcher(value).matches()) {
      throw new Refusal.Invalid(
          "team", "must be 1 to 63 lower-case letters, digits, dots, hyphens or underscores");
    }
  }

  @Override
  public int compareTo(TeamName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
