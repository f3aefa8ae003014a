package direttore.app.postgres;

import direttore.app.start.StartRefusal.Broken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs {@code initdb}, {@code postgres} and {@code pg_ctl}, each until it ends. */
final class PostgresPrograms {
  /** How a program ended and what it said. */
  record Outcome(int status, String output) {
    boolean isSuccess() {
      return status == 0;
    }
  }

  private static final List<String> NAMESPACE = List.of("unshare", "-U");

  private final Path home;
  private final List<String> prefix;

  /** The programs below {@code home}; as root they need what not every machine allows. */
  PostgresPrograms(Path home) {
    this.home = home;
    this.prefix = System.getProperty("user.name").equals("root") ? namespace() : List.of();
  }

  /** PostgreSQL does not run as root; in a user namespace of its own, root is nobody. */
  private static List<String> namespace() {
    try {
      var trial = new ArrayList<>(NAMESPACE);
      trial.add("true");
      if (execute("", trial).isSuccess()) {
        return NAMESPACE;
      }
    } catch (IOException e) {
      throw asRoot(e);
    }
    throw asRoot(null);
  }

  private static Broken asRoot(@Nullable IOException cause) {
    return new Broken(
        "PostgreSQL does not run as root, and this machine does not allow 'unshare -U', which would"
            + " help: start Direttore as another user, or set DATABASE_URL.",
        cause);
  }

  /** {@code input} is what the program reads, empty for nothing. */
  Outcome run(String input, String program, List<String> arguments) {
    var command = new ArrayList<>(prefix);
    command.add(home.resolve("bin").resolve(program).toString());
    command.addAll(arguments);
    try {
      return execute(input, command);
    } catch (IOException e) {
      throw new Broken("PostgreSQL's %s does not run: %s.".formatted(program, e.getMessage()), e);
    }
  }

  private static Outcome execute(String input, List<String> command) throws IOException {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (var stdin = process.getOutputStream()) {
      stdin.write(input.getBytes(StandardCharsets.UTF_8));
    }
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      return new Outcome(process.waitFor(), output.strip());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Broken("The start of PostgreSQL was interrupted.", e);
    }
  }
}
