package direttore.store.reservation;

import direttore.domain.reservation.Availability;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.Resource;
import direttore.domain.reservation.ResourceKind;
import direttore.domain.reservation.Slot;
import direttore.domain.reservation.SlotSearch;
import direttore.domain.reservation.Window;
import direttore.store.Row;
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
  private final DbClient db;
  private final Clock clock;

  NextFree(DbClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** At least three, unless it is never free. */
  List<Slot> of(Plan plan) {
    var found = new ArrayList<>(sameTime(plan));
    found.addAll(later(plan, plan.ask(), LEAST));
    if (found.size() < LEAST) {
      elsewhere(plan).stream()
          .flatMap(ask -> later(plan, ask, 1).stream())
          .limit(LEAST)
          .forEach(found::add);
    }
    return List.copyOf(found);
  }

  /** With other resources of the same kind. */
  private List<Slot> sameTime(Plan plan) {
    var holds = plan.after().holds();
    return elsewhere(plan).stream()
        .map(ask -> decided(plan, ask, holds))
        .flatMap(List::stream)
        .limit(OTHERS)
        .toList();
  }

  private List<Slot> decided(Plan plan, Ask ask, Window holds) {
    var held = HeldRows.of(db.execute(), ask.ids(), List.of(holds), besides(plan.after()));
    var outcome = ask.decider(held).decide(holds, Set.of());
    return outcome.free()
        ? List.of(new Slot(plan.after().window(), outcome.choices(), true))
        : List.of();
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
            : names(ResourceKind.NODE).stream()
                .filter(name -> !name.equals(nodes.getFirst()))
                .map(name -> with(plan, name));
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

  private List<String> names(ResourceKind kind) {
    return db.execute()
        .createQuery(
            """
            SELECT name FROM resource
             WHERE kind = :kind AND NOT gone AND out_of_service IS NULL ORDER BY name
            """)
        .addParam("kind", kind.wire())
        .execute()
        .map(row -> new Row(row).text("name"))
        .toList();
  }

  private Ask with(Plan plan, String node) {
    return ask(
        plan,
        plan.ask().requests().stream()
            .map(request ->
                request instanceof ClaimRequest.Named named && named.kind() == ResourceKind.NODE
                    ? new ClaimRequest.Named(ResourceKind.NODE, node, named.share())
                    : request)
            .toList());
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
    if (length.compareTo(Availability.FARTHEST) > 0) {
      return List.of();
    }
    var from = latest(after.window().from(), clock.instant());
    var wanted =
        new Availability.Wanted(
            ask.requests(), length, after.margins(), after.id() == 0 ? null : after.id());
    return found(wanted, ask, from, length, most);
  }

  private List<Slot> found(
      Availability.Wanted wanted, Ask ask, Instant from, Duration length, int most) {
    var until = from.plus(Availability.FARTHEST).plus(length);
    if (until.isAfter(Window.LATEST.minus(Availability.FARTHEST))) {
      return List.of();
    }
    var search =
        new SlotSearch(
            wanted,
            ask.candidates(),
            window ->
                HeldRows.of(
                    db.execute(),
                    ask.ids(),
                    List.of(window),
                    Stream.ofNullable(wanted.besides()).toList()));
    var slots = new ArrayList<>(search.slots(new Window(from, until), most).slots());
    if (!slots.isEmpty()) {
      fill(slots, search, length, until, most);
    }
    return slots;
  }

  /** Where little is taken there is one long stretch: what begins in it later is free too. */
  private static void fill(
      List<Slot> slots, SlotSearch search, Duration length, Instant until, int most) {
    while (slots.size() < most) {
      var next = slots.getLast().window().to();
      if (next.plus(length).isAfter(until)) {
        return;
      }
      var more = search.slots(new Window(next, until), 1).slots();
      if (more.isEmpty()) {
        return;
      }
      slots.add(more.getFirst());
    }
  }

  private static List<Long> besides(Reservation reservation) {
    return reservation.id() == 0 ? List.of() : List.of(reservation.id());
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
