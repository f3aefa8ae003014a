package direttore.domain.reservation.waiting;

import direttore.domain.reservation.Window;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where entries stand, and when it is likely to be their turn. */
public final class Places {
  /** So many are looked at before an entry; of those behind no time is told. */
  private static final int FORESEEN = 100;

  private final List<WaitingEntry> inTurn;
  private final Function<WaitingEntry, Reach> reaches;
  private final Finder finder;
  private final Function<WaitingEntry, Optional<String>> heldBack;

  /** Finds when something is free for an entry once others have had theirs. */
  @FunctionalInterface
  public interface Finder {
    /**
     * The first that is free as things are booked now.
     *
     * @param others what those before it are thought to get
     */
    Optional<WaitingRound.Found> first(WaitingEntry entry, List<WaitingRound.Found> others);
  }

  /**
   * Where an entry stands.
   *
   * @param place how many wait for the same before it, itself counted; null where it waits no more
   * @param likely when it is free as things are booked now, those before it served; maybe later
   *     than is wished; null where it is not, or that is not known
   * @param heldBack why the rules let nothing be offered to it now, or null
   */
  public record Standing(
      WaitingEntry entry,
      @Nullable Integer place,
      @Nullable Window likely,
      @Nullable String heldBack) {}

  /**
   * @param heldBack why the rules let nothing be offered now, if so
   */
  public Places(
      List<WaitingEntry> inTurn,
      Function<WaitingEntry, Reach> reaches,
      Finder finder,
      Function<WaitingEntry, Optional<String>> heldBack) {
    this.inTurn = List.copyOf(inTurn);
    this.reaches = reaches;
    this.finder = finder;
    this.heldBack = heldBack;
  }

  /** Of some of them, in turn. */
  public List<Standing> of(Set<Long> ids) {
    var likely = likely(ids);
    return inTurn.stream()
        .filter(entry -> ids.contains(entry.id()))
        .map(entry -> new Standing(entry, place(entry), likely.get(entry.id()), held(entry)))
        .toList();
  }

  private @Nullable String held(WaitingEntry entry) {
    return entry.waits() ? heldBack.apply(entry).orElse(null) : null;
  }

  private @Nullable Integer place(WaitingEntry entry) {
    if (!entry.waits()) {
      return null;
    }
    var place = 1;
    for (var before : inTurn) {
      if (before.id() == entry.id()) {
        break;
      }
      place += before.waits() && reaches.apply(before).meets(reaches.apply(entry)) ? 1 : 0;
    }
    return place;
  }

  private Map<Long, Window> likely(Set<Long> ids) {
    var likely = new HashMap<Long, Window>();
    var others = new ArrayList<WaitingRound.Found>();
    var waiting = inTurn.stream().filter(WaitingEntry::waits).limit(FORESEEN).toList();
    var left = waiting.stream().filter(entry -> ids.contains(entry.id())).count();
    for (var entry : waiting) {
      if (left == 0) {
        break;
      }
      var found = finder.first(entry, others);
      found.ifPresent(others::add);
      if (ids.contains(entry.id())) {
        found.ifPresent(each -> likely.put(entry.id(), each.window()));
        left--;
      }
    }
    return likely;
  }
}
