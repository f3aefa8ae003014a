package direttore.store.reservation;

import direttore.domain.reservation.Slot;
import direttore.domain.reservation.policy.PolicyBounds;
import java.time.Instant;

/** What of what is free instead somebody may have. */
interface SlotRules {
  /** Of those whom nothing binds. */
  SlotRules NONE =
      new SlotRules() {
        @Override
        public boolean mayBook(Ask instead) {
          return true;
        }

        @Override
        public PolicyBounds bounds(Plan asked, Instant now) {
          return PolicyBounds.none(now);
        }

        @Override
        public boolean allows(Plan asked, Slot slot) {
          return true;
        }
      };

  /** Whether they may book what is offered instead of what they asked for. */
  boolean mayBook(Ask instead);

  /** When it is worth looking for something. */
  PolicyBounds bounds(Plan asked, Instant now);

  /** Whether no rule is in the way of what was found. */
  boolean allows(Plan asked, Slot slot);
}
