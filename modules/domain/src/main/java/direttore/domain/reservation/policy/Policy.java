package direttore.domain.reservation.policy;

import direttore.domain.Refusal;
import direttore.domain.Refusal.Violation;
import java.util.ArrayList;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * By which rules people reserve; null and {@code true} say nothing.
 *
 * @param longestMinutes how long one may last
 * @param shortestMinutes how long one lasts at the least
 * @param horizonDays how far ahead one may begin
 * @param noticeMinutes how long before its start it is booked at the least
 * @param openMost how many somebody may have that are to come or under way
 * @param hoursMost how many hours of those may be ahead
 * @param pauseMinutes how long somebody leaves a resource to others between two of theirs
 * @param extendedMinutes how long one may last in all that is extended while it is under way
 * @param recurring whether it may repeat
 * @param waitingWeight in the waiting list, what was had counts as if it were so many times less
 * @param checkInMinutes how long after its start somebody has to check in, or else it is returned
 */
public record Policy(
    @Nullable Integer longestMinutes,
    @Nullable Integer shortestMinutes,
    @Nullable Integer horizonDays,
    @Nullable Integer noticeMinutes,
    @Nullable Integer openMost,
    @Nullable Integer hoursMost,
    @Nullable Integer pauseMinutes,
    @Nullable Integer extendedMinutes,
    boolean recurring,
    @Nullable Integer waitingWeight,
    @Nullable Integer checkInMinutes,
    ApprovalRule approval) {
  public static final int MOST_MINUTES = 527_040;
  public static final int MOST_DAYS = 3650;
  public static final int MOST_OPEN = 10_000;
  public static final int MOST_HOURS = 100_000;
  public static final int MOST_WEIGHT = 100;
  public static final int LEAST_CHECK_IN = 5;
  public static final int MOST_CHECK_IN = 1440;

  /** One that forbids nothing. */
  public static final Policy FREE =
      new Policy(
          null, null, null, null, null, null, null, null, true, null, null, ApprovalRule.NEVER);

  public Policy {
    var wrong = new ArrayList<Violation>();
    ApprovalRule.within(wrong, "longest_minutes", longestMinutes, MOST_MINUTES);
    ApprovalRule.within(wrong, "shortest_minutes", shortestMinutes, MOST_MINUTES);
    ApprovalRule.within(wrong, "horizon_days", horizonDays, MOST_DAYS);
    ApprovalRule.within(wrong, "notice_minutes", noticeMinutes, MOST_MINUTES);
    ApprovalRule.within(wrong, "open_most", openMost, MOST_OPEN);
    ApprovalRule.within(wrong, "hours_most", hoursMost, MOST_HOURS);
    ApprovalRule.within(wrong, "pause_minutes", pauseMinutes, MOST_MINUTES);
    ApprovalRule.within(wrong, "extended_minutes", extendedMinutes, MOST_MINUTES);
    ApprovalRule.within(wrong, "waiting_weight", waitingWeight, MOST_WEIGHT);
    if (checkInMinutes != null
        && (checkInMinutes < LEAST_CHECK_IN || checkInMinutes > MOST_CHECK_IN)) {
      wrong.add(
          new Violation(
              "check_in_minutes", "must be %d to %d".formatted(LEAST_CHECK_IN, MOST_CHECK_IN)));
    }
    if (longestMinutes != null && shortestMinutes != null && shortestMinutes > longestMinutes) {
      wrong.add(new Violation("shortest_minutes", "must not be more than longest_minutes"));
    }
    if (longestMinutes != null && extendedMinutes != null && extendedMinutes < longestMinutes) {
      wrong.add(new Violation("extended_minutes", "must not be less than longest_minutes"));
    }
    if (!wrong.isEmpty()) {
      throw new Refusal.Invalid(wrong);
    }
  }

  /** The same with a weight in the waiting list. */
  public Policy weighing(int weight) {
    return new Policy(
        longestMinutes,
        shortestMinutes,
        horizonDays,
        noticeMinutes,
        openMost,
        hoursMost,
        pauseMinutes,
        extendedMinutes,
        recurring,
        weight,
        checkInMinutes,
        approval);
  }

  /** The same with so many minutes to check in. */
  public Policy checkedIn(int minutes) {
    return new Policy(
        longestMinutes,
        shortestMinutes,
        horizonDays,
        noticeMinutes,
        openMost,
        hoursMost,
        pauseMinutes,
        extendedMinutes,
        recurring,
        waitingWeight,
        minutes,
        approval);
  }

  /** How many times less counts what was had. */
  public int weight() {
    return Objects.requireNonNullElse(waitingWeight, 1);
  }

  /** Whether what else somebody has is looked at. */
  public boolean counts() {
    return openMost != null || hoursMost != null || pauseMinutes != null;
  }
}
