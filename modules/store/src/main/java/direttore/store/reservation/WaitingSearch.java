package direttore.store.reservation;

import direttore.domain.Refusal;
import direttore.domain.reservation.Availability;
import direttore.domain.reservation.Held;
import direttore.domain.reservation.Margins;
import direttore.domain.reservation.SlotSearch;
import direttore.domain.reservation.Window;
import direttore.domain.reservation.waiting.Reach;
import direttore.domain.reservation.waiting.WaitingEntry;
import direttore.domain.reservation.waiting.WaitingRound.Found;
import io.helidon.dbclient.DbExecute;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks for what is free for those who wait, within the rules that they go by. */
final class WaitingSearch {
  private final DbExecute execute;
  private final Asks.Asking asking;
  private final WaitingRules rules;
  private final Map<Long, Optional<Ask>> asks = new HashMap<>();
  private final Map<Long, Reach> reaches = new HashMap<>();

  WaitingSearch(DbExecute execute, Instant now, Asks.Asking asking) {
    this.execute = execute;
    this.asking = asking;
    this.rules = new WaitingRules(execute, now);
  }

  WaitingRules rules() {
    return rules;
  }

  /** Empty where something that is wanted is there no more. */
  Optional<Ask> ask(WaitingEntry entry) {
    return asks.computeIfAbsent(entry.id(), id -> asked(entry));
  }

  private Optional<Ask> asked(WaitingEntry entry) {
    try {
      return Optional.of(asking.of(execute, entry.wish().claims(), false));
    } catch (Refusal.Unknown | Refusal.Impossible | Refusal.Upstream e) {
      return Optional.empty();
    }
  }

  /** Also what has some of the same addresses. */
  Reach reach(WaitingEntry entry) {
    return reaches.computeIfAbsent(
        entry.id(),
        id -> {
          var resources = ask(entry).map(ask -> Ranges.reached(execute, ask)).orElse(Set.of());
          return new Reach(resources, entry.wish().between());
        });
  }

  /** Where others were passed over too often, all is as if it were theirs. */
  Optional<Found> first(WaitingEntry entry, List<Reach> closed) {
    var others =
        closed.stream()
            .flatMap(reach ->
                reach.resources().stream().map(id -> new Held(id, 0, reach.between(), null)))
            .toList();
    return first(entry, entry.wish().between().to(), others);
  }

  /** Also after what is wished; empty where the rules let nothing be offered. */
  Optional<Found> likely(WaitingEntry entry, List<Found> before) {
    if (!rules.allow(entry)) {
      return Optional.empty();
    }
    var others =
        before.stream()
            .flatMap(found ->
                found.claims().stream()
                    .map(c -> new Held(c.resource().id(), 0, found.window(), c.share())))
            .toList();
    return first(entry, entry.wish().between().from().plus(Availability.FARTHEST), others);
  }

  private Optional<Found> first(WaitingEntry entry, Instant end, List<Held> others) {
    var its = rules.of(entry);
    var within = its.within(entry.wish(), end);
    var ask = ask(entry);
    if (ask.isEmpty() || within.isEmpty()) {
      return Optional.empty();
    }
    var wanted =
        new Availability.Wanted(entry.wish().claims(), entry.wish().length(), Margins.NONE, null);
    var beside = Stream.concat(others.stream(), its.pauses().stream()).toList();
    return new SlotSearch(wanted, ask.get().candidates(), window -> held(ask.get(), window, beside))
        .slots(within.get(), 1).slots().stream()
            .findFirst()
            .map(slot -> new Found(slot.window(), slot.claims()));
  }

  private List<Held> held(Ask ask, Window window, Collection<Held> others) {
    var windows = List.of(window);
    var held = HeldRows.of(execute, ask.ids(), windows, List.of());
    var all = Ranges.with(execute, held, List.of(ask), windows, List.of());
    return Stream.concat(
            all.stream(), others.stream().filter(each -> each.during().overlaps(window)))
        .collect(Collectors.toList());
  }
}
