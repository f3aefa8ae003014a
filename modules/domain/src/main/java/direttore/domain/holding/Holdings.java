package direttore.domain.holding;

import direttore.domain.access.Actor;
import direttore.domain.access.PersonName;
import direttore.domain.access.TeamName;
import direttore.domain.guest.Birth;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.GuestSize;
import direttore.domain.operation.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who has what. What orders change of it is written with them, by {@link
 * direttore.domain.operation.Operations}, as {@link NewHolding} and {@link HoldingEnd} say.
 */
public interface Holdings {
  Optional<Holding> of(Subject what);

  /** The guests that somebody has, by VMID. */
  List<Holding> guests();

  /** The same, of each only whose it is: for long lists. */
  List<Ownership> ownerships();

  /** The guests that were taken for gone and belong to nobody now, by VMID. */
  List<FormerHolding> formerGuests();

  /**
   * Gives something to somebody. Refuses with {@code Unknown} when there is no such person or team,
   * with {@code Busy} while an operation has it, with {@code OverQuota} when they would have more
   * than they may.
   *
   * @param size how large it is now; it counts as no smaller than it did
   * @param asker who gives it, and is told
   */
  Holding give(
      Subject what, PersonName person, @Nullable TeamName team, GuestSize size, Actor asker);

  /** The guests whose order ended without success after a moment, by VMID. */
  List<FailedMaking> failures(Instant after);

  /**
   * Notes how large something is: never refused, as it is so already. Does nothing to what an
   * operation has, or that was ordered or handed over since.
   *
   * @param since of the holding that was measured
   * @param disksRead when its disks were looked at, or null when they were not
   */
  void measure(Subject what, Instant since, GuestSize size, @Nullable Instant disksRead);

  /**
   * Notes where a guest is and what it was born with. Does nothing to one that was ordered or
   * handed over since.
   */
  void identify(Subject what, Instant since, GuestRef seen, Birth birth);

  /**
   * Ends the holding of something that is not there, so that it can be restored; whoever had it
   * before an order that came to nothing has it again, if they may. Does nothing to what an
   * operation has, or that was ordered or handed over since.
   */
  void forget(Subject what, Instant since);

  /**
   * Gives what is former back to whom it was; whether that is so now. False where somebody has it
   * meanwhile, or the owner would have more than they may.
   */
  boolean restore(Subject what);
}
