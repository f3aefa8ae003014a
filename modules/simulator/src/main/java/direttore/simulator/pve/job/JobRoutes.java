package direttore.simulator.pve.job;

import direttore.simulator.pve.access.AccessControl;
import direttore.simulator.pve.api.MethodCall;
import direttore.simulator.pve.api.ResultRow;
import direttore.simulator.pve.api.Router;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;

/** The lists {@code /cluster/backup} and {@code /cluster/replication}. */
public final class JobRoutes {
  private final Jobs jobs;
  private final AccessControl access;
  private final Clock clock;

  /** The routes over these jobs. */
  public JobRoutes(Jobs jobs, AccessControl access, Clock clock) {
    this.clock = clock;
    this.jobs = jobs;
    this.access = access;
  }

  /** Adds the routes. */
  public void addTo(Router router) {
    router
        .on("GET", "/cluster/backup", call -> backups())
        .on("GET", "/cluster/replication", this::replications);
  }

  private List<ResultRow> backups() {
    return jobs.backups().stream()
        .map(job ->
            ResultRow.of("id", job.id())
                .with("type", "vzdump")
                .with("enabled", 1)
                .with("mode", "snapshot")
                .with("schedule", job.schedule())
                .with("next-run", nextRun(job.schedule()))
                .with("storage", job.storage())
                .with(
                    "vmid",
                    job.vmids().stream().map(String::valueOf).collect(Collectors.joining(","))))
        .toList();
  }

  /** Seconds since 1970; the lab's backups run daily at a time of day. */
  private long nextRun(String schedule) {
    var now = clock.instant().atZone(ZoneOffset.UTC);
    var today = now.with(LocalTime.parse(schedule));
    return (today.isAfter(now) ? today : today.plusDays(1)).toEpochSecond();
  }

  private List<ResultRow> replications(MethodCall call) {
    return jobs.replications().stream()
        .filter(job -> access.allows(call.caller(), "/vms/" + job.guest(), "VM.Audit"))
        .map(job ->
            ResultRow.of("id", job.id())
                .with("type", "local")
                .with("guest", job.guest())
                .with("jobnum", job.number())
                .with("target", job.target())
                .with("schedule", job.schedule()))
        .toList();
  }
}
