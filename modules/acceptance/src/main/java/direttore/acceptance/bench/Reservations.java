package direttore.acceptance.bench;

import direttore.app.data.DataFolder;
import direttore.app.data.FileTree;
import direttore.app.postgres.EmbeddedPostgres;
import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.guest.GuestKind;
import direttore.domain.node.NodeName;
import direttore.domain.operation.Submitter;
import direttore.domain.reservation.Amount;
import direttore.domain.reservation.Availability;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.Details;
import direttore.domain.reservation.Margins;
import direttore.domain.reservation.NewReservation;
import direttore.domain.reservation.Party;
import direttore.domain.reservation.ResourceKind;
import direttore.domain.reservation.Times;
import direttore.domain.reservation.Where;
import direttore.domain.reservation.Window;
import direttore.store.Database;
import direttore.store.DatabaseAddress;
import direttore.store.Schema;
import direttore.store.operation.Safe;
import direttore.store.reservation.Consequences;
import direttore.store.reservation.PgAvailability;
import direttore.store.reservation.PgReservations;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Many who book at once, on the product's own PostgreSQL with two pools of connections as two
 * processes have them, beside a plain insert by the same way. The judge is SQL of its own.
 */
final class Reservations {
  private static final int WRITERS = 64;
  private static final int POOL = 16;
  private static final int STORED = 100_000;
  private static final Duration TIME = Duration.ofSeconds(10);
  private static final int ROUNDS = 20;
  private static final Submitter BY = new Submitter(Actor.ANYBODY, null, List.of());

  private static final String OVERLAPS =
      """
      SELECT count(*) FROM claim a
        JOIN claim b ON b.resource = a.resource AND b.id > a.id AND a.during && b.during
       WHERE a.holding AND b.holding AND a.reservation <> b.reservation
         AND (a.lane <> 0 OR b.lane <> 0)
      """;

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
      SELECT count(*) FROM load l JOIN resource r ON r.id = l.resource
       WHERE l.cores > r.cores OR l.memory > r.memory
      """;

  private static final String DEADLOCKS =
      "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()";

  private final AtomicInteger turnedAway = new AtomicInteger();
  private final Database database;
  private final Instant morning =
      Instant.now().truncatedTo(ChronoUnit.DAYS).plus(2, ChronoUnit.DAYS);
  private final List<ApiProcess> processes;

  /** What each API process has of its own. */
  private record ApiProcess(Database database, PgReservations reservations) {
    static ApiProcess of(Database database) {
      return new ApiProcess(
          database,
          new PgReservations(
              database,
              new Safe(new byte[Safe.KEY_BYTES]),
              Clock.systemUTC(),
              UUID::randomUUID,
              Consequences.NONE));
    }
  }

  private Reservations(Database database, Database beside) {
    this.database = database;
    this.processes = List.of(ApiProcess.of(database), ApiProcess.of(beside));
  }

  static void measure() throws Exception {
    var folder = Files.createTempDirectory("direttore-bench");
    try (var server =
            EmbeddedPostgres.start(
                DataFolder.open(folder.resolve("data")),
                broken -> {
                  throw new IllegalStateException(broken.getMessage());
                });
        var database = Database.open(address(server), POOL);
        var beside = Database.open(address(server), POOL)) {
      Schema.migrate(database);
      new Reservations(database, beside).run();
    } finally {
      FileTree.delete(folder);
    }
  }

  private static DatabaseAddress address(EmbeddedPostgres server) {
    return new DatabaseAddress(server.jdbcUrl(), server.user(), server.password());
  }

  private void run() throws Exception {
    ReservationFill.things(database);
    ReservationFill.reservations(database, 1, STORED / 10);
    availability(STORED / 10);
    ReservationFill.reservations(database, STORED / 10 + 1, STORED);
    availability(STORED);
    classes();
    // The first seconds are of the compiler.
    both(Duration.ofSeconds(5));
    var measured = both(TIME);
    report(measured.getFirst(), measured.getLast());
    equalRequests();
    judge();
  }

  /** A plain insert, then the same by decisions. */
  private List<Figures> both(Duration time) throws Exception {
    return List.of(load(time, this::insert), load(time, this::decide));
  }

  private interface Work {
    void once(ApiProcess process, Random random);
  }

  private Figures load(Duration time, Work work) throws Exception {
    var end = System.nanoTime() + time.toNanos();
    var parts = new ArrayList<Future<long[]>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var i = 0; i < WRITERS; i++) {
        var number = i;
        parts.add(threads.submit(() -> write(number, end, work)));
      }
    }
    return figures(parts);
  }

  private static Figures figures(List<Future<long[]>> parts)
      throws InterruptedException, ExecutionException {
    var all = LongStream.empty();
    for (var part : parts) {
      all = LongStream.concat(all, LongStream.of(part.get()));
    }
    return new Figures(all.toArray());
  }

  private long[] write(int number, long end, Work work) {
    var random = new Random(number);
    var process = processes.get(number % processes.size());
    var took = new ArrayList<Long>();
    while (System.nanoTime() < end) {
      var start = System.nanoTime();
      work.once(process, random);
      took.add(System.nanoTime() - start);
    }
    return took.stream().mapToLong(Long::longValue).toArray();
  }

  private void insert(ApiProcess process, Random random) {
    process
        .database()
        .client()
        .execute()
        .createInsert(
            """
            INSERT INTO plain (title, during)
            VALUES (:title, CAST(:during AS tstzrange))
            """)
        .addParam("title", "lab")
        .addParam("during", "[%s,%s)".formatted(morning, morning.plusSeconds(3600)))
        .execute();
  }

  /** Ten days on four nodes and four devices; every fourth is called off again. */
  private void decide(ApiProcess process, Random random) {
    var from = morning.plus(Duration.ofMinutes(15L * random.nextInt(4 * 24 * 10)));
    var node = new NodeName("pve" + (1 + random.nextInt(4)));
    var claim =
        random.nextInt(4) == 0
            ? ClaimRequest.device("sw" + (1 + random.nextInt(4)))
            : ClaimRequest.share(node, Amount.of(1 + random.nextInt(8), 4096, 0));
    try {
      var booked =
          process
              .reservations()
              .book(wanted(Window.of(from, Duration.ofHours(2)), List.of(claim)), BY);
      if (random.nextInt(4) == 0) {
        process.reservations().cancel(booked.id(), null, null);
      }
    } catch (Refusal.ReservationConflict e) {
      // As it should be.
    } catch (Refusal.Overloaded e) {
      turnedAway.incrementAndGet();
    }
  }

  private static NewReservation wanted(Window window, List<ClaimRequest> claims) {
    return NewReservation.booking(
        new Details(
            "lab", "", new Party("ana", null, null), new Where(GuestKind.QEMU, null, null), false),
        new Times(window, ZoneOffset.UTC),
        claims);
  }

  private void report(Figures plain, Figures decided) {
    Bench.row(
        "%d writers book shares of four nodes and four devices, %,d stored"
            .formatted(WRITERS, STORED),
        "p50 %.1f ms, p95 %.1f ms, longest %.0f ms, %.0f a second; a plain insert beside: p95 %.1f ms (%.1f times); %d turned away"
            .formatted(
                decided.percentile(50),
                decided.percentile(95),
                decided.percentile(100),
                decided.count() / (double) TIME.toSeconds(),
                plain.percentile(95),
                decided.percentile(95) / plain.percentile(95),
                turnedAway.get()));
  }

  /** Thirty devices, thirty VLANs and thirty shares, alone. */
  private void classes() {
    var claims =
        Stream.concat(
                Stream.of(any(ResourceKind.DEVICE, "switch"), any(ResourceKind.VLAN, "lab")),
                Stream.of(
                    new ClaimRequest.AnyOf(
                        ResourceKind.NODE, new TreeSet<>(), Amount.of(2, 4096, 0), 30)))
            .toList();
    var took = new long[20];
    for (var i = 0; i < took.length; i++) {
      var from = morning.plus(Duration.ofHours(300L + 3L * i));
      var start = System.nanoTime();
      processes
          .getFirst()
          .reservations()
          .book(wanted(Window.of(from, Duration.ofHours(2)), claims), BY);
      took[i] = System.nanoTime() - start;
    }
    var figures = new Figures(took);
    Bench.row(
        "A class of 30: 90 claims in one decision",
        "p50 %.0f ms, p95 %.0f ms".formatted(figures.percentile(50), figures.percentile(95)));
  }

  private static ClaimRequest any(ResourceKind kind, String tag) {
    return new ClaimRequest.AnyOf(kind, new TreeSet<>(List.of(tag)), null, 30);
  }

  /** Three devices and a share of one node, then of any, for two hours, within a year. */
  private void availability(int stored) {
    var availability = new PgAvailability(database);
    var share = Amount.of(8, 16_384, 0);
    var one = search(availability, ClaimRequest.share(new NodeName("pve1"), share));
    var any =
        search(availability, new ClaimRequest.AnyOf(ResourceKind.NODE, new TreeSet<>(), share, 1));
    Bench.row(
        "First three free slots within a year, %,d stored".formatted(stored),
        "one node: p50 %.1f ms, p95 %.1f ms; any node: p50 %.1f ms, p95 %.1f ms"
            .formatted(
                one.percentile(50), one.percentile(95), any.percentile(50), any.percentile(95)));
  }

  private Figures search(Availability availability, ClaimRequest node) {
    var random = new Random(1);
    return new Figures(
        IntStream.range(0, 80)
            .mapToLong(i -> {
              var claims =
                  Stream.concat(
                          random
                              .ints(1, 401)
                              .distinct()
                              .limit(3)
                              .mapToObj(n -> ClaimRequest.device("sw" + n)),
                          Stream.of(node))
                      .toList();
              var from = morning.plus(Duration.ofHours(random.nextInt(24 * 250)));
              var wanted = new Availability.Wanted(claims, Duration.ofHours(2), Margins.NONE, null);
              var start = System.nanoTime();
              availability.slots(wanted, Window.of(from, Duration.ofDays(365)), 3);
              return System.nanoTime() - start;
            })
            .skip(20)
            .toArray());
  }

  /** The requests that the first Direttore books twice in 13 of 20 rounds. */
  private void equalRequests() throws Exception {
    var twice = 0;
    var start = System.nanoTime();
    for (var round = 0; round < ROUNDS; round++) {
      var from = morning.plus(Duration.ofDays(340)).plus(Duration.ofHours(round));
      var wanted =
          wanted(
              Window.of(from, Duration.ofHours(1)),
              List.of(ClaimRequest.device("sw" + (1 + round))));
      var booked = new AtomicInteger();
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (var i = 0; i < WRITERS; i++) {
          var process = processes.get(i % processes.size());
          threads.execute(() -> {
            try {
              process.reservations().book(wanted, BY);
              booked.incrementAndGet();
            } catch (Refusal.ReservationConflict e) {
              // Another was first.
            }
          });
        }
      }
      twice += booked.get() > 1 ? 1 : 0;
    }
    Bench.row(
        "%d rounds of %d equal requests".formatted(ROUNDS, WRITERS),
        "booked twice in %d of them; %.0f requests decided a second"
            .formatted(twice, ROUNDS * WRITERS / ((System.nanoTime() - start) / 1e9)));
  }

  private void judge() throws SQLException {
    Bench.row(
        "Afterwards, by SQL of its own",
        "%d overlaps, %d moments over capacity, %d deadlocks, %,d claims hold"
            .formatted(
                ReservationFill.count(database, OVERLAPS),
                ReservationFill.count(database, OVER_CAPACITY),
                ReservationFill.count(database, DEADLOCKS),
                ReservationFill.count(database, "SELECT count(*) FROM claim WHERE holding")));
  }
}
