package direttore.api.reservation;

import direttore.domain.reservation.Margins;
import java.time.Duration;

/** How much longer than its window a reservation holds what it claims, where nothing is said. */
final class UsualMargins {
  private static final Duration GRACE = Duration.ofMinutes(10);
  private static final Duration TIDY = Duration.ofMinutes(5);
  private static final Duration LEAD = Duration.ofMinutes(5);
  private static final Duration LEAD_OF_EACH = Duration.ofSeconds(30);

  private UsualMargins() {}

  /**
   * Those of something that makes so many guests: none without any.
   *
   * @param destroys whether any of them is destroyed at the end
   */
  static Margins of(int guests, boolean destroys) {
    if (guests == 0) {
      return Margins.NONE;
    }
    var lead = LEAD.plus(LEAD_OF_EACH.multipliedBy(guests));
    return new Margins(whole(lead), destroys ? GRACE : Duration.ZERO, TIDY);
  }

  /** The same where only so much time is left: guests are begun early enough, as far as it goes. */
  static Margins of(int guests, boolean destroys, Duration left) {
    var usual = of(guests, destroys);
    var lead = left.isNegative() ? Duration.ZERO : whole(left);
    return usual.lead().compareTo(lead) < 0
        ? usual
        : new Margins(lead, usual.grace(), usual.tidy());
  }

  private static Duration whole(Duration lead) {
    return Duration.ofMinutes(lead.toMinutes());
  }
}
