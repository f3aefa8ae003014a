package direttore.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import direttore.app.data.DataFolder;
import direttore.domain.access.Actor;
import direttore.domain.guest.GuestKind;
import direttore.domain.node.ClusterName;
import direttore.domain.node.NodeName;
import direttore.domain.node.Overcommit;
import direttore.domain.operation.Submitter;
import direttore.domain.reservation.Amount;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.Details;
import direttore.domain.reservation.NewReservation;
import direttore.domain.reservation.Party;
import direttore.domain.reservation.Resources.NodeUse;
import direttore.domain.reservation.Times;
import direttore.domain.reservation.Where;
import direttore.domain.reservation.Window;
import direttore.store.Database;
import direttore.store.DatabaseAddress;
import direttore.store.Row;
import direttore.store.Schema;
import direttore.store.operation.Safe;
import direttore.store.reservation.Consequences;
import direttore.store.reservation.PgReservations;
import direttore.store.reservation.PgResources;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;

/** Kills our own PostgreSQL under load, with a disk that it waits for. */
final class AnsweredBookingsTest {
  private static final int ROUNDS = 3;
  private static final int WRITERS = 16;
  private static final int BEFORE_THE_KILL = 60;

  @TempDir(factory = TempDirFactory.Standard.class)
  static Path parent;

  @Test
  void noneIsLostWhenEveryProcessOfPostgresIsKilled() throws Exception {
    var folder = DataFolder.open(parent.resolve("data"));
    try (var server = EmbeddedPostgres.start(folder, broken -> {});
        var database =
            Database.open(
                new DatabaseAddress(server.jdbcUrl(), server.user(), server.password()), 8)) {
      Schema.migrate(database);
      new PgResources(database)
          .keep(
              ClusterName.MAIN,
              List.of(new NodeUse("pve1", 10_000, 1 << 24, Amount.NONE)),
              new Overcommit(1, 1));
      Set<Long> answered = ConcurrentHashMap.newKeySet();
      for (var round = 0; round < ROUNDS; round++) {
        round(folder, database, answered);

        assertThat(stored(database)).as("round %d", round).containsAll(answered);
      }
    }
  }

  private static void round(DataFolder folder, Database database, Set<Long> answered)
      throws Exception {
    var reservations =
        new PgReservations(
            database,
            new Safe(new byte[32]),
            Clock.systemUTC(),
            UUID::randomUUID,
            Consequences.NONE);
    var killed = new AtomicBoolean();
    var count = new AtomicInteger();
    try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var i = 0; i < WRITERS; i++) {
        writers.execute(() -> {
          while (!killed.get()) {
            try {
              answered.add(book(reservations));
              count.incrementAndGet();
            } catch (RuntimeException e) {
              // What was not answered may be lost.
              Thread.onSpinWait();
            }
          }
        });
      }
      await().atMost(Duration.ofMinutes(1)).until(() -> count.get() >= BEFORE_THE_KILL);
      var postmaster = Postmaster.running(folder.resolve("postgres")).orElseThrow();
      var all = Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
      all.forEach(ProcessHandle::destroyForcibly);
      killed.set(true);
      writers.shutdown();
      assertThat(writers.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
    }
    await()
        .atMost(Duration.ofMinutes(2))
        .ignoreExceptions()
        .until(() -> database.client().execute().get("SELECT 1 AS one").isPresent());
  }

  private static long book(PgReservations reservations) {
    var from = Instant.now().plus(1, ChronoUnit.HOURS);
    return reservations
        .book(
            NewReservation.booking(
                new Details(
                    "lab",
                    "",
                    new Party("ana", null, null),
                    new Where(GuestKind.QEMU, null, null),
                    false),
                new Times(Window.of(from, Duration.ofHours(1)), ZoneId.of("Europe/Rome")),
                List.of(ClaimRequest.share(new NodeName("pve1"), Amount.of(1, 1, 0)))),
            new Submitter(Actor.ANYBODY, null, List.of()))
        .id();
  }

  private static Set<Long> stored(Database database) {
    var ids = new HashSet<Long>();
    database
        .client()
        .execute()
        .query("SELECT reservation FROM claim WHERE holding")
        .forEach(row -> ids.add(new Row(row).number("reservation")));
    return ids;
  }
}
