package direttore.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import direttore.testkit.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tests in frontend/e2e: a real browser on the pages of the packaged program. */
@Order(1)
class BrowserTest {
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final Path FRONTEND = Path.of("../../frontend").toAbsolutePath().normalize();
  private static final Path CHROMIUM =
      Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"));

  @TempDir Path folder;

  @Test
  void aRealBrowserFindsThePagesRight() throws IOException, InterruptedException {
    needsABrowser();
    var output = folder.resolve("browser.log");
    var builder =
        new ProcessBuilder(List.of("npm", "run", "--silent", "e2e"))
            .directory(FRONTEND.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("DISTRIBUTION", Program.distribution().toString());
    builder.environment().put("TMPDIR", folder.toString());
    var run = builder.start();
    var ended = run.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS);
    if (!ended) {
      run.descendants().forEach(ProcessHandle::destroy);
      run.destroyForcibly().waitFor();
    }

    assertThat(run.exitValue()).as("%s", Files.readString(output)).isZero();
  }

  /** CI has one; whoever has none is told what is not run. */
  private static void needsABrowser() {
    if (System.getenv("CI") != null) {
      assertThat(CHROMIUM).as("CI needs Chromium for the browser's tests: see .ci/run").exists();
    } else if (!Files.exists(CHROMIUM)) {
      System.out.println(
          "*** THE BROWSER'S TESTS ARE NOT RUN: there is no Chromium at %s; install it, or name one with CHROMIUM. ***"
              .formatted(CHROMIUM));
    }
    assumeTrue(Files.exists(CHROMIUM));
  }
}
