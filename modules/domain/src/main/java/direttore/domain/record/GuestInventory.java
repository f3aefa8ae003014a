package direttore.domain.record;

import java.util.List;
import java.util.UUID;

/**
 * Guests as NetBox has them. What it does not do is a {@link
 * direttore.domain.system.SystemFailure}.
 */
public interface GuestInventory {
  /** Has NetBox say of the guest what is wanted; the same again does no harm. */
  Recorded record(GuestRecord record);

  /**
   * Removes what was recorded; the same again does no harm. Fails with {@code WrongState} where
   * something of somebody else would go with it.
   */
  Removed remove(GuestRecord record);

  /** How it stands with a record. */
  sealed interface Recorded {
    /**
     * NetBox has it.
     *
     * @param machine the id of its virtual machine
     * @param assigned the allocations whose addresses the guest has there
     */
    record There(long machine, List<UUID> assigned) implements Recorded {
      public There {
        assigned = List.copyOf(assigned);
      }
    }

    /** Somebody took our tag off it: it is theirs. */
    record Theirs() implements Recorded {}
  }

  /** What became of a record that was to be removed. */
  enum Removed {
    GONE,
    /** Somebody took our tag off it: it is theirs, and stays. */
    THEIRS
  }
}
