package direttore.domain.allocation;

import direttore.domain.system.SystemFailure;
import java.util.Optional;
import java.util.UUID;

/**
 * NetBox as addresses are held and given back there. Everything throws {@link SystemFailure} where
 * it cannot be done; what lost its answer was looked for before that is said.
 */
public interface AddressSpace {
  /**
   * Reserves the address; its id there. {@code Exists} where it is taken there, in which case
   * nothing is left of ours.
   */
  long hold(Allocation allocation);

  /** The id of what is there by that allocation; empty where nothing is. */
  Optional<Long> find(UUID allocation);

  /** Removes what is there by that allocation; well too where nothing is. */
  Released release(UUID allocation);

  /** What became of an address that was to be given back. */
  enum Released {
    GONE,
    /** Somebody took our mark off it, so that it is theirs. */
    THEIRS
  }
}
