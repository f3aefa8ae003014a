package direttore.domain.reservation.life;

import direttore.domain.operation.Membership;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Which of a part's operations one is. What it does is not said: of two who decide at the same
 * moment, the second finds what the first submitted, whatever each made of what it saw.
 *
 * @param round the part's in which it was due
 * @param number how many came before it in the round
 */
public record PartKey(int round, int number) {
  private static final Pattern FORM = Pattern.compile("\\d+:\\d+");

  /** Whether an operation's place is in a part of a reservation, and in no group. */
  public static boolean names(Membership place) {
    return FORM.matcher(place.key()).matches();
  }

  /** The key that says the same. */
  public static PartKey parse(String text) {
    var colon = text.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("%s is no key of a part".formatted(text));
    }
    return new PartKey(
        Integer.parseInt(text.substring(0, colon)), Integer.parseInt(text.substring(colon + 1)));
  }

  /** The place of its operation. */
  Membership in(UUID part) {
    return new Membership(part, toString(), round);
  }

  @Override
  public String toString() {
    return round + ":" + number;
  }
}
