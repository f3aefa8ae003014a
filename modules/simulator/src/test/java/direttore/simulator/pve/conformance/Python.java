package direttore.simulator.pve.conformance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Debian's {@code python3}, where there is one. */
final class Python {
  /** The scripts of these tests. */
  static final Path SCRIPTS = Path.of("src/test/python");

  /** Debian's own interpreter has the modules that Debian packages, another one may lack them. */
  private static final List<String> INTERPRETERS = List.of("/usr/bin/python3", "python3");

  private Python() {}

  /** An interpreter that runs that statement without an error, if there is one. */
  static Optional<String> that(String statement) {
    return INTERPRETERS.stream().filter(python -> runs(python, statement)).findFirst();
  }

  private static boolean runs(String python, String statement) {
    try {
      var process =
          new ProcessBuilder(python, "-c", statement)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** What a script prints, given some input. */
  static Finished run(String python, Path script, List<String> arguments, String input)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(python, script.toString()));
    command.addAll(arguments);
    return Finished.of(new ProcessBuilder(command), input);
  }
}
