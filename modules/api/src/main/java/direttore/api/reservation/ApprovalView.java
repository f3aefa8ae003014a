package direttore.api.reservation;

import direttore.domain.reservation.policy.Approval;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What had to be approved, in answers.
 *
 * @param decision null as long as nobody has decided
 */
record ApprovalView(String why, OffsetDateTime approveBy, @Nullable DecisionView decision) {
  /** What somebody said. */
  record DecisionView(boolean approved, String by, Instant at, @Nullable String reason) {}

  static @Nullable ApprovalView of(@Nullable Approval approval, ZoneId zone) {
    return approval == null
        ? null
        : new ApprovalView(approval.why(), Zones.at(approval.by(), zone), decision(approval));
  }

  private static @Nullable DecisionView decision(Approval approval) {
    var decision = approval.decision();
    return decision == null
        ? null
        : new DecisionView(decision.approved(), decision.by(), decision.at(), decision.note());
  }
}
