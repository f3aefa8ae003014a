package direttore.app.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** The packaged program as a process of its own, in a folder of its own, on ports of its own. */
final class Program implements AutoCloseable {
  static final Path DISTRIBUTION = Path.of("target", "direttore").toAbsolutePath();
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Path folder;
  private final Path output;
  private final Process process;
  private final int port;

  private Program(Path folder, Path output, Process process, int port) {
    this.folder = folder;
    this.output = output;
    this.process = process;
    this.port = port;
  }

  /** Runs {@code bin/direttore} in {@code folder}, where its data lies too. */
  static Program start(Path folder, Map<String, String> settings, String... arguments) {
    var command = new ArrayList<>(List.of(DISTRIBUTION.resolve("bin/direttore").toString()));
    command.addAll(List.of(arguments));
    return start(command, folder, settings);
  }

  /** Runs {@code java -p lib -m direttore.app/direttore.app.Main} in {@code folder}. */
  static Program startBare(Path folder) {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var library = DISTRIBUTION.resolve("lib").toString();
    return start(
        List.of(java, "-p", library, "-m", "direttore.app/direttore.app.Main", "serve"),
        folder,
        Map.of());
  }

  private static Program start(List<String> command, Path folder, Map<String, String> settings) {
    try {
      var port = freePort();
      var output = Files.createTempFile(folder, "output", ".txt");
      var builder = new ProcessBuilder(command).directory(folder.toFile());
      builder.environment().keySet().removeIf(Program::isSetting);
      builder.environment().put("API_PORT", Integer.toString(port));
      builder.environment().put("AUTH_MODE", "none");
      builder.environment().put("DASHBOARD_PORT", "0");
      builder.environment().put("SIMULATOR_PORT", "0");
      builder.environment().putAll(settings);
      var process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
      return new Program(folder, output, process, port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isSetting(String name) {
    return name.matches(
        "(API|AUTH|DASHBOARD|DATABASE|OIDC|PROXMOX|SESSION|SIMULATOR|WORKER)_.*|DATA_DIR");
  }

  /** A port that was free a moment ago, and is none that the system gives out by itself. */
  static int freePort() {
    return ThreadLocalRandom.current()
        .ints(15_000, 30_000)
        .filter(Program::isFree)
        .findFirst()
        .orElseThrow();
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }

  /** Waits until the API answers; a program that does not is ended. */
  Program ready() {
    try {
      await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(50))
          .until(() -> !process.isAlive() || answers());
      assertThat(process.isAlive()).as(output()).isTrue();
      return this;
    } catch (Throwable failure) {
      close();
      throw failure;
    }
  }

  private boolean answers() {
    try {
      return get("/health/live").statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  HttpResponse<String> get(String path) throws IOException {
    return send(HttpRequest.newBuilder(uri(path)).build());
  }

  HttpResponse<String> post(String path, String json) throws IOException {
    return send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json))
            .build());
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  static HttpResponse<String> send(HttpRequest request) throws IOException {
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  String output() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The exit code, once the program has ended by itself. */
  int exitCode() {
    return awaitEnd();
  }

  /** What Ctrl-C's sibling does: SIGTERM, and then the end. */
  void terminate() {
    process.destroy();
    awaitEnd();
  }

  /** {@code kill -9}. */
  void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  private int awaitEnd() {
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("The program does not end:\n" + output());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The PostgreSQL servers of this program's data folder that run at this moment. */
  List<ProcessHandle> postgresServers() {
    var cluster = folder.resolve("data").resolve("postgres").toString();
    return ProcessHandle.allProcesses()
        .filter(handle -> handle.info().commandLine().orElse("").contains(cluster))
        .toList();
  }

  /** This program's JVM and all processes of its PostgreSQL. */
  List<ProcessHandle> processes() {
    var all = new ArrayList<>(List.of(process.toHandle()));
    for (var server : postgresServers()) {
      all.add(server);
      server.descendants().forEach(all::add);
    }
    return all;
  }

  /** Whether the process runs; one that ended but was not yet waited for has no command. */
  static boolean runs(ProcessHandle handle) {
    return handle.info().command().isPresent();
  }

  @Override
  public void close() {
    if (process.isAlive()) {
      terminate();
    }
    postgresServers().forEach(ProcessHandle::destroyForcibly);
  }
}
