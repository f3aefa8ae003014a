package direttore.domain.reservation.recurrence;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneRules;

/**
 * From when to when by the clocks of a place, as people mean it. What it is in instants depends on
 * the rules of the place, which governments change.
 */
public record LocalWindow(LocalDateTime start, LocalDateTime end, ZoneId zone) {
  /** Where it begins by the rules that this JVM knows. */
  public Instant startsAt() {
    return startsAt(zone.getRules());
  }

  /** Where it ends by the rules that this JVM knows. */
  public Instant endsAt() {
    return endsAt(zone.getRules());
  }

  /** Where it begins by other rules of its zone. */
  public Instant startsAt(ZoneRules rules) {
    return instant(start, rules);
  }

  /** Where it ends by other rules of its zone. */
  public Instant endsAt(ZoneRules rules) {
    return instant(end, rules);
  }

  /**
   * Whether nothing of it is left: a change of clocks skips its start and more than what was to
   * follow.
   */
  public boolean isSkipped() {
    return !startsAt().isBefore(endsAt());
  }

  /** What the change of clocks does to it, if any. */
  public ClockChange clockChange() {
    var rules = zone.getRules();
    if (offsets(start, rules) == 0 || offsets(end, rules) == 0) {
      return ClockChange.SKIPPED_TIME;
    }
    if (offsets(start, rules) == 2 || offsets(end, rules) == 2) {
      return ClockChange.REPEATED_TIME;
    }
    return rules.getOffset(start).equals(rules.getOffset(end))
        ? ClockChange.NONE
        : ClockChange.BETWEEN;
  }

  private static int offsets(LocalDateTime time, ZoneRules rules) {
    return rules.getValidOffsets(time).size();
  }

  /** As long by the clock, from another start. */
  LocalWindow startingAt(LocalDateTime other) {
    return new LocalWindow(other, other.plus(length()), zone);
  }

  /** How long it is by the clock. */
  public Duration length() {
    return Duration.between(start, end);
  }

  /**
   * In a time that is skipped, the offset before the change counts, as RFC 5545 says; of a time
   * that comes twice, the first.
   */
  private static Instant instant(LocalDateTime time, ZoneRules rules) {
    var transition = rules.getTransition(time);
    var offset = transition == null ? rules.getOffset(time) : transition.getOffsetBefore();
    return time.toInstant(offset);
  }
}
