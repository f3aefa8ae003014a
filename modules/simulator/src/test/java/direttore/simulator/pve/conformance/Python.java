package direttore.simulator.pve.conformance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Debian's {@code python3}, where there is one. */
final class Python {
  /** The scripts of these tests. */
  static final Path SCRIPTS = Path.of("src/test/python");

  private Python() {}

  /** Does that statement run without an error? */
  static boolean runs(String statement) {
    try {
      var process =
          new ProcessBuilder("python3", "-c", statement)
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
  static Finished run(Path script, List<String> arguments, String input)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("python3", script.toString()));
    command.addAll(arguments);
    return Finished.of(new ProcessBuilder(command), input);
  }
}
