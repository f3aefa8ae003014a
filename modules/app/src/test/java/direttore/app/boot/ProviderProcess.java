package direttore.app.boot;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real OpenID provider as a process of its own: the one that the browser tests use too. */
final class ProviderProcess implements AutoCloseable {
  static final String CLIENT = "direttore";
  static final String SECRET = "canary-of-the-openid-client";
  private static final Path SCRIPT =
      Path.of("..", "..", "frontend", "e2e", "provider.mjs").toAbsolutePath().normalize();
  private static final String WANTED =
      """
      {"client": "%s", "secret": "%s",
       "callbacks": ["http://127.0.0.1/api/session/oidc/callback"],
       "people": {
         "ben": {"name": "Ben Blue", "groups": ["students", "first-years"]},
         "cleo": {"name": "Cleo Crane", "groups": ["rack-one"]},
         "eve": {"name": "Eve", "groups": ["visitors"]}}}
      """
          .formatted(CLIENT, SECRET);

  private final Process process;
  private final BufferedReader output;
  private final String issuer;

  private ProviderProcess(Process process, BufferedReader output, String issuer) {
    this.process = process;
    this.output = output;
    this.issuer = issuer;
  }

  static ProviderProcess start() throws IOException {
    var process =
        new ProcessBuilder(List.of("node", SCRIPT.toString(), WANTED))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    var output = process.inputReader();
    // It says where it is once it answers.
    var issuer = output.readLine();
    if (issuer == null) {
      throw new IllegalStateException("the provider did not start: is " + SCRIPT + " installed?");
    }
    return new ProviderProcess(process, output, issuer);
  }

  String issuer() {
    return issuer;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(1, TimeUnit.MINUTES)) {
        process.destroyForcibly();
      }
      output.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
