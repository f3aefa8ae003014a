package direttore.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.testkit.Limit;
import direttore.testkit.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README says can be copied into a terminal, copied into a terminal. */
class ReadmeSessionTest {
  private static final Path README = Path.of("../../README.md");
  @TempDir Path folder;

  @Test
  void theCurlSessionsEndWithARunningContainerAndAReservationReturned()
      throws IOException, InterruptedException {
    var settings = Program.settings(folder.resolve("data"));
    settings.put("AUTH_MODE", "required");
    var port = Integer.parseInt(settings.get("API_PORT"));
    try (var program = Program.start("serve", folder, settings);
        var client = new JsonClient(port)) {
      client.awaitReady(Limit.NEVER);

      var session = run(session(port), settings);

      assertThat(session.exitCode()).as(session.output() + program.output()).isZero();
      assertThat(session.output())
          .contains("\"status\":\"running\"")
          .contains("\"title\":\"My first lab\"", "\"phase\":\"returning\"");
    }
  }

  private static String session(int port) throws IOException {
    return asItStands()
        .replace("127.0.0.1:8000", "127.0.0.1:" + port)
        .replace("./direttore ", Program.launcher() + " ");
  }

  /** Those that are marked, one after the other. */
  private static String asItStands() throws IOException {
    return Pattern.compile("<!-- session.*?```sh\n(.*?)```", Pattern.DOTALL)
        .matcher(Files.readString(README))
        .results()
        .map(block -> block.group(1))
        .collect(Collectors.joining());
  }

  private record Session(int exitCode, String output) {}

  private Session run(String script, Map<String, String> settings)
      throws IOException, InterruptedException {
    var output = folder.resolve("session.log");
    var builder =
        new ProcessBuilder("bash", "-eu", "-o", "pipefail", "-c", script)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().putAll(settings);
    var shell = builder.start();
    if (!shell.waitFor(5, TimeUnit.MINUTES)) {
      shell.destroyForcibly().waitFor();
    }
    return new Session(shell.exitValue(), Files.readString(output));
  }
}
