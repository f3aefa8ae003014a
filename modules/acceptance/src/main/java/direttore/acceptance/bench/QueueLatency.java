package direttore.acceptance.bench;

import direttore.acceptance.bench.Bench.Run;
import java.time.Duration;
import java.time.Instant;

/** From a client's request to the moment Proxmox has the call. */
final class QueueLatency {
  private static final int WARM_UP = 40;
  private static final int MEASURED = 200;
  private static final int GUEST = 205;
  private static final String NODE = "pve2";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private final Run run;

  QueueLatency(Run run) {
    this.run = run;
  }

  void measure() {
    for (int i = 0; i < WARM_UP; i++) {
      once(i);
    }
    var nanos = new long[MEASURED];
    for (int i = 0; i < MEASURED; i++) {
      nanos[i] = once(i).toNanos();
    }
    var figures = new Figures(nanos);
    Bench.row(
        "`POST` → Proxmox has the call, %d starts and stops".formatted(figures.count()),
        "median %.0f ms, p95 %.0f ms".formatted(figures.percentile(50), figures.percentile(95)));
  }

  private Duration once(int turn) {
    var action = turn % 2 == 0 ? "start" : "stop";
    run.simulator().traffic().reset();
    var sent = Instant.now();
    var answer =
        run.client().post("/api/proxmox/nodes/%s/vms/%d/%s".formatted(NODE, GUEST, action), "");
    if (answer.status() != 202) {
      throw new IllegalStateException(answer.body().toString());
    }
    run.client().awaitEnd(answer.body().path("operation").asText(), PATIENCE);
    var path = "/nodes/%s/qemu/%d/status/%s".formatted(NODE, GUEST, action);
    return run.simulator().traffic().latest().stream()
        .filter(call -> call.path().equals(path))
        .findFirst()
        .map(call -> Duration.between(sent, call.at()))
        .orElseThrow(() -> new IllegalStateException("no call of " + path));
  }
}
