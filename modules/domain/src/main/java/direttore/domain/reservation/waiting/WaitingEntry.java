package direttore.domain.reservation.waiting;

import direttore.domain.reservation.Party;
import direttore.domain.reservation.Window;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A wish in the waiting list.
 *
 * @param since when it was entered
 * @param passed how often something that it waits for was offered to one behind it
 * @param lapsed how many offers were not accepted
 * @param ruled whether it goes by rules, as what anybody but operators books
 * @param offer what is kept for it now, or null
 * @param ended why it waits no more, or null while it does
 */
public record WaitingEntry(
    long id,
    Wish wish,
    Instant since,
    int passed,
    int lapsed,
    boolean ruled,
    @Nullable Offer offer,
    @Nullable Ended ended) {
  /** So often it is passed over before it comes before all others. */
  public static final int MOST_PASSED = 3;

  /** So many offers may lapse. */
  public static final int MOST_LAPSED = 3;

  /**
   * What is kept for somebody.
   *
   * @param resources what it has of, by their ids
   */
  public record Offer(long reservation, Window window, Instant until, Set<Integer> resources) {
    public Offer {
      resources = Set.copyOf(resources);
    }
  }

  /** Why an entry waits no more. */
  public enum Ended {
    /** An offer was accepted. */
    SERVED,
    /** Whoever waited does not any more. */
    LEFT,
    /** Its time is over. */
    LATE,
    /** No offer was accepted. */
    LAPSED;

    /** The word in answers and in the database. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Party party() {
    return wish.party();
  }

  /** Whether it looks for something now. */
  public boolean waits() {
    return offer == null && ended == null;
  }

  /** Whether it was passed over so often that nobody goes before it any more. */
  public boolean first() {
    return passed >= MOST_PASSED;
  }
}
