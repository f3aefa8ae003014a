package direttore.domain.reservation.waiting;

import direttore.domain.reservation.Party;
import direttore.domain.reservation.Slot;
import direttore.domain.reservation.Window;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides who is offered something next: the first in turn for whom something is free. Others are
 * not kept waiting by one who wants more than that, but it is counted for that one.
 */
public final class WaitingRound {
  /** So many are tried at once, so that nobody else waits long. */
  public static final int MOST_TRIED = 100;

  private final List<WaitingEntry> inTurn;
  private final Function<WaitingEntry, Reach> reaches;
  private final Finder finder;

  /** Finds what could be offered. */
  @FunctionalInterface
  public interface Finder {
    /**
     * The first that is free for an entry.
     *
     * @param closed what others have been passed over for too often, and is theirs to wait for
     */
    Optional<Found> first(WaitingEntry entry, List<Reach> closed);
  }

  /** Something that is free. */
  public record Found(Window window, List<Slot.Choice> claims) {
    public Found {
      claims = List.copyOf(claims);
    }

    /** What it takes of, by the ids. */
    public Set<Integer> resources() {
      return claims.stream()
          .map(choice -> choice.resource().id())
          .collect(Collectors.toUnmodifiableSet());
    }
  }

  /**
   * Something for somebody.
   *
   * @param passed the entries that are passed over by that
   */
  public record Given(WaitingEntry entry, Found found, List<Long> passed) {
    public Given {
      passed = List.copyOf(passed);
    }
  }

  /**
   * What came of it.
   *
   * @param given null where nothing was free
   * @param tried the entries that were tried by now, those of before too
   * @param more whether there are some that were not
   */
  public record Outcome(@Nullable Given given, Set<Long> tried, boolean more) {
    public Outcome {
      tried = Set.copyOf(tried);
    }
  }

  public WaitingRound(
      List<WaitingEntry> inTurn, Function<WaitingEntry, Reach> reaches, Finder finder) {
    this.inTurn = List.copyOf(inTurn);
    this.reaches = reaches;
    this.finder = finder;
  }

  /**
   * The next offer.
   *
   * @param before the entries that were tried already since something came free
   * @param most how many are tried at the most
   */
  public Outcome next(Set<Long> before, int most) {
    var tried = new HashSet<>(before);
    var passed = new ArrayList<WaitingEntry>();
    var closed = new ArrayList<Reach>();
    for (var entry : inTurn) {
      if (!entry.waits() || hasOffer(entry)) {
        continue;
      }
      if (!tried.contains(entry.id())) {
        if (tried.size() - before.size() >= most) {
          return new Outcome(null, tried, true);
        }
        tried.add(entry.id());
        var found = finder.first(entry, closed);
        if (found.isPresent()) {
          return new Outcome(given(entry, found.get(), passed), tried, true);
        }
      }
      passed.add(entry);
      if (entry.first()) {
        closed.add(reaches.apply(entry));
      }
    }
    return new Outcome(null, tried, false);
  }

  private Given given(WaitingEntry entry, Found found, List<WaitingEntry> before) {
    var passed =
        before.stream()
            .filter(each -> reaches.apply(each).meets(found.resources(), found.window()))
            .map(WaitingEntry::id)
            .toList();
    return new Given(entry, found, passed);
  }

  /** Nobody has two offers of the same at once. */
  private boolean hasOffer(WaitingEntry entry) {
    return inTurn.stream()
        .filter(each -> same(each.party(), entry.party()))
        .map(WaitingEntry::offer)
        .anyMatch(offer ->
            offer != null
                && !Collections.disjoint(reaches.apply(entry).resources(), offer.resources()));
  }

  private static boolean same(Party one, Party other) {
    var person = one.person();
    return person == null
        ? other.person() == null && one.requester().equals(other.requester())
        : person.equals(other.person());
  }
}
