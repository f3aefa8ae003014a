package direttore.simulator.pve.conformance;

import direttore.testkit.SharedFolder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** pvecheck.py as a proxy before a server; it notes each violation of the official schema. */
final class Pvecheck implements AutoCloseable {
  private final Process process;
  private final URI origin;
  private final Path log;

  /**
   * Starts it and waits until it listens.
   *
   * @param version of the schema, such as {@code 9.2}
   */
  private Pvecheck(String python, Path tool, URI upstream, String version) throws IOException {
    var port = freePort();
    var facts = tool.resolveSibling("../pve");
    log = Files.createTempFile("pvecheck", ".jsonl");
    origin = URI.create("http://127.0.0.1:" + port);
    process =
        new ProcessBuilder(
                python,
                tool.toString(),
                "--listen",
                "127.0.0.1:" + port,
                "--upstream",
                upstream.toString(),
                "--schema",
                facts.resolve("pve-api-%s.json".formatted(version)).toString(),
                "--baseline",
                tool.resolveSibling("known-schema-inaccuracies.json").toString(),
                "--log",
                log.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> listens(port));
  }

  /** One that lies beside the project, before that server. */
  static Pvecheck before(URI upstream, String python, String version) throws IOException {
    var tool = SharedFolder.find("tools/pvecheck.py").orElseThrow();
    return new Pvecheck(python, tool, upstream, version);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static boolean listens(int port) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  /** Where to send requests that are for the server. */
  URI origin() {
    return origin;
  }

  /** One line of JSON for each violation, by client or server. */
  List<String> violations() throws IOException {
    return Files.readAllLines(log);
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    Files.delete(log);
  }
}
