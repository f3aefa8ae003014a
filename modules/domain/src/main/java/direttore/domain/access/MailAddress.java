package direttore.domain.access;

import direttore.domain.Refusal;
import java.util.regex.Pattern;

/** Where mail reaches somebody, such as {@code ada@lab.example}. */
public record MailAddress(String value) {
  public static final int LONGEST = 254;

  /** What every mail server takes; quoted local parts are not among it. */
  public static final String PATTERN =
      "^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
          + "@[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*$";

  private static final Pattern FORM = Pattern.compile(PATTERN);

  public MailAddress {
    if (value.length() > LONGEST || !FORM.matcher(value).matches()) {
      throw new Refusal.Invalid("mail", "must be an address such as ada@lab.example");
    }
  }

  /** What stands after the {@code @}. */
  public String domain() {
    return value.substring(value.lastIndexOf('@') + 1);
  }

  @Override
  public String toString() {
    return value;
  }
}
