package direttore.simulator.netbox.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import direttore.simulator.netbox.NetBoxOptions;
import direttore.simulator.netbox.SimulatedNetBox;
import direttore.testkit.SharedFolder;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The simulated NetBox agrees with what a real one answered, and with pynetbox. */
class RecordedNetBoxTest {
  private static final Pattern AGREES = Pattern.compile("equal \\(([\\d.]+) %\\)");
  private static final String TOKEN = "0123456789abcdef".repeat(2) + "01234567";

  @Test
  void agreesWithRecordedExchanges() throws IOException, InterruptedException {
    var tool = SharedFolder.find("netbox/replay.py");
    var recorded = SharedFolder.find("netbox/recorded/netbox-4.7.jsonl");
    if (tool.isEmpty() || recorded.isEmpty()) {
      SharedFolder.skipped("replay.py before the simulated NetBox", "shared/netbox");
    }
    assumeTrue(tool.isPresent() && recorded.isPresent());

    try (var netBox = SimulatedNetBox.start(NetBoxOptions.empty(TOKEN))) {
      var said =
          run(
              "python3",
              tool.orElseThrow().toString(),
              "--quiet",
              "--url",
              netBox.url(),
              "--token",
              TOKEN,
              "--file",
              recorded.orElseThrow().toString());

      var share = AGREES.matcher(said);
      assertThat(share.find()).as(said).isTrue();
      assertThat(Double.parseDouble(share.group(1))).isGreaterThanOrEqualTo(95);
    }
  }

  @Test
  void servesPynetbox() throws IOException, InterruptedException {
    var script = SharedFolder.find("netbox/acceptance_pynetbox.py");
    var folder = System.getenv("PYNETBOX");
    var python = folder == null || folder.isEmpty() ? null : Path.of(folder, "bin", "python");
    var possible = script.isPresent() && python != null && new File(python.toString()).canExecute();
    if (!possible) {
      SharedFolder.skipped("pynetbox against the simulated NetBox", "shared/netbox or PYNETBOX");
    }
    assumeTrue(possible);

    try (var netBox = SimulatedNetBox.start(NetBoxOptions.empty(TOKEN))) {
      var said = run(String.valueOf(python), script.orElseThrow().toString(), netBox.url(), TOKEN);

      assertThat(said).contains(" 0 failed").doesNotContain("left over");
    }
  }

  private static String run(String... command) throws IOException, InterruptedException {
    var process = new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
    process.getOutputStream().close();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }
}
