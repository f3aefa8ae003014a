package direttore.app.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** The file {@code postmaster.pid} in a database folder and the process that it names. */
final class Postmaster {
  private static final String FILE = "postmaster.pid";
  private static final int PORT_LINE = 3;

  private Postmaster() {}

  /** The server of {@code cluster} that runs, left behind by a program that was killed. */
  static Optional<ProcessHandle> running(Path cluster) throws IOException {
    var file = cluster.resolve(FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    return Files.readAllLines(file).stream()
        .findFirst()
        .flatMap(Postmaster::process)
        .filter(process -> serves(process, cluster));
  }

  /** The port of the server of {@code cluster} that runs: the fourth line of its file. */
  static Optional<Integer> port(Path cluster) throws IOException {
    if (running(cluster).isEmpty()) {
      return Optional.empty();
    }
    return Files.readAllLines(cluster.resolve(FILE)).stream()
        .skip(PORT_LINE)
        .findFirst()
        .map(line -> Integer.parseInt(line.strip()));
  }

  /**
   * PostgreSQL takes any living process of that number for its own, so a file that names a stranger
   * must go. Every other file stays: by it PostgreSQL sees what a dead server has left running.
   */
  static void forgetStranger(Path cluster) throws IOException {
    var file = cluster.resolve(FILE);
    if (Files.exists(file)
        && running(cluster).isEmpty()
        && Files.readAllLines(file).stream().findFirst().flatMap(Postmaster::process).isPresent()) {
      Files.delete(file);
    }
  }

  private static Optional<ProcessHandle> process(String pid) {
    try {
      return ProcessHandle.of(Long.parseLong(pid.strip()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** A number is used again after a while: only a postgres with this very folder counts. */
  private static boolean serves(ProcessHandle process, Path cluster) {
    var isPostgres =
        process.info().command().filter(path -> path.endsWith("/postgres")).isPresent();
    var hasFolder =
        process
            .info()
            .arguments()
            .filter(arguments -> Arrays.asList(arguments).contains(cluster.toString()))
            .isPresent();
    return isPostgres && hasFolder;
  }
}
