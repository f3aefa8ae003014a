package direttore.store.reservation;

import direttore.domain.reservation.Availability;
import direttore.domain.reservation.ClaimDecider;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.Resource;
import direttore.domain.reservation.ResourceKind;
import direttore.domain.reservation.Slot;
import direttore.domain.reservation.SlotSearch;
import direttore.domain.reservation.Window;
import io.helidon.dbclient.DbClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What somebody could have instead: the same later, or something like it at the same time. */
final class NextFree {
  private static final int LEAST = 3;
  private static final int OTHERS = 2;

  /** So that who is refused need not wait for a look at the whole year; availability takes it. */
  private static final Duration NEAR = Duration.ofDays(28);

  private final DbClient db;
  private final Clock clock;

  NextFree(DbClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** At least three, unless it is not free for weeks. */
  List<Slot> of(Plan plan) {
    var others = elsewhere(plan);
    var found = new ArrayList<>(sameTime(plan, others));
    found.addAll(later(plan, plan.ask(), Math.max(1, LEAST - found.size())));
    if (found.size() < LEAST && !others.isEmpty()) {
      found.addAll(later(plan, others.getFirst(), LEAST - found.size()));
    }
    return List.copyOf(found);
  }

  /** With other resources of the same kind. */
  private List<Slot> sameTime(Plan plan, List<Ask> others) {
    var holds = plan.after().holds();
    var ids = others.stream().flatMap(ask -> ask.ids().stream()).distinct().toList();
    var held = HeldRows.of(db.execute(), ids, List.of(holds), besides(plan.after()));
    return others.stream()
        .map(ask -> ask.decider(held).decide(holds, Set.of()))
        .filter(ClaimDecider.Outcome::free)
        .limit(OTHERS)
        .map(outcome -> new Slot(plan.after().window(), outcome.choices(), true))
        .toList();
  }

  /**
   * The same with another node instead of each one, or with another device that has its tags. Each
   * is asked for alone, so that all that a reservation has of a node stays together.
   */
  private List<Ask> elsewhere(Plan plan) {
    var nodes = named(plan, ResourceKind.NODE);
    var others =
        nodes.size() != 1
            ? Stream.<Ask>empty()
            : all(ResourceKind.NODE).stream()
                .filter(node -> !node.name().equals(nodes.getFirst()))
                .map(node -> with(plan, node));
    var devices = named(plan, ResourceKind.DEVICE).isEmpty() ? Stream.<Ask>empty() : alike(plan);
    return Stream.concat(others, devices).toList();
  }

  private static List<String> named(Plan plan, ResourceKind kind) {
    return plan.ask().requests().stream()
        .filter(request -> request.kind() == kind)
        .filter(ClaimRequest.Named.class::isInstance)
        .map(request -> ((ClaimRequest.Named) request).name())
        .distinct()
        .toList();
  }

  private List<Resource> all(ResourceKind kind) {
    return db.execute()
        .createQuery(
            "SELECT "
                + ResourceRows.COLUMNS
                + """
                 FROM resource r
                WHERE r.kind = :kind AND NOT r.gone AND r.out_of_service IS NULL
                ORDER BY r.name
                """)
        .addParam("kind", kind.wire())
        .execute()
        .map(ResourceRows::resource)
        .toList();
  }

  private static Ask with(Plan plan, Resource node) {
    var requests = new ArrayList<ClaimRequest>();
    var candidates = new ArrayList<List<Resource>>();
    for (var i = 0; i < plan.ask().requests().size(); i++) {
      var request = plan.ask().requests().get(i);
      var other = request instanceof ClaimRequest.Named named && named.kind() == ResourceKind.NODE;
      requests.add(
          other
              ? new ClaimRequest.Named(ResourceKind.NODE, node.name(), request.share())
              : request);
      candidates.add(other ? List.of(node) : plan.ask().candidates().get(i));
    }
    return new Ask(requests, candidates, plan.ask().maintenance());
  }

  private Stream<Ask> alike(Plan plan) {
    var requests = new ArrayList<ClaimRequest>();
    for (var i = 0; i < plan.ask().requests().size(); i++) {
      var request = plan.ask().requests().get(i);
      requests.add(
          request instanceof ClaimRequest.Named named && named.kind() == ResourceKind.DEVICE
              ? alike(plan.ask().candidates().get(i).getFirst(), named)
              : request);
    }
    return requests.equals(plan.ask().requests()) ? Stream.empty() : Stream.of(ask(plan, requests));
  }

  private static ClaimRequest alike(Resource device, ClaimRequest.Named named) {
    return device.tags().isEmpty()
        ? named
        : new ClaimRequest.AnyOf(ResourceKind.DEVICE, device.tags(), named.share(), 1);
  }

  private Ask ask(Plan plan, List<ClaimRequest> requests) {
    return Asks.of(db.execute(), requests, plan.ask().maintenance());
  }

  private List<Slot> later(Plan plan, Ask ask, int most) {
    var after = plan.after();
    var length = after.window().length();
    if (length.compareTo(Availability.FARTHEST) > 0 || !ever(ask, after.holds())) {
      return List.of();
    }
    var from = latest(after.window().from(), clock.instant());
    var wanted =
        new Availability.Wanted(
            ask.requests(), length, after.margins(), after.id() == 0 ? null : after.id());
    return found(wanted, ask, from, length, most);
  }

  /** Whether it would be free if nobody had anything, or may be once something is back. */
  private static boolean ever(Ask ask, Window holds) {
    return ask.decider(List.of()).free(holds)
        || ask.candidates().stream()
            .flatMap(List::stream)
            .anyMatch(resource -> resource.expectedBack() != null);
  }

  private List<Slot> found(
      Availability.Wanted wanted, Ask ask, Instant from, Duration length, int most) {
    var until = from.plus(NEAR).plus(length);
    if (until.isAfter(Window.LATEST.minus(Availability.FARTHEST))) {
      return List.of();
    }
    var besides = wanted.besides();
    List<Long> others = besides == null ? List.of() : List.of(besides);
    var search =
        new SlotSearch(
            wanted,
            ask.candidates(),
            window -> HeldRows.of(db.execute(), ask.ids(), List.of(window), others));
    return search.successive(new Window(from, until), most);
  }

  private static List<Long> besides(Reservation reservation) {
    return reservation.id() == 0 ? List.of() : List.of(reservation.id());
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
