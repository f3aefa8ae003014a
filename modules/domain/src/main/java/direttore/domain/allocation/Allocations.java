package direttore.domain.allocation;

import direttore.domain.inventory.Address;
import direttore.domain.inventory.Span;
import direttore.domain.operation.Subject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where allocations live. Constraints, not Java, keep two of them off one address. */
public interface Allocations {
  /**
   * Stores what is wanted with the first of the addresses that nothing here has: no allocation, and
   * no reservation of others now or later. Empty where there is none among them. A reservation that
   * gets another one than it claims has a claim of that instead, and whoever has it is told.
   *
   * @param candidates of one prefix, the best first
   */
  Optional<Allocation> take(Wanted wanted, List<Address> candidates);

  /**
   * Has another address for one that is being taken, as NetBox has the one that was chosen. Empty
   * where there is none among the candidates that was not tried before. A reservation that claimed
   * the one has a claim of the other instead, and whoever has it is told.
   */
  Optional<Allocation> takeAnother(UUID id, List<Address> candidates);

  Optional<Allocation> find(UUID id);

  /** Addresses of a prefix that a reservation claims, and that nothing here has; lowest first. */
  List<Address> claimed(long reservation, long prefix);

  /** Whether one that a reservation claims was given back since then, or is to be. */
  boolean returning(long reservation, long prefix, Instant since);

  /** Those that are not released, by address. */
  List<Allocation> live();

  /** Those that have these addresses of NetBox and are not released, by the addresses' ids. */
  Map<Long, Allocation> ofAddresses(Collection<Long> addresses);

  /** Those of a prefix's VRF that have some of these addresses and are not released. */
  List<Allocation> within(long prefix, Span addresses);

  /** Those of a guest that are not released, nor to be. */
  List<Allocation> ofGuest(Subject guest);

  /** Notes that NetBox has it; nothing where it is to be given back by now. */
  void held(UUID id, long addressId);

  /** Notes that its guest has it. */
  void used(UUID id);

  /** Notes that it is to be given back; whether it was not before. */
  boolean releasing(UUID id);

  /** Notes that NetBox has it no more. */
  void released(UUID id);

  /** Has it last until then; whether it is one that lasts for a time. */
  boolean prolong(UUID id, Instant until);

  /** Forgets what was released before a moment; how many those were. */
  long forget(Instant before);

  /** Those that something is to be done about, or to be looked at; each time a few. */
  List<Due> due(Instant now);

  /**
   * What is to be taken.
   *
   * @param prefix the prefix's id at NetBox
   * @param reservation for whose guest it is taken, or null
   */
  record Wanted(
      UUID id,
      long prefix,
      String description,
      String requester,
      Optional<UUID> person,
      Instant created,
      Instant until,
      @Nullable Long reservation) {}

  /** Why an allocation is due. */
  enum Why {
    /** Its time is over, and no guest is to have it. */
    OVER,
    /** The order that was to take it has ended, or never came. */
    NOT_TAKEN,
    /** It is to be given back, and no operation does that. */
    NOT_RELEASED,
    /** The order for its guest ended, and made nothing. */
    NOT_MADE,
    /** It has a guest, which may be gone. */
    LOOK
  }

  /** An allocation, and why it is due. */
  record Due(Allocation allocation, Why why) {}
}
