package direttore.proxmox.simulated;

import static org.awaitility.Awaitility.await;

import direttore.testkit.TestCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A running checking proxy before a server. */
final class Judge implements AutoCloseable {
  private final Process process;
  private final int port;
  private final Path violations;
  private final Path exchanges;

  private Judge(Process process, int port, Path violations, Path exchanges) {
    this.process = process;
    this.port = port;
    this.violations = violations;
    this.exchanges = exchanges;
  }

  /** The proxy of the shared folder, with Proxmox's schema of that version. */
  static Judge of(Path shared, String version, String upstream, Path folder) throws IOException {
    var port = freePort();
    var certificate = TestCertificate.forHost("localhost");
    var pem = Files.writeString(folder.resolve("judge.pem"), certificate.pem());
    var key = Files.writeString(folder.resolve("judge.key"), certificate.keyPem());
    var violations = folder.resolve("violations.jsonl");
    var exchanges = folder.resolve("exchanges.jsonl");
    var output = folder.resolve("judge.txt").toFile();
    var command =
        List.of(
            "python3",
            shared.resolve("tools/pvecheck.py").toString(),
            "--strict",
            "--listen",
            "127.0.0.1:" + port,
            "--upstream",
            upstream,
            "--schema",
            shared.resolve("pve/pve-api-%s.json".formatted(version)).toString(),
            "--formats",
            shared.resolve("pve/pve-formats-9.2.json").toString(),
            "--baseline",
            shared.resolve("tools/known-schema-inaccuracies.json").toString(),
            "--tls",
            pem.toString(),
            key.toString(),
            "--log",
            violations.toString(),
            "--record",
            exchanges.toString());
    var process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output).start();
    await().atMost(Duration.ofMinutes(2)).until(() -> !process.isAlive() || listens(port));
    if (!process.isAlive()) {
      throw new IOException(Files.readString(output.toPath()));
    }
    return new Judge(process, port, violations, exchanges);
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

  int port() {
    return port;
  }

  /** What was wrong with requests or answers, one line each. */
  List<String> violations() throws IOException {
    var lines = Files.exists(violations) ? Files.readAllLines(violations) : List.<String>of();
    return lines.stream().filter(line -> !saysThatAnIdIsTaken(line)).distinct().toList();
  }

  /** A well-formed question that Proxmox answers with 400 when the answer is no. */
  private static boolean saysThatAnIdIsTaken(String line) {
    return line.contains("/cluster/nextid") && line.contains("already exists");
  }

  /** How many exchanges were judged. */
  long exchanges() throws IOException {
    return Files.exists(exchanges) ? Files.readAllLines(exchanges).size() : 0;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
