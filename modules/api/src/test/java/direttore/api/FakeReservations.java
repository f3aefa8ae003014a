package direttore.api;

import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.node.ClusterName;
import direttore.domain.node.NodeName;
import direttore.domain.operation.Submitter;
import direttore.domain.reservation.AskedAgain;
import direttore.domain.reservation.Availability;
import direttore.domain.reservation.Changing;
import direttore.domain.reservation.CheckingIn;
import direttore.domain.reservation.Claim;
import direttore.domain.reservation.ClaimDecider;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.Conflict;
import direttore.domain.reservation.Endings;
import direttore.domain.reservation.Held;
import direttore.domain.reservation.LatestEnd;
import direttore.domain.reservation.Limits;
import direttore.domain.reservation.Margins;
import direttore.domain.reservation.NewReservation;
import direttore.domain.reservation.NewSeries;
import direttore.domain.reservation.NodeHolders;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.ReservationChange;
import direttore.domain.reservation.ReservationFilter;
import direttore.domain.reservation.ReservationPage;
import direttore.domain.reservation.Reservations;
import direttore.domain.reservation.ResourceKind;
import direttore.domain.reservation.Resources;
import direttore.domain.reservation.Series;
import direttore.domain.reservation.SeriesBooked;
import direttore.domain.reservation.Slot;
import direttore.domain.reservation.SlotSearch;
import direttore.domain.reservation.Status;
import direttore.domain.reservation.Window;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reservations in memory, decided by the rules that the real store decides by; one series. */
public final class FakeReservations implements Reservations, Availability, NodeHolders {
  /** In whose names something was changed, the latest last. */
  public final List<String> names = new CopyOnWriteArrayList<>();

  private static final int SUGGESTED = 3;

  public final FakeResources resources = new FakeResources();
  public final FakePolicies policies = new FakePolicies();
  public final FakeApprovals approvals = new FakeApprovals(this);
  public final FakePools pools = new FakePools(resources);
  private final Map<Long, Reservation> all = new TreeMap<>();
  private final Map<String, Long> keys = new HashMap<>();
  private final Map<String, List<String>> asked = new HashMap<>();
  private @Nullable Series theSeries;

  /** How the last booking that brought guests would be understood again. */
  public AskedAgain again = AskedAgain.SAME;

  public final FakeMarks marks = new FakeMarks(this);
  public final FakeHistory history = new FakeHistory();

  FakeReservations() {
    resources.uses = this::uses;
  }

  @Override
  public Reservations by(String name) {
    names.add(name);
    return this;
  }

  @Override
  public Reservations ruled(Actor actor) {
    return new RuledReservations(this, actor);
  }

  @Override
  public Reservations askedAgain(AskedAgain other) {
    again = other;
    return this;
  }

  @Override
  public synchronized Reservation book(NewReservation wanted, Submitter by) {
    var earlier = earlier(by);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    Changing.requireAhead(wanted.times().window(), FakeOperations.NOW);
    var choices = check(wanted);
    var id = all.size() + 1L;
    var reservation =
        new Reservation(
            id,
            "00000000-0000-0000-0000-%012d".formatted(id),
            wanted.kind(),
            wanted.details(),
            wanted.times(),
            Status.PENDING,
            wanted.phase(),
            1,
            0,
            wanted.margins(),
            wanted.atStart(),
            wanted.atEnd(),
            wanted.guests(),
            null,
            null,
            claims(choices, wanted.claims(), wanted.holds()),
            null,
            FakeOperations.NOW,
            FakeOperations.NOW,
            null);
    all.put(id, reservation);
    if (by.key() != null) {
      keys.put(by.name() + by.key(), id);
      asked.put(by.name() + by.key(), by.request());
    }
    return reservation;
  }

  private static List<Claim> claims(
      List<Slot.Choice> choices, List<ClaimRequest> requests, Window holds) {
    return choices.stream()
        .map(c ->
            new Claim(c.resource(), c.share(), holds, true, requests.get(c.request()), c.request()))
        .toList();
  }

  @Override
  public synchronized List<Slot.Choice> check(NewReservation wanted) {
    return decide(wanted.claims(), wanted.times().window(), wanted.margins(), 0);
  }

  private List<Slot.Choice> decide(
      List<ClaimRequest> requests, Window window, Margins margins, long besides) {
    var candidates = resources.candidates(requests);
    var outcome =
        new ClaimDecider(requests, candidates, held(besides), false)
            .decide(margins.around(window), Set.of());
    if (outcome.free()) {
      return outcome.choices();
    }
    var conflicts = conflicts(outcome.obstacles(), margins.around(window));
    var search = new Wanted(requests, window.length(), margins, besides);
    var next = slots(search, new Window(window.from(), Window.LATEST), SUGGESTED).slots();
    throw new Refusal.ReservationConflict("It is not free at that time.", conflicts, next);
  }

  private List<Conflict> conflicts(List<ClaimDecider.Obstacle> obstacles, Window asked) {
    return obstacles.stream()
        .map(each ->
            new Conflict(
                each.resource(),
                Optional.ofNullable(each.reservation()).map(all::get).map(this::by).orElse(null),
                each.during(),
                asked,
                each.why(),
                each.free(),
                each.request()))
        .toList();
  }

  private Conflict.By by(Reservation reservation) {
    var details = reservation.details();
    var party = details.party();
    return new Conflict.By(
        reservation.id(),
        reservation.kind(),
        details.title(),
        party.requester(),
        party.person(),
        party.team(),
        details.hidden());
  }

  private List<Held> held(long besides) {
    return all.values().stream()
        .filter(each -> each.id() != besides)
        .flatMap(each ->
            each.claims().stream()
                .filter(Claim::holding)
                .map(c -> new Held(c.resource().id(), each.id(), c.during(), c.share())))
        .toList();
  }

  private List<Resources.Use> uses(int resource, Window window) {
    return all.values().stream()
        .flatMap(each ->
            each.claims().stream()
                .filter(c -> c.holding() && c.resource().id() == resource)
                .filter(c -> c.during().overlaps(window))
                .map(c -> new Resources.Use(by(each), c.during(), each.window(), c.share())))
        .toList();
  }

  @Override
  public synchronized SeriesBooked bookSeries(
      NewReservation template, NewSeries series, Submitter by) {
    var first = series.occurrences().getFirst();
    var its =
        new Series(
            1,
            "00000000-0000-0000-0000-000000000000",
            series.rule(),
            first.times().zone(),
            first.original(),
            first.times().endLocal(),
            series.exceptions(),
            series.mode(),
            List.of(),
            1,
            null);
    theSeries = its;
    var booked =
        series.occurrences().stream()
            .map(each ->
                book(template.at(each.times()), new Submitter(by.actor(), null, List.of()))
                    .in(
                        new Reservation.InSeries(
                            its.id(), its.rule(), each.original(), its.version())))
            .map(this::put)
            .toList();
    return new SeriesBooked(its, booked, List.of());
  }

  @Override
  public List<SeriesBooked.Left> checkSeries(NewReservation template, NewSeries series) {
    throw new UnsupportedOperationException("tested with the real store");
  }

  @Override
  public synchronized Reservation find(long id) {
    return Optional.ofNullable(all.get(id))
        .orElseThrow(() -> new Refusal.NotFound("reservation", id));
  }

  synchronized Stream<Reservation> known(Collection<Long> ids) {
    return ids.stream().map(all::get).filter(Objects::nonNull);
  }

  @Override
  public synchronized Optional<Reservation> earlier(Submitter by) {
    var key = by.key();
    var id = key == null ? null : keys.get(by.name() + key);
    if (key == null || id == null) {
      return Optional.empty();
    }
    if (!by.request().equals(asked.get(by.name() + key))) {
      throw new Refusal.KeyReused(key);
    }
    return Optional.of(find(id));
  }

  @Override
  public synchronized ReservationPage page(ReservationFilter filter) {
    var fitting =
        all.values().stream()
            .sorted(Comparator.comparing((Reservation r) -> r.window().from()))
            .filter(each -> fits(each, filter))
            .toList();
    var after = Optional.ofNullable(filter.after()).orElse(0L);
    var rest = fitting.stream().filter(each -> each.id() > after).toList();
    var page = rest.stream().limit(filter.limit()).toList();
    return new ReservationPage(page, fitting.size(), page.size() < rest.size());
  }

  @Override
  public synchronized Optional<Reservation> ofWhole(
      ClusterName cluster, NodeName node, Instant at) {
    return all.values().stream()
        .filter(each ->
            each.claims().stream()
                .filter(c -> c.holding() && c.whole() && c.during().contains(at))
                .anyMatch(c ->
                    c.resource().kind() == ResourceKind.NODE
                        && c.resource().name().equals(node.value())))
        .findFirst();
  }

  private static boolean fits(Reservation each, ReservationFilter filter) {
    return (filter.from() == null || each.window().to().isAfter(filter.from()))
        && (filter.to() == null || each.window().from().isBefore(filter.to()))
        && (filter.statuses().isEmpty()
            ? each.status() != Status.CANCELLED
            : filter.statuses().contains(each.status()))
        && (filter.kinds().isEmpty() || filter.kinds().contains(each.kind()))
        && (!filter.mine() || each.details().party().includes(filter.viewer()))
        && (filter.words() == null
            || (each.openTo(filter.viewer()) && each.details().title().contains(filter.words())));
  }

  @Override
  public synchronized List<Reservation> ofSeries(long series) {
    return all.values().stream()
        .filter(each -> each.series() != null && each.series().id() == series)
        .toList();
  }

  @Override
  public synchronized Series series(long id) {
    if (theSeries == null || theSeries.id() != id) {
      throw new Refusal.NotFound("series", id);
    }
    return theSeries;
  }

  @Override
  public synchronized Reservation change(
      long id, ReservationChange change, @Nullable Integer version) {
    var before = requireVersion(id, version);
    var other = change.unlike(before);
    return other.equals(ReservationChange.NOTHING) ? before : put(changed(before, other));
  }

  private Reservation changed(Reservation before, ReservationChange change) {
    var after = Changing.changed(before, change, FakeOperations.NOW);
    if (!change.decides()) {
      return after;
    }
    var claims = Limits.after(before, after.details().party(), change);
    var requests = Objects.requireNonNullElse(claims, before.requests());
    var choices = decide(requests, after.window(), after.margins(), before.id());
    return after.having(claims(choices, requests, after.holds()));
  }

  private Reservation requireVersion(long id, @Nullable Integer version) {
    var before = find(id);
    if (version != null && version != before.version()) {
      throw new Refusal.Stale("it was changed since", before.version());
    }
    return before;
  }

  /** It is as far as that by now. */
  public synchronized void reached(long id, Phase phase) {
    put(find(id).in(phase));
  }

  Reservation put(Reservation reservation) {
    all.put(reservation.id(), reservation);
    return reservation;
  }

  @Override
  public synchronized Reservation check(long id, ReservationChange change) {
    return changed(find(id), change);
  }

  @Override
  public synchronized Reservation cancel(
      long id, Collection<Long> others, @Nullable Integer version, @Nullable String reason) {
    var first = requireVersion(id, version);
    others.forEach(other -> put(Endings.calledOff(find(other), FakeOperations.NOW, reason)));
    return put(Endings.calledOff(first, FakeOperations.NOW, reason));
  }

  @Override
  public synchronized Reservation giveBack(long id, @Nullable Integer version) {
    return put(Endings.givenBack(requireVersion(id, version), FakeOperations.NOW));
  }

  @Override
  public synchronized Reservation checkIn(long id, @Nullable Integer version) {
    return put(CheckingIn.done(requireVersion(id, version), FakeOperations.NOW));
  }

  @Override
  public synchronized LatestEnd extendableUntil(long id, Instant most) {
    var there = find(id);
    var beyond = new Window(there.holds().to(), most);
    var held = held(id);
    var candidates = resources.candidates(there.requests());
    return LatestEnd.Next.in(
            beyond, new ClaimDecider(there.requests(), candidates, held, false), held)
        .map(next -> new LatestEnd(next.from(), conflicts(next.obstacles(), beyond)))
        .orElseGet(() -> new LatestEnd(most, List.of()));
  }

  @Override
  public synchronized Slots slots(Wanted wanted, Window within, int most) {
    var besides = Objects.requireNonNullElse(wanted.besides(), 0L);
    return new SlotSearch(wanted, resources.candidates(wanted.claims()), w -> held(besides))
        .slots(within, most);
  }
}
