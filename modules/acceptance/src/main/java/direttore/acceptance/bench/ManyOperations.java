package direttore.acceptance.bench;

import direttore.acceptance.bench.Bench.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** A thousand operations at once: how often the program asks Proxmox how far they are. */
final class ManyOperations {
  private static final int COUNT = 1_000;
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private final Run run;

  ManyOperations(Run run) {
    this.run = run;
  }

  void measure() throws Exception {
    var guests = StoppedVms.of(run.client(), COUNT);
    run.simulator().traffic().reset();
    var start = Instant.now();
    var operations = new ArrayList<String>();
    try (var threads = Executors.newFixedThreadPool(32)) {
      var answers =
          threads.invokeAll(guests.stream().<Callable<String>>map(g -> () -> begin(g)).toList());
      for (var answer : answers) {
        operations.add(answer.get());
      }
    }
    run.client()
        .awaitBody(
            "/api/operations?state=queued,running&limit=1",
            PATIENCE,
            page -> page.path("operations").isEmpty());
    report(operations, Duration.between(start, Instant.now()));
  }

  private String begin(String guest) {
    var answer = run.client().post(guest + "/start", "", "Prefer", "wait=0");
    if (answer.status() != 202) {
      throw new IllegalStateException(answer.body().toString());
    }
    return answer.body().path("operation").asText();
  }

  private void report(List<String> operations, Duration took) {
    var asking =
        run.simulator().traffic().latest().stream()
            // What asks how far tasks are; each order also reads its guest before it is taken.
            .filter(call -> call.method().equals("GET") && call.path().contains("/tasks"))
            .collect(
                Collectors.groupingBy(call -> call.at().getEpochSecond(), Collectors.counting()));
    var perSecond =
        asking.values().stream().mapToLong(Long::longValue).sum() / (double) took.toSeconds();
    var busiest = asking.values().stream().mapToLong(Long::longValue).max().orElse(0);
    Bench.row(
        "%,d operations at once, tracked to their end".formatted(operations.size()),
        "%.1f requests a second to Proxmox on average, %d in the busiest second (%d s in all)"
            .formatted(perSecond, busiest, took.toSeconds()));
  }
}
