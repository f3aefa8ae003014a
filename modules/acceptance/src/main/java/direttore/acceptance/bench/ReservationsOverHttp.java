package direttore.acceptance.bench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import direttore.acceptance.JsonClient;
import direttore.domain.reservation.Amount;
import direttore.domain.reservation.ClaimRequest;
import direttore.simulator.pve.PveSimulator;
import direttore.store.DatabaseAddress;
import direttore.testkit.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/**
 * The same bookings asked for over HTTP, of two of the program's own API processes at a simulated
 * cluster of four nodes.
 */
final class ReservationsOverHttp {
  private static final int PROCESSES = 2;
  private static final int DAYS = 10;
  private static final Duration WARM = Duration.ofSeconds(40);
  private static final Duration TIME = Duration.ofSeconds(5);
  private static final int MEASURED = 3;
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int LONGEST_MILLIS = 2_000;
  private static final JsonMapper JSON = new JsonMapper();
  private final Path folder;
  private final DatabaseAddress address;
  private final int writers;
  private final Instant morning;

  /**
   * As many as the given writers at once.
   *
   * @param morning of the first of the days that are booked
   */
  ReservationsOverHttp(Path folder, DatabaseAddress address, int writers, Instant morning) {
    this.folder = folder;
    this.address = address;
    this.writers = writers;
    this.morning = morning;
  }

  /** What was answered between two instants. */
  private record Answered(Instant from, Instant until, Answers answers) {
    boolean has(Instant at) {
      return !at.isBefore(from) && at.isBefore(until);
    }
  }

  /** Plain inserts and bookings, in turn. */
  private record Round(Answered plain, Answered booked, double load) {
    Figures inserts() {
      return plain.answers().took(Answers.INSERTED);
    }

    Figures answers() {
      return booked
          .answers()
          .took(Answers.BOOKED, Answers.REFUSED, Answers.TURNED_AWAY, Answers.FAILED);
    }

    double ratio() {
      return answers().percentile(95) / inserts().percentile(95);
    }
  }

  void measure() throws Exception {
    var lab = Bench.lab(Duration.ofSeconds(2)).withSize(4, 40);
    var recordings = new ArrayList<Path>();
    var rounds = new ArrayList<Round>();
    try (var simulator = PveSimulator.start(lab);
        var programs = new Programs()) {
      for (var i = 0; i < PROCESSES; i++) {
        var recording = folder.resolve("api-%d.jfr".formatted(i));
        programs.start(settings(simulator, recording));
        recordings.add(recording);
      }
      write(programs, WARM.dividedBy(4), this::insert);
      write(programs, WARM, this::book);
      for (var i = 0; i < MEASURED; i++) {
        var plain = write(programs, TIME, this::insert);
        var booked = write(programs, TIME, this::book);
        rounds.add(new Round(plain, booked, Bench.loadAverage()));
      }
    }
    // They leave their recordings as they end.
    report(rounds, decisions(recordings));
  }

  private Map<String, String> settings(PveSimulator simulator, Path recording) {
    var settings = Bench.settings(folder, simulator);
    settings.put("DATABASE_URL", address.url());
    settings.put("DATABASE_USER", address.user());
    settings.put("DATABASE_PASSWORD", address.password());
    // All come from one address.
    settings.put("API_ORDERS_PER_MINUTE", "100000");
    settings.put(
        "JAVA_TOOL_OPTIONS",
        "-XX:StartFlightRecording:settings=none,+direttore.Decision#enabled=true,"
            + "+direttore.Decision#threshold=0ms,filename="
            + recording);
    return settings;
  }

  /** API processes that run. */
  private final class Programs implements AutoCloseable {
    private final List<Program> all = new ArrayList<>();
    private final List<Integer> ports = new ArrayList<>();

    void start(Map<String, String> settings) throws Exception {
      var port = Integer.parseInt(settings.get("API_PORT"));
      all.add(Program.start("api", folder, settings));
      ports.add(port);
      try (var client = new JsonClient(port)) {
        client.awaitReady(PATIENCE);
      }
    }

    int port(int writer) {
      return ports.get(writer % PROCESSES);
    }

    @Override
    public void close() {
      all.forEach(Program::close);
    }
  }

  /** One request: how long it took, and what it came to. */
  private interface Work {
    String once(RawConnection connection, Random random) throws IOException;
  }

  private Answered write(Programs programs, Duration time, Work work) throws Exception {
    var from = Instant.now();
    var end = System.nanoTime() + time.toNanos();
    var lines = new ArrayList<String>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var writing = new ArrayList<Callable<List<String>>>();
      for (var i = 0; i < writers; i++) {
        var port = programs.port(i);
        var random = new Random(System.nanoTime() + i);
        writing.add(() -> write(port, random, end, work));
      }
      for (var done : threads.invokeAll(writing)) {
        lines.addAll(done.get());
      }
    }
    return new Answered(from, Instant.now(), new Answers(lines));
  }

  private static List<String> write(int port, Random random, long end, Work work)
      throws IOException {
    var lines = new ArrayList<String>();
    try (var connection = new RawConnection(port, "Content-Type: application/json\r\n")) {
      while (System.nanoTime() < end) {
        lines.add(work.once(connection, random));
      }
    }
    return lines;
  }

  /** Of ten days. What is booked is called off again, one in four, which is not measured. */
  private String book(RawConnection connection, Random random) throws IOException {
    var answer = connection.ask("POST", "/api/reservations", body(random));
    if (answer.status() == 201 && random.nextInt(4) == 0) {
      var id = JSON.readTree(answer.body()).path("id").asLong();
      connection.ask("DELETE", "/api/reservations/" + id, "");
    }
    return "%d %s".formatted(answer.nanos(), letter(answer.status()));
  }

  /** A row that nothing has to be decided about: a team. */
  private String insert(RawConnection connection, Random random) throws IOException {
    var team = "{\"name\":\"team-%016x\"}".formatted(random.nextLong());
    var answer = connection.ask("POST", "/api/teams", team);
    if (answer.status() != 201) {
      throw new IOException("%d: %s".formatted(answer.status(), answer.body()));
    }
    return "%d %s".formatted(answer.nanos(), Answers.INSERTED);
  }

  private static String letter(int status) {
    return switch (status) {
      case 201 -> Answers.BOOKED;
      case 409 -> Answers.REFUSED;
      case 429, 503 -> Answers.TURNED_AWAY;
      default -> Answers.FAILED;
    };
  }

  private String body(Random random) {
    var from = morning.plus(Duration.ofMinutes(15L * random.nextInt(4 * 24 * DAYS)));
    return "{\"title\":\"lab\",\"start_dt\":\"%s\",\"end_dt\":\"%s\",\"claims\":[%s]}"
        .formatted(from, from.plus(Duration.ofHours(2)), claims(random));
  }

  /** What {@link ApiProcess} asks for, in the words of the API. */
  private static String claims(Random random) {
    return ApiProcess.claims(random).stream()
        .map(ReservationsOverHttp::claim)
        .collect(Collectors.joining(","));
  }

  private static String claim(ClaimRequest wanted) {
    return switch (wanted) {
      case ClaimRequest.Named(var kind, var name, var share) ->
          "{\"%s\":\"%s\"%s}".formatted(kind.wire(), name, share(share));
      case ClaimRequest.OfPrefix(var prefix, var count, _) ->
          "{\"prefix\":%d,\"count\":%d}".formatted(prefix, count);
      case ClaimRequest.AnyOf(var kind, var tags, var share, var count) ->
          "{\"any\":{\"kind\":\"%s\",\"tags\":[%s]%s},\"count\":%d}"
              .formatted(
                  kind.wire(),
                  tags.stream().map("\"%s\""::formatted).collect(Collectors.joining(",")),
                  share(share),
                  count);
    };
  }

  private static String share(@Nullable Amount share) {
    return share == null
        ? ""
        : ",\"cores\":%d,\"memory\":%d".formatted(share.cores(), share.memory());
  }

  private static List<RecordedEvent> decisions(List<Path> recordings) throws IOException {
    var all = new ArrayList<RecordedEvent>();
    for (var recording : recordings) {
      all.addAll(RecordingFile.readAllEvents(recording));
    }
    return all;
  }

  private void report(List<Round> rounds, List<RecordedEvent> decisions) {
    var itself = rounds.stream().map(round -> itself(round, decisions)).toList();
    Bench.row(
        "The same over HTTP, %d connections to two API processes of the program".formatted(writers),
        "answers: p50 %.1f ms, p95 %.1f ms, longest %.0f ms, %.0f a second; of them the decision itself: p50 %.1f ms, p95 %.1f ms; an answer to a plain insert beside: p50 %.1f ms, p95 %.1f ms, %.0f a second; p95 is %.1f times that of such an answer for answers, %.1f times for decisions; %d booked, %d refused, %d turned away, %d failed, %d over %d ms; medians of %d rounds, load %.1f"
            .formatted(
                Figures.median(rounds, each -> each.answers().percentile(50)),
                Figures.median(rounds, each -> each.answers().percentile(95)),
                rounds.stream().mapToDouble(each -> each.answers().percentile(100)).max().orElse(0),
                Figures.median(rounds, each -> each.answers().count() / (double) TIME.toSeconds()),
                Figures.median(itself, each -> each.percentile(50)),
                Figures.median(itself, each -> each.percentile(95)),
                Figures.median(rounds, each -> each.inserts().percentile(50)),
                Figures.median(rounds, each -> each.inserts().percentile(95)),
                Figures.median(rounds, each -> each.inserts().count() / (double) TIME.toSeconds()),
                Figures.median(rounds, Round::ratio),
                Figures.median(
                    rounds,
                    each -> itself(each, decisions).percentile(95) / each.inserts().percentile(95)),
                sum(rounds, Answers.BOOKED),
                sum(rounds, Answers.REFUSED),
                sum(rounds, Answers.TURNED_AWAY),
                sum(rounds, Answers.FAILED),
                rounds.stream().mapToLong(each -> each.answers().over(LONGEST_MILLIS)).sum(),
                LONGEST_MILLIS,
                rounds.size(),
                Figures.median(rounds, Round::load)));
  }

  private static Figures itself(Round round, List<RecordedEvent> decisions) {
    return new Figures(
        decisions.stream()
            .filter(each -> round.booked().has(each.getStartTime()))
            .mapToLong(each -> each.getDuration().toNanos())
            .toArray());
  }

  private static long sum(List<Round> rounds, String letter) {
    return rounds.stream().mapToLong(each -> each.booked().answers().count(letter)).sum();
  }
}
