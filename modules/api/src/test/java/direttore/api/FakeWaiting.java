package direttore.api;

import direttore.domain.Refusal;
import direttore.domain.operation.Submitter;
import direttore.domain.reservation.Window;
import direttore.domain.reservation.waiting.Places;
import direttore.domain.reservation.waiting.Reach;
import direttore.domain.reservation.waiting.WaitingEntry;
import direttore.domain.reservation.waiting.WaitingList;
import direttore.domain.reservation.waiting.WaitingOrder;
import direttore.domain.reservation.waiting.Wish;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A waiting list in memory, in which everybody waits for the same and nothing is ever free. */
public final class FakeWaiting implements WaitingList {
  private final Map<Long, WaitingEntry> entries = new TreeMap<>();
  private long made;

  @Override
  public synchronized WaitingEntry add(Wish wish, Submitter by) {
    var id = ++made;
    return put(new WaitingEntry(id, wish, FakeOperations.NOW, 0, 0, true, null, null));
  }

  private WaitingEntry put(WaitingEntry entry) {
    entries.put(entry.id(), entry);
    return entry;
  }

  /** Has a reservation be kept for an entry. */
  public synchronized void offer(long id, long reservation, Window window) {
    var before = find(id);
    put(
        new WaitingEntry(
            id,
            before.wish(),
            before.since(),
            0,
            0,
            true,
            new WaitingEntry.Offer(
                reservation, window, FakeOperations.NOW.plusSeconds(900), Set.of(1)),
            null));
  }

  @Override
  public synchronized WaitingEntry find(long id) {
    return Optional.ofNullable(entries.get(id))
        .orElseThrow(() -> new Refusal.NotFound("entry of the waiting list", id));
  }

  @Override
  public synchronized Places.Standing check(Wish wish, Submitter by) {
    var entry = add(wish, by);
    var standing = standings(each -> each.id() == entry.id()).getFirst();
    entries.remove(entry.id());
    return standing;
  }

  @Override
  public synchronized void requireTaken(Wish wish, Submitter by) {
    if (entries.size() >= MOST_OPEN) {
      throw new Refusal.WrongState("There are enough.", null);
    }
  }

  @Override
  public synchronized List<Places.Standing> standings(Predicate<WaitingEntry> shown) {
    var inTurn = WaitingOrder.inTurn(entries.values(), party -> 0);
    var ids = inTurn.stream().filter(shown).map(WaitingEntry::id).collect(Collectors.toSet());
    return new Places(
            inTurn,
            entry -> new Reach(Set.of(1), entry.wish().between()),
            (entry, others) -> Optional.empty(),
            entry -> Optional.empty())
        .of(ids);
  }

  @Override
  public synchronized void leave(long id, String by) {
    entries.remove(id);
  }

  @Override
  public Served serve(Set<Long> tried) {
    throw new UnsupportedOperationException("tested with the real store");
  }
}
