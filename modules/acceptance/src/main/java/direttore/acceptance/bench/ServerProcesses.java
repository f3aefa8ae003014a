package direttore.acceptance.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All processes of a PostgreSQL server.
 *
 * @param data where its data lies
 */
record ServerProcesses(Path data) {
  private Stream<ProcessHandle> all() {
    return postmaster().stream().flatMap(p -> Stream.concat(Stream.of(p), p.descendants()));
  }

  private Optional<ProcessHandle> postmaster() {
    try (var lines = Files.lines(data.resolve("postmaster.pid"))) {
      return lines.findFirst().map(Long::parseLong).flatMap(ProcessHandle::of);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** What those that live have spent, in nanoseconds. */
  long cpu() {
    return all().mapToLong(p -> p.info().totalCpuDuration().orElse(Duration.ZERO).toNanos()).sum();
  }

  /** {@code kill -9}, all of them. */
  void kill() {
    all().toList().forEach(ProcessHandle::destroyForcibly);
  }
}
