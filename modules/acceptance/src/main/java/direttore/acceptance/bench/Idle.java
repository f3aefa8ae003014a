package direttore.acceptance.bench;

import direttore.acceptance.bench.Bench.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** What the program takes while nobody asks for anything; PostgreSQL is not counted. */
final class Idle {
  private static final int LISTS = 20;
  private static final Duration SETTLING = Duration.ofSeconds(30);
  private static final Duration WATCHED = Duration.ofMinutes(1);
  private final Run run;

  Idle(Run run) {
    this.run = run;
  }

  void measure() throws IOException, InterruptedException {
    for (var i = 0; i < LISTS; i++) {
      run.client().get("/api/proxmox/guests");
    }
    TimeUnit.NANOSECONDS.sleep(SETTLING.toNanos());
    var program = ProcessHandle.of(run.pid()).orElseThrow();
    var before = processor(program);
    TimeUnit.NANOSECONDS.sleep(WATCHED.toNanos());
    var took = processor(program).minus(before);
    Bench.row(
        "At rest with 32 nodes and 10,000 guests",
        "%.1f %% of a core, %d MiB resident"
            .formatted(100.0 * took.toMillis() / WATCHED.toMillis(), residentMib()));
  }

  private static Duration processor(ProcessHandle program) {
    return program.info().totalCpuDuration().orElseThrow();
  }

  /** VmRSS of proc_pid_status(5), in KiB there. */
  private long residentMib() throws IOException {
    return Files.readAllLines(Path.of("/proc/%d/status".formatted(run.pid()))).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElseThrow();
  }
}
