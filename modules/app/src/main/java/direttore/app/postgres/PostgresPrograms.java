package direttore.app.postgres;

import direttore.app.start.StartRefusal.Broken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs {@code initdb}, {@code postgres} and {@code pg_ctl}, each until it ends. */
final class PostgresPrograms {
  /** How a program ended and what it said. */
  record Outcome(int status, String output) {
    boolean isSuccess() {
      return status == 0;
    }
  }

  private final Path home;

  PostgresPrograms(Path home) {
    this.home = home;
  }

  /** {@code input} is what the program reads, empty for nothing. */
  Outcome run(String input, String program, List<String> arguments) {
    var command = new ArrayList<String>(asOrdinaryUser());
    command.add(home.resolve("bin").resolve(program).toString());
    command.addAll(arguments);
    try {
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      try (var stdin = process.getOutputStream()) {
        stdin.write(input.getBytes(StandardCharsets.UTF_8));
      }
      var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Outcome(process.waitFor(), output.strip());
    } catch (IOException e) {
      throw new Broken("PostgreSQL's %s does not run: %s.".formatted(program, e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Broken("The start of PostgreSQL was interrupted.", e);
    }
  }

  /** PostgreSQL does not run as root; in a user namespace of its own, root is nobody. */
  private static List<String> asOrdinaryUser() {
    return System.getProperty("user.name").equals("root") ? List.of("unshare", "-U") : List.of();
  }
}
