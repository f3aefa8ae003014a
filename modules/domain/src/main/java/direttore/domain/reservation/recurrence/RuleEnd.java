package direttore.domain.reservation.recurrence;

import java.time.LocalDateTime;

/** Where a rule ends: every rule does. */
public sealed interface RuleEnd {
  /** After so many times, those that are left out included. */
  record Count(int times) implements RuleEnd {}

  /** With the last one that starts no later than this, by the clocks of the place. */
  record Until(LocalDateTime last) implements RuleEnd {}
}
