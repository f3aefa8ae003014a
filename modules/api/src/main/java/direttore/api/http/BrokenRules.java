package direttore.api.http;

import direttore.domain.Refusal;
import direttore.domain.reservation.policy.BrokenRule;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which rules of reserving a request breaks, in a problem.
 *
 * @param code of the first
 */
record BrokenRules(String code, List<RuleView> broken) implements Problem.More {
  /** One of them. */
  record RuleView(
      String code,
      @Nullable String field,
      String detail,
      long limit,
      long value,
      @Nullable OffsetDateTime passes) {
    static RuleView of(BrokenRule rule, ZoneId zone) {
      return new RuleView(
          rule.code().wire(),
          rule.field(),
          rule.sentence(),
          rule.limit(),
          rule.value(),
          at(rule.passes(), zone));
    }
  }

  static BrokenRules of(Refusal.RuleBroken why, ZoneId zone) {
    var all = why.broken().stream().map(rule -> RuleView.of(rule, zone)).toList();
    return new BrokenRules(all.getFirst().code(), all);
  }

  private static @Nullable OffsetDateTime at(@Nullable Instant moment, ZoneId zone) {
    return moment == null ? null : OffsetDateTime.ofInstant(moment, zone);
  }
}
