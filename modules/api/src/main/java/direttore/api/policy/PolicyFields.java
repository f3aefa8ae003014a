package direttore.api.policy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import direttore.api.http.Fields;
import direttore.domain.reservation.policy.ApprovalRule;
import direttore.domain.reservation.policy.Policy;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the body of a policy. */
final class PolicyFields {
  private PolicyFields() {}

  /** Refuses with everything that is wrong with it. */
  static Policy read(ObjectNode body) {
    var fields = Fields.of(body);
    var within = fields.object("approval");
    var approval = within == null ? ApprovalRule.NEVER : approval(within);
    var policy = policy(fields, approval == null ? ApprovalRule.NEVER : approval);
    fields.refuseUnknown();
    fields.refuseIfAny();
    return Objects.requireNonNull(policy, "refused otherwise");
  }

  private static @Nullable Policy policy(Fields fields, ApprovalRule approval) {
    var longest = fields.integer("longest_minutes");
    var shortest = fields.integer("shortest_minutes");
    var horizon = fields.integer("horizon_days");
    var notice = fields.integer("notice_minutes");
    var open = fields.integer("open_most");
    var hours = fields.integer("hours_most");
    var pause = fields.integer("pause_minutes");
    var extended = fields.integer("extended_minutes");
    var recurring = fields.flag("recurring", true);
    var weight = fields.integer("waiting_weight");
    var checkIn = fields.integer("check_in_minutes");
    return fields.whole(() ->
        new Policy(
            longest, shortest, horizon, notice, open, hours, pause, extended, recurring, weight,
            checkIn, approval));
  }

  private static @Nullable ApprovalRule approval(Fields fields) {
    var wholeNode = fields.flag("whole_node", false);
    var hours = fields.integer("longer_than_hours");
    var cores = fields.integer("more_cores_than");
    var tags = fields.texts("tags");
    var within = fields.integer("within_hours");
    return fields.whole(
        () -> new ApprovalRule(wholeNode, hours, cores, new TreeSet<>(tags), within));
  }
}
