package direttore.store.reservation;

import direttore.domain.access.Actor;
import direttore.domain.guest.GuestKind;
import direttore.domain.node.ClusterName;
import direttore.domain.node.NodeName;
import direttore.domain.node.Overcommit;
import direttore.domain.operation.Submitter;
import direttore.domain.reservation.Amount;
import direttore.domain.reservation.Capacity;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.Details;
import direttore.domain.reservation.NewReservation;
import direttore.domain.reservation.NewResource;
import direttore.domain.reservation.Party;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.Resource;
import direttore.domain.reservation.ResourceChange;
import direttore.domain.reservation.ResourceChanges.Changed;
import direttore.domain.reservation.ResourceKind;
import direttore.domain.reservation.Resources.NodeUse;
import direttore.domain.reservation.Times;
import direttore.domain.reservation.Where;
import direttore.domain.reservation.Window;
import direttore.store.Database;
import direttore.store.Row;
import direttore.store.TestDatabase;
import direttore.store.operation.Safe;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A database with things to reserve, and a judge that uses nothing of the program. */
final class ReservationLab implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");
  static final ZoneId ROME = ZoneId.of("Europe/Rome");
  static final long GIB = 1024;

  /** Pairs of claims of one resource that must not lie beside each other. */
  private static final String OVERLAPS =
      """
      SELECT count(*) AS n
        FROM claim a JOIN claim b
          ON b.resource = a.resource AND b.id > a.id
         AND lower(a.during) < upper(b.during) AND lower(b.during) < upper(a.during)
       WHERE a.holding AND b.holding AND a.reservation <> b.reservation
         AND (a.lane <> 0 OR b.lane <> 0)
      """;

  /** Moments in which more of a resource is promised than there is. */
  private static final String OVER_CAPACITY =
      """
      WITH change AS (
        SELECT resource, lower(during) AS at, cores, memory FROM claim WHERE holding AND lane = 0
        UNION ALL
        SELECT resource, upper(during), -cores, -memory FROM claim WHERE holding AND lane = 0
      ), moment AS (
        SELECT resource, at, sum(cores) AS cores, sum(memory) AS memory
          FROM change GROUP BY resource, at
      ), load AS (
        SELECT resource, at, sum(cores) OVER w AS cores, sum(memory) OVER w AS memory
          FROM moment WINDOW w AS (PARTITION BY resource ORDER BY at)
      )
      SELECT count(*) AS n FROM load l JOIN resource r ON r.id = l.resource
       WHERE l.cores + r.standing_cores > r.cores * r.cores_factor
          OR l.memory + r.standing_memory > r.memory * r.memory_factor
      """;

  final Database database;
  final PgReservations reservations;
  final PgBlackouts blackouts;
  final PgWaiting waiting;
  final PgResources resources;
  final PgResourceChanges resourceChanges;
  final PgAvailability availability;
  Instant now = NOW;
  final Clock clock =
      new Clock() {
        @Override
        public ZoneId getZone() {
          return ROME;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }

        @Override
        public Instant instant() {
          return now;
        }
      };

  ReservationLab() {
    this(TestDatabase.migrated());
  }

  ReservationLab(Database database) {
    this.database = database;
    var safe = new Safe(new byte[32]);
    reservations = new PgReservations(database, safe, clock, UUID::randomUUID, Consequences.NONE);
    blackouts = new PgBlackouts(database, safe, clock, UUID::randomUUID, Consequences.NONE);
    waiting = new PgWaiting(database, safe, clock, UUID::randomUUID, Consequences.NONE);
    resources = new PgResources(database);
    resourceChanges =
        new PgResourceChanges(database, safe, clock, UUID::randomUUID, Consequences.NONE);
    availability = new PgAvailability(database);
  }

  /** Nodes of 16 cores and 64 GiB. */
  ReservationLab nodes(String... names) {
    resources.keep(
        ClusterName.MAIN,
        Stream.of(names).map(name -> new NodeUse(name, 16, 64 * GIB, Amount.NONE)).toList(),
        new Overcommit(1, 1));
    return this;
  }

  Resource device(String name, String... tags) {
    return resources.add(
        new NewResource(
            ResourceKind.DEVICE,
            ClusterName.MAIN,
            name,
            new TreeSet<>(List.of(tags)),
            Capacity.WHOLE_ONLY));
  }

  /** Changes a resource, as an operator does. */
  Changed change(Resource resource, ResourceChange change) {
    return resourceChanges.change(resource.id(), change, "olga");
  }

  static ClaimRequest node(String name) {
    return ClaimRequest.node(new NodeName(name));
  }

  static ClaimRequest share(String name, int cores) {
    return ClaimRequest.share(new NodeName(name), Amount.of(cores, cores * GIB, 0));
  }

  static ClaimRequest any(ResourceKind kind, int count, String... tags) {
    return new ClaimRequest.AnyOf(kind, new TreeSet<>(List.of(tags)), null, count);
  }

  /** So many hours after now, for so many. */
  static Window hours(double from, double length) {
    return Window.of(
        NOW.plusSeconds((long) (from * 3600)), Duration.ofSeconds((long) (length * 3600)));
  }

  static NewReservation wanted(Window window, ClaimRequest... claims) {
    return NewReservation.booking(details("lab"), new Times(window, ROME), List.of(claims));
  }

  static Details details(String title) {
    return new Details(
        title, "", new Party("ana", null, null), new Where(GuestKind.QEMU, null, null), false);
  }

  static Submitter by(@Nullable String key, String... request) {
    return new Submitter(Actor.ANYBODY, key, List.of(request));
  }

  Reservation book(Window window, ClaimRequest... claims) {
    return reservations.book(wanted(window, claims), by(null));
  }

  /** All that is offered to those who wait now. */
  List<Reservation> serve() {
    var offered = new ArrayList<Reservation>();
    var served = waiting.serve(Set.of());
    while (served.more()) {
      if (served.offered() != null) {
        offered.add(reservations.find(served.offered()));
      }
      served = waiting.serve(served.tried());
    }
    return offered;
  }

  long overlaps() {
    return count(OVERLAPS);
  }

  long momentsOverCapacity() {
    return count(OVER_CAPACITY);
  }

  long count(String sql) {
    return database.client().execute().get(sql).map(row -> new Row(row).number("n")).orElseThrow();
  }

  @Override
  public void close() {
    database.close();
  }
}
