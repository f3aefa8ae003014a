package direttore.domain.reservation.policy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a reservation that had to be approved.
 *
 * @param why why it had to be
 * @param by when it lapses without an approval
 * @param decision null as long as nobody has decided
 */
public record Approval(String why, Instant by, @Nullable Decision decision) {
  /** Whether nobody may say yes to it any more. */
  public boolean late(Instant now) {
    return !now.isBefore(by);
  }

  /**
   * What somebody decided.
   *
   * @param note what they said to it, or null
   */
  public record Decision(boolean approved, String by, Instant at, @Nullable String note) {}
}
