package direttore.domain.reservation.policy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A rule that somebody would break.
 *
 * @param field what would have to be another in the request, or null where nothing of it
 * @param sentence why, and what would pass
 * @param limit what the rule says, in the unit of its code
 * @param value what it would be
 * @param passes the nearest value of the field that this rule lets pass, or null where none does
 */
public record BrokenRule(
    RuleCode code,
    @Nullable String field,
    String sentence,
    long limit,
    long value,
    @Nullable Instant passes) {
  /** The same, where the request calls the field by another name. */
  public BrokenRule at(String other) {
    return new BrokenRule(code, other, sentence, limit, value, passes);
  }
}
