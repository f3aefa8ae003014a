package direttore.acceptance.bench;

import direttore.acceptance.bench.Bench.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;

/** A thousand orders as fast as they come: how many are refused, and how long reads take then. */
final class Burst {
  private static final int COUNT = 1_000;
  private static final int CONNECTIONS = 64;
  private static final long BETWEEN_READS_MILLIS = 10;
  private final Run run;

  Burst(Run run) {
    this.run = run;
  }

  void measure() throws Exception {
    var guests = StoppedVms.of(run.client(), COUNT);
    for (var path : List.of("/api/operations?limit=20", "/api/proxmox/nodes/pve1/vms")) {
      read(path);
    }
    var over = new AtomicBoolean();
    var orders = new ArrayList<Order>();
    var start = System.nanoTime();
    try (var readers = Executors.newVirtualThreadPerTaskExecutor();
        var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
      var operations = readers.submit(() -> reads("/api/operations?limit=20", over));
      var vms = readers.submit(() -> reads("/api/proxmox/nodes/pve1/vms", over));
      for (var each :
          threads.invokeAll(guests.stream().<Callable<Order>>map(g -> () -> order(g)).toList())) {
        orders.add(each.get());
      }
      var seconds = (System.nanoTime() - start) / 1e9;
      over.set(true);
      report(orders, seconds, operations, vms);
    }
  }

  private record Order(int status, String detail, long nanos) {}

  private Order order(String guest) {
    var start = System.nanoTime();
    var answer = run.client().post(guest + "/start", "", "Prefer", "wait=0");
    return new Order(
        answer.status(), answer.body().path("detail").asText(), System.nanoTime() - start);
  }

  private long read(String path) {
    var start = System.nanoTime();
    var answer = run.client().get(path);
    if (answer.status() != 200) {
      throw new IllegalStateException("%s: %d".formatted(path, answer.status()));
    }
    return System.nanoTime() - start;
  }

  private long[] reads(String path, AtomicBoolean over) throws InterruptedException {
    var took = LongStream.builder();
    while (!over.get()) {
      took.add(read(path));
      TimeUnit.MILLISECONDS.sleep(BETWEEN_READS_MILLIS);
    }
    return took.build().toArray();
  }

  private static void report(
      List<Order> orders, double seconds, Future<long[]> operations, Future<long[]> vms)
      throws Exception {
    var failed =
        orders.stream()
            .filter(o -> o.status() >= 500)
            .map(o -> "%d %s".formatted(o.status(), o.detail()))
            .toList();
    var taken = orders.stream().filter(o -> o.status() == 202).count();
    var post = new Figures(orders.stream().mapToLong(Order::nanos).toArray());
    Bench.row(
        "%,d orders at once over %d connections".formatted(orders.size(), CONNECTIONS),
        "%d taken, %d answers of 5xx %s, %.0f a second, p50 %.0f ms, p99 %.0f ms"
            .formatted(
                taken,
                failed.size(),
                failed,
                orders.size() / seconds,
                post.percentile(50),
                post.percentile(99)));
    row("`GET` operations meanwhile", new Figures(operations.get()));
    row("`GET` the VMs of a node meanwhile", new Figures(vms.get()));
  }

  private static void row(String what, Figures figures) {
    Bench.row(
        what, "p50 %.1f ms, p99 %.1f ms".formatted(figures.percentile(50), figures.percentile(99)));
  }
}
