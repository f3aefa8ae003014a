package direttore.acceptance.bench;

import direttore.app.data.DataFolder;
import direttore.app.data.FileTree;
import direttore.app.postgres.EmbeddedPostgres;
import direttore.store.Database;
import direttore.store.DatabaseAddress;
import direttore.store.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Many who book at once, in two processes on the product's own PostgreSQL, beside a plain insert by
 * the same processes, pools and client, which waits for the disk as a booking does.
 */
final class Reservations {
  private static final int WRITERS = 64;
  private static final int STORED = 100_000;

  /** So few that hardly anybody waits for a turn. */
  private static final int FEW_WRITERS = 8;

  private static final Duration WARM = Duration.ofSeconds(40);
  private static final Duration TIME = Duration.ofSeconds(5);
  private static final int MEASURED = 3;
  private static final int ROUNDS = 20;
  private static final int KILLS = 3;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Path folder;
  private final Database database;
  private final ServerProcesses server;
  private final ReservationJudge judge;
  private final DatabaseAddress address;
  private final Instant morning =
      Instant.now().truncatedTo(ChronoUnit.DAYS).plus(2, ChronoUnit.DAYS);

  private Reservations(Path folder, Database database, DatabaseAddress address) {
    this.folder = folder;
    this.database = database;
    this.address = address;
    this.server = new ServerProcesses(folder.resolve("data").resolve("postgres"));
    this.judge = new ReservationJudge(database);
  }

  static void measure() throws Exception {
    var folder = Files.createTempDirectory("direttore-bench");
    try (var server =
        EmbeddedPostgres.start(
            DataFolder.open(folder.resolve("data")),
            broken -> {
              throw new IllegalStateException(broken.getMessage());
            })) {
      var address = new DatabaseAddress(server.jdbcUrl(), server.user(), server.password());
      try (var database = Database.open(address, WRITERS / 4)) {
        Schema.migrate(database);
        new Reservations(folder, database, address).run();
      }
    } finally {
      FileTree.delete(folder);
    }
  }

  private void run() throws Exception {
    ReservationFill.things(database);
    var alone = new ReservationsAlone(database, morning);
    ReservationFill.reservations(database, 1, STORED / 10);
    alone.availability(STORED / 10);
    ReservationFill.reservations(database, STORED / 10 + 1, STORED);
    alone.availability(STORED);
    alone.classes();
    new ReservationBells(database).measure(MEASURED);
    try (var processes = new ApiProcesses(folder, WRITERS, address, morning)) {
      writers(processes);
      equalRequests(processes);
      var days = morning.plus(Duration.ofDays(20));
      new ReservationsOverHttp(folder, address, WRITERS, days).measure();
      judge.report();
      kills(processes);
    }
  }

  /**
   * A plain insert and decisions, in turn.
   *
   * @param clients CPU of the processes, in nanoseconds
   * @param server the same of PostgreSQL
   */
  private record Round(Answers plain, Answers decided, long clients, long server, double load) {
    double ratio() {
      return answers().percentile(95) / inserts().percentile(95);
    }

    Figures booked() {
      return decided.took(Answers.DECIDED_BOOKED);
    }

    Figures refused() {
      return decided.took(Answers.DECIDED_REFUSED);
    }

    /** Without waiting for the turn, and without what is free instead. */
    Figures itself() {
      return decided.took(Answers.DECIDED_BOOKED, Answers.DECIDED_REFUSED);
    }

    double anAnswer(long nanos) {
      return nanos / 1e6 / answers().count();
    }

    double ratioItself() {
      return itself().percentile(95) / inserts().percentile(95);
    }

    Figures inserts() {
      return plain.took(Answers.INSERTED);
    }

    Figures answers() {
      return decided.took(Answers.BOOKED, Answers.REFUSED, Answers.TURNED_AWAY, Answers.FAILED);
    }
  }

  private void writers(ApiProcesses processes) throws IOException {
    // Before, up to half of what the processes spend is of the compiler.
    processes.insert(WARM.dividedBy(4), WRITERS);
    processes.decide(WARM, WRITERS);
    measured(processes, WRITERS);
    measured(processes, FEW_WRITERS);
    alone(processes);
  }

  private void measured(ApiProcesses processes, int writers) throws IOException {
    var rounds = new ArrayList<Round>();
    for (var i = 0; i < MEASURED; i++) {
      rounds.add(round(processes, writers));
    }
    report(writers, rounds);
  }

  /** Beside the time above: the rest of that is waiting for others' turns of the two cores. */
  private static void alone(ApiProcesses processes) throws IOException {
    var plain = processes.alone("insert", TIME).took(Answers.INSERTED);
    var decided = processes.alone("decide", TIME);
    var booked = decided.took(Answers.BOOKED);
    var refused = decided.took(Answers.REFUSED);
    Bench.row(
        "The same by one writer, who waits for nobody",
        "booked p50 %.1f ms, p95 %.1f ms; refused p50 %.1f ms, p95 %.1f ms; a plain insert p50 %.1f ms, p95 %.1f ms; load %.1f"
            .formatted(
                booked.percentile(50),
                booked.percentile(95),
                refused.percentile(50),
                refused.percentile(95),
                plain.percentile(50),
                plain.percentile(95),
                Bench.loadAverage()));
  }

  private Round round(ApiProcesses processes, int writers) throws IOException {
    var plain = processes.insert(TIME, writers);
    var before = server.cpu();
    var decided = processes.decide(TIME, writers);
    return new Round(
        plain.answers(),
        decided.answers(),
        decided.cpu(),
        server.cpu() - before,
        Bench.loadAverage());
  }

  private void report(int writers, List<Round> rounds) {
    Bench.row(
        "%d writers in two processes book wholes, shares and any-of on four nodes, %,d stored"
            .formatted(writers, STORED),
        "answers: p50 %.1f ms, p95 %.1f ms, longest %.0f ms, %.0f a second; of them the decision itself: p50 %.1f ms, p95 %.1f ms, longest %.0f ms; a plain insert beside: p95 %.1f ms, %.0f a second; medians of %d rounds, load %.1f"
            .formatted(
                Figures.median(rounds, each -> each.answers().percentile(50)),
                Figures.median(rounds, each -> each.answers().percentile(95)),
                longest(rounds, Round::answers),
                Figures.median(rounds, each -> each.answers().count() / (double) TIME.toSeconds()),
                Figures.median(rounds, each -> each.itself().percentile(50)),
                Figures.median(rounds, each -> each.itself().percentile(95)),
                longest(rounds, Round::itself),
                Figures.median(rounds, each -> each.inserts().percentile(95)),
                Figures.median(rounds, each -> each.inserts().count() / (double) TIME.toSeconds()),
                rounds.size(),
                Figures.median(rounds, Round::load)));
    Bench.row(
        "of these",
        "p95 is %s times that of a plain insert for answers, %s times for decisions; answers: booked p50 %.1f ms, p95 %.1f ms, refused with what is free instead p50 %.1f ms, p95 %.1f ms; decisions: booked p50 %.1f ms, p95 %.1f ms, refused p50 %.1f ms, p95 %.1f ms; %d booked, %d refused, %d turned away, %d failed; CPU an answer: processes %.2f ms, PostgreSQL %.2f ms"
            .formatted(
                spread(rounds, Round::ratio),
                spread(rounds, Round::ratioItself),
                Figures.median(rounds, each -> each.decided().took(Answers.BOOKED).percentile(50)),
                Figures.median(rounds, each -> each.decided().took(Answers.BOOKED).percentile(95)),
                Figures.median(rounds, each -> each.decided().took(Answers.REFUSED).percentile(50)),
                Figures.median(rounds, each -> each.decided().took(Answers.REFUSED).percentile(95)),
                Figures.median(rounds, each -> each.booked().percentile(50)),
                Figures.median(rounds, each -> each.booked().percentile(95)),
                Figures.median(rounds, each -> each.refused().percentile(50)),
                Figures.median(rounds, each -> each.refused().percentile(95)),
                sum(rounds, Answers.BOOKED),
                sum(rounds, Answers.REFUSED),
                sum(rounds, Answers.TURNED_AWAY),
                sum(rounds, Answers.FAILED),
                Figures.median(rounds, each -> each.anAnswer(each.clients())),
                Figures.median(rounds, each -> each.anAnswer(each.server()))));
  }

  private static String spread(List<Round> rounds, ToDoubleFunction<Round> figure) {
    return "%.1f (%.1f to %.1f)"
        .formatted(
            Figures.median(rounds, figure),
            rounds.stream().mapToDouble(figure).min().orElse(0),
            rounds.stream().mapToDouble(figure).max().orElse(0));
  }

  private static double longest(List<Round> rounds, Function<Round, Figures> figures) {
    return rounds.stream().mapToDouble(each -> figures.apply(each).percentile(100)).max().orElse(0);
  }

  private static long sum(List<Round> rounds, String letter) {
    return rounds.stream().mapToLong(each -> each.decided().count(letter)).sum();
  }

  /** The requests that the first Direttore books twice in 13 of 20 rounds. */
  private void equalRequests(ApiProcesses processes) throws IOException {
    var twice = 0;
    var none = 0;
    var start = System.nanoTime();
    for (var round = 0; round < ROUNDS; round++) {
      var booked = processes.equal(morning.plus(Duration.ofDays(370)), "sw" + (1 + round));
      twice += booked > 1 ? 1 : 0;
      none += booked == 0 ? 1 : 0;
    }
    Bench.row(
        "%d rounds of %d equal requests".formatted(ROUNDS, WRITERS),
        "booked twice in %d of them, not at all in %d; %.0f requests decided a second"
            .formatted(twice, none, ROUNDS * WRITERS / ((System.nanoTime() - start) / 1e9)));
  }

  private void awaitServer() throws InterruptedException {
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try (var _ = database.connect()) {
        return;
      } catch (SQLException e) {
        if (System.nanoTime() > end) {
          throw new IllegalStateException("PostgreSQL is not back", e);
        }
        Thread.sleep(200);
      }
    }
  }

  /** Each time while they write; what was told to somebody has to be there afterwards. */
  private void kills(ApiProcesses processes)
      throws IOException, InterruptedException, SQLException {
    var told = 0;
    var lost = 0;
    for (var i = 0; i < KILLS; i++) {
      // In days that are not full yet, so that many are told that they have something.
      var files = processes.beginDeciding(TIME, 40 + 10 * i);
      Thread.sleep(TIME.toMillis() / 2);
      server.kill();
      var booked = processes.end(files).answers().booked();
      awaitServer();
      told += booked.size();
      lost += judge.missing(booked).size();
    }
    Bench.row(
        "kill -9 of every process of PostgreSQL under the same load, %d times".formatted(KILLS),
        "%d of %,d bookings that were told are lost".formatted(lost, told));
  }
}
