package direttore.acceptance.bench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import direttore.acceptance.bench.Bench.Run;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.LongStream;

/**
 * A thousand orders as fast as they come: how many are refused, how long reads take meanwhile, and
 * when the last has ended. Again and again, as a program that has just started is still compiled.
 */
final class Burst {
  private static final int COUNT = 1_000;
  private static final int CONNECTIONS = 64;
  private static final long BETWEEN_READS_MILLIS = 10;
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final String OPERATIONS = "/api/operations?limit=20";
  private static final String VMS = "/api/proxmox/nodes/pve1/vms";
  private static final JsonMapper JSON = new JsonMapper();
  private final Run run;

  Burst(Run run) {
    this.run = run;
  }

  void measure() throws Exception {
    var guests = StoppedVms.of(run.client(), COUNT);
    report("just started", List.of(round(guests, "start")));
    var warm = new ArrayList<Round>();
    for (var action : List.of("stop", "start", "stop")) {
      warm.add(round(guests, action));
    }
    report("three times more, the median", warm);
  }

  /**
   * What a thousand orders came to.
   *
   * @param given until the last was answered, in nanoseconds
   * @param ended until the last had ended, in nanoseconds
   */
  private record Round(
      List<Order> orders, long given, long ended, Figures operations, Figures vms) {
    double perSecond() {
      return orders.size() * 1e9 / given;
    }

    Figures posts() {
      return new Figures(orders.stream().mapToLong(Order::nanos).toArray());
    }
  }

  private Round round(List<String> guests, String action) throws Exception {
    var waiting = new ConcurrentLinkedQueue<String>();
    guests.forEach(guest -> waiting.add(guest + "/" + action));
    var over = new AtomicBoolean();
    var start = System.nanoTime();
    // Readers have threads of the system, so that they wait for the program and not for the others.
    try (var threads = Executors.newVirtualThreadPerTaskExecutor();
        var readers = Executors.newFixedThreadPool(2)) {
      var operations = readers.submit(() -> reads(OPERATIONS, over));
      var vms = readers.submit(() -> reads(VMS, over));
      try {
        var orders = ordered(waiting, threads);
        var given = System.nanoTime() - start;
        run.client()
            .awaitBody(
                "/api/operations?state=queued,running&limit=1",
                PATIENCE,
                page -> page.path("operations").isEmpty());
        var ended = System.nanoTime() - start;
        over.set(true);
        return new Round(
            orders, given, ended, new Figures(operations.get()), new Figures(vms.get()));
      } finally {
        // Whatever happened, the readers end too.
        over.set(true);
      }
    }
  }

  private List<Order> ordered(ConcurrentLinkedQueue<String> waiting, ExecutorService threads)
      throws Exception {
    var orders = new ArrayList<Order>();
    Callable<List<Order>> one = () -> order(waiting);
    for (var each : LongStream.range(0, CONNECTIONS).mapToObj(i -> threads.submit(one)).toList()) {
      orders.addAll(each.get());
    }
    return orders;
  }

  private record Order(int status, String detail, long nanos) {}

  private List<Order> order(ConcurrentLinkedQueue<String> waiting) throws IOException {
    var given = new ArrayList<Order>();
    try (var connection = new RawConnection(run.port(), "Prefer: wait=0\r\n")) {
      for (var path = waiting.poll(); path != null; path = waiting.poll()) {
        var answer = connection.ask("POST", path);
        var detail =
            answer.status() < 500 ? "" : JSON.readTree(answer.body()).path("detail").asText();
        given.add(new Order(answer.status(), detail, answer.nanos()));
      }
    }
    return given;
  }

  private long[] reads(String path, AtomicBoolean over) throws Exception {
    var took = LongStream.builder();
    try (var connection = new RawConnection(run.port(), "")) {
      while (!over.get()) {
        var answer = connection.ask("GET", path);
        if (answer.status() != 200) {
          throw new IllegalStateException("%s: %d".formatted(path, answer.status()));
        }
        took.add(answer.nanos());
        TimeUnit.MILLISECONDS.sleep(BETWEEN_READS_MILLIS);
      }
    }
    return took.build().toArray();
  }

  private static void report(String when, List<Round> rounds) {
    var failed =
        rounds.stream()
            .flatMap(round -> round.orders().stream())
            .filter(o -> o.status() >= 500)
            .map(o -> "%d %s".formatted(o.status(), o.detail()))
            .toList();
    Bench.row(
        "%,d orders at once over %d connections, %s".formatted(COUNT, CONNECTIONS, when),
        "%d answers of 5xx %s, %.0f a second, p50 %.0f ms, p99 %.0f ms; all ended after %.0f s"
            .formatted(
                failed.size(),
                failed.stream().distinct().toList(),
                Figures.median(rounds, Round::perSecond),
                Figures.median(rounds, round -> round.posts().percentile(50)),
                Figures.median(rounds, round -> round.posts().percentile(99)),
                Figures.median(rounds, round -> round.ended() / 1e9)));
    row("`GET` operations meanwhile, " + when, rounds, Round::operations);
    row("`GET` the VMs of a node meanwhile, " + when, rounds, Round::vms);
  }

  private static void row(String what, List<Round> rounds, Function<Round, Figures> of) {
    Bench.row(
        what,
        "p50 %.1f ms, p99 %.1f ms"
            .formatted(
                Figures.median(rounds, round -> of.apply(round).percentile(50)),
                Figures.median(rounds, round -> of.apply(round).percentile(99))));
  }
}
