package direttore.store.reservation;

import direttore.domain.reservation.ClaimDecider;
import direttore.domain.reservation.ClaimDecider.Obstacle;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.Held;
import direttore.domain.reservation.Resource;
import direttore.domain.reservation.Window;
import io.helidon.dbclient.DbExecute;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Guests that stay when their reservation is over: they claim of what somebody may have, and of
 * storages, from its start on for ever, or whoever books them again and again would have more and
 * more.
 */
final class Lasting {
  private Lasting() {}

  /** What others hold, from the first of them on, of what they claim so. */
  static List<Held> held(DbExecute execute, Collection<Plan> plans, Collection<Long> besides) {
    var staying = plans.stream().filter(plan -> plan.after().stays()).toList();
    var asks = staying.stream().map(plan -> lasting(plan.ask())).toList();
    var from = staying.stream().map(plan -> plan.after().holds().to()).sorted().findFirst();
    var ids = asks.stream().flatMap(ask -> ask.ids().stream()).distinct().sorted().toList();
    return from.map(start -> HeldRows.of(execute, ids, List.of(after(start)), besides))
        .orElse(List.of());
  }

  private static Window after(Instant end) {
    return new Window(end, Window.LATEST);
  }

  private static Ask lasting(Ask ask) {
    var requests = new ArrayList<ClaimRequest>();
    var candidates = new ArrayList<List<Resource>>();
    for (var i : places(ask)) {
      requests.add(ask.requests().get(i));
      candidates.add(ask.candidates().get(i));
    }
    return new Ask(requests, candidates, ask.maintenance());
  }

  private static List<Integer> places(Ask ask) {
    var places = new ArrayList<Integer>();
    for (var i = 0; i < ask.requests().size(); i++) {
      if (ask.requests().get(i).kind().outlasting()) {
        places.add(i);
      }
    }
    return places;
  }

  /**
   * What is in the way of its guests after its end.
   *
   * @param end when that is, margins included
   */
  static List<Obstacle> obstacles(Plan plan, Instant end, Collection<Held> held) {
    var places = places(plan.ask());
    if (!plan.after().stays() || places.isEmpty()) {
      return List.of();
    }
    var rest = after(end);
    var ask = lasting(plan.ask());
    var theirs = held.stream().filter(each -> each.during().overlaps(rest)).toList();
    return new ClaimDecider(ask.requests(), ask.candidates(), theirs, false)
        .decide(rest, Set.of()).obstacles().stream()
            .map(o -> o.of(places.get(o.request())))
            .toList();
  }
}
