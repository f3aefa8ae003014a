package direttore.domain.reservation.waiting;

import direttore.domain.operation.Submitter;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Where wishes wait until what they want comes free. */
public interface WaitingList {
  /** So many of one person wait at once. */
  int MOST_OPEN = 20;

  /**
   * Adds a wish. Refuses with {@code Unknown} what there is not, of the field {@code claims[i]},
   * with {@code Impossible} what will never be free, with {@code RuleBroken} what the rules forbid,
   * and with {@code WrongState} one too many.
   */
  WaitingEntry add(Wish wish, Submitter by);

  /** Where it would stand; nothing is kept. Refuses the same. */
  Places.Standing check(Wish wish, Submitter by);

  /** Refuses as if it were added; nothing is kept. */
  void requireTaken(Wish wish, Submitter by);

  /** Refuses with {@code NotFound} for an id that waits no more, or that nobody knows. */
  WaitingEntry find(long id);

  /**
   * Those that wait or were offered something, in turn, and those that ended by themselves lately.
   */
  List<Places.Standing> standings(Predicate<WaitingEntry> shown);

  /**
   * Takes an entry off; what was kept for it is free for others. Nothing for one that is off.
   *
   * @param by who takes it off
   */
  void leave(long id, String by);

  /**
   * Offers the next in turn what is free for it, if anything is.
   *
   * @param tried the entries that need not be tried again
   */
  Served serve(Set<Long> tried);

  /**
   * What came of it.
   *
   * @param offered the reservation, or null
   * @param tried the entries that were tried by now
   * @param more whether there may be something for others
   */
  record Served(@Nullable Long offered, Set<Long> tried, boolean more) {
    public static final Served NOTHING = new Served(null, Set.of(), false);

    public Served {
      tried = Set.copyOf(tried);
    }
  }
}
