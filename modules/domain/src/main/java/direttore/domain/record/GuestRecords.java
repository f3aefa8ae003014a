package direttore.domain.record;

import direttore.domain.guest.Birth;
import direttore.domain.guest.GuestRef;
import direttore.domain.operation.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Where records of guests live. Those of guests that orders make are begun, and those of guests
 * that orders delete end, in the transactions that store the ends of these orders.
 */
public interface GuestRecords {
  /** Notes which NetBox it is about: in another one than before, nothing is recorded yet. */
  void of(String source);

  /** Begins one; refuses with {@code WrongState} where the guest has one. */
  void add(GuestRecord begun);

  Optional<GuestRecord> find(UUID id);

  /** Those that are not removed, by guest. */
  List<GuestRecord> all();

  /** Those of one guest that are not removed. */
  List<GuestRecord> of(Subject guest);

  /** What is recorded of each guest that the inventory is to have, in short. */
  List<Glance> glances();

  /** Notes what is to be recorded of a guest, and of which. */
  void want(UUID id, GuestFacts facts, GuestRef seen, Birth birth);

  /** Notes that the inventory has it. */
  void recorded(UUID id, GuestFacts written, long machine);

  /** Has all of it be written again, whatever was. */
  void again(UUID id);

  /** Notes that it is to be removed; whether it was not before. */
  boolean removing(UUID id);

  /** Notes that the inventory has it no more. */
  void removed(UUID id);

  /** Notes that it is somebody else's. */
  void theirs(UUID id);

  /** Forgets what was removed before a moment. */
  void forget(Instant before);

  /**
   * Those that something is to be done about, or to be looked at; each time a few.
   *
   * @param changed those whose guests are known to have changed
   */
  List<GuestRecord> due(Instant now, Set<UUID> changed);

  /**
   * What lists of guests tell as well.
   *
   * @param memory in MiB
   */
  record Glance(UUID id, int vmid, String name, boolean running, int cores, long memory) {}
}
