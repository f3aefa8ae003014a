package direttore.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import direttore.store.Database;
import direttore.store.Row;
import direttore.testkit.Limit;
import direttore.testkit.Program;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One of two processes that serve the API is killed while many book. What was promised is there
 * once, and whoever had no answer and asks again with the same key has at most one reservation.
 */
class KilledApiTest {
  private static final Duration PATIENCE = Limit.NEVER;
  private static final int CLIENTS = 4;
  private static final int PROMISED = 60;
  private static final int QUARTERS = 4 * 24 * 7;
  private static final String HELD = "held";
  private static final Instant MORNING =
      Instant.now().truncatedTo(ChronoUnit.DAYS).plus(2, ChronoUnit.DAYS);

  /** Pairs of claims of one device that lie beside each other. */
  private static final String OVERLAPS =
      """
      SELECT count(*) AS n FROM claim a
        JOIN claim b ON b.resource = a.resource AND b.id > a.id
                    AND lower(a.during) < upper(b.during) AND lower(b.during) < upper(a.during)
       WHERE a.holding AND b.holding
      """;

  private static final String WAITING =
      """
      SELECT count(*) AS n FROM pg_locks
       WHERE locktype = 'advisory' AND classid = 17490 AND NOT granted
         AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
      """;

  /** What was sent, by its key. */
  private final Map<String, String> sent = new ConcurrentHashMap<>();

  /** The reservations that were promised, by the keys of the requests. */
  private final Map<String, Long> promised = new ConcurrentHashMap<>();

  private volatile boolean enough;

  @Test
  void whatWasPromisedIsThereOnceAfterAKill(@TempDir Path folder) throws Exception {
    try (var lab = Lab.open(folder, Duration.ofSeconds(1));
        var database = lab.database();
        var one = new Api(lab);
        var other = new Api(lab)) {
      one.client.awaitReady(PATIENCE);
      other.client.awaitReady(PATIENCE);
      addDevices(database);

      struck(one, other, database);
      one.start();
      one.client.awaitReady(PATIENCE);

      assertThat(stored(database)).containsAllEntriesOf(promised);
      var again = repeated(one.client);
      assertThat(again).as("the same once more").containsAllEntriesOf(promised).containsKey(HELD);
      assertThat(stored(database)).isEqualTo(again);
      assertThat(number(database, OVERLAPS)).isZero();
    }
  }

  /** A process that serves the API, always on the same port. */
  private static final class Api implements AutoCloseable {
    private final Lab lab;
    private final Map<String, String> settings;
    private final JsonClient client;
    private Program program;

    Api(Lab lab) {
      this.lab = lab;
      this.settings = lab.settings();
      this.client = new JsonClient(Integer.parseInt(settings.get("API_PORT")));
      this.program = lab.start("api", settings);
    }

    void start() {
      program = lab.start("api", settings);
    }

    @Override
    public void close() {
      client.close();
      program.close();
    }
  }

  private static void addDevices(Database database) {
    database
        .client()
        .execute()
        .dml(
            """
            INSERT INTO resource (kind, name)
            VALUES ('device', 'sw1'), ('device', 'sw2'), ('device', 'sw3'), ('device', 'held')
            """);
  }

  /** Kills one of them while all book and one request of it is about to be decided. */
  private void struck(Api one, Api other, Database database) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor();
        var connection = database.connect()) {
      hold(connection);
      var held = threads.submit(() -> book(one.client, HELD, body(HELD, 0, 4)));
      await().atMost(PATIENCE).until(() -> number(database, WAITING) > 0);
      var cut = booking(threads, one.client, "one");
      var uncut = booking(threads, other.client, "other");
      await().atMost(PATIENCE).until(() -> promised.size() >= PROMISED);

      one.program.kill();
      connection.rollback();

      assertThat(held.get()).isEqualTo(Answer.NONE);
      assertThat(cut).allSatisfy(client -> assertThat(client.get()).isEqualTo(Answer.NONE));
      enough = true;
      assertThat(uncut).allSatisfy(client -> assertThat(client.get()).isEqualTo(Answer.GIVEN));
    }
  }

  private static void hold(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      statement.execute(
          "SELECT pg_advisory_xact_lock(17490, id) FROM resource WHERE name = 'held'");
    }
  }

  /** Whether the process lived to answer. */
  private enum Answer {
    GIVEN,
    NONE
  }

  private List<Future<Answer>> booking(ExecutorService threads, JsonClient client, String who) {
    var all = new ArrayList<Future<Answer>>();
    for (var i = 0; i < CLIENTS; i++) {
      var name = who + "-" + i;
      all.add(threads.submit(() -> bookOn(client, name)));
    }
    return all;
  }

  private Answer bookOn(JsonClient client, String name) {
    var random = new Random(name.hashCode());
    var answer = Answer.GIVEN;
    for (var i = 0; answer == Answer.GIVEN && !enough; i++) {
      var device = "sw" + (1 + random.nextInt(3));
      answer =
          book(
              client,
              name + "-" + i,
              body(device, random.nextInt(QUARTERS), 1 + random.nextInt(4)));
    }
    return answer;
  }

  private static String body(String device, int quarter, int quarters) {
    var from = MORNING.plus(Duration.ofMinutes(15L * quarter));
    return """
    {"title":"lab","start_dt":"%s","end_dt":"%s","claims":[{"device":"%s"}]}
    """
        .formatted(from, from.plus(Duration.ofMinutes(15L * quarters)), device);
  }

  private Answer book(JsonClient client, String key, String body) {
    sent.put(key, body);
    try {
      send(client, key, body, promised);
      return Answer.GIVEN;
    } catch (UncheckedIOException e) {
      return Answer.NONE;
    }
  }

  private static void send(
      JsonClient client, String key, String body, Map<String, Long> reservations) {
    var answer = client.post("/api/reservations", body, "Idempotency-Key", key);
    // Taken, or too many at once.
    assertThat(answer.status()).isIn(201, 409, 503);
    if (answer.status() == 201) {
      reservations.put(key, answer.body().path("id").asLong());
    }
  }

  /** Asks again for all, whatever the answer was and whether there was one. */
  private Map<String, Long> repeated(JsonClient client) throws Exception {
    var again = new ConcurrentHashMap<String, Long>();
    try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
      var all = new ArrayList<Future<?>>();
      sent.forEach((key, body) -> all.add(threads.submit(() -> send(client, key, body, again))));
      for (var each : all) {
        each.get();
      }
    }
    return again;
  }

  private static long number(Database database, String sql) {
    return database.client().execute().get(sql).map(row -> new Row(row).number("n")).orElseThrow();
  }

  /** Each key once, or this fails. */
  private static Map<String, Long> stored(Database database) {
    return database
        .client()
        .execute()
        .query("SELECT idempotency_key AS key, id FROM reservation")
        .map(Row::new)
        .collect(Collectors.toMap(row -> row.text("key"), row -> row.number("id")));
  }
}
