package direttore.acceptance.bench;

import direttore.acceptance.bench.Bench.Run;
import java.time.Duration;

/**
 * One order that takes a minute and that somebody watches: how often Proxmox is asked meanwhile.
 */
final class Waiting {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private final Run run;

  Waiting(Run run) {
    this.run = run;
  }

  void measure() {
    var guest = StoppedVms.of(run.client(), 1).getFirst();
    var answer = run.client().post(guest + "/start", "", "Prefer", "wait=0");
    run.simulator().traffic().reset();
    run.client().awaitEnd(answer.body().path("operation").asText(), PATIENCE);
    var lists = count("/cluster/tasks");
    var logs = count("/log");
    var statuses = count("/status");
    Bench.row(
        "One task of a minute, watched: requests to Proxmox about it",
        "%d (%d lists of the cluster's tasks, %d statuses, %d logs)"
            .formatted(lists + statuses + logs, lists, statuses, logs));
  }

  private long count(String end) {
    return run.simulator().traffic().latest().stream()
        .filter(call -> call.path().contains("/tasks") && call.path().endsWith(end))
        .count();
  }
}
