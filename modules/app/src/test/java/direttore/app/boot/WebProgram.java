package direttore.app.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import direttore.testkit.DataFolders;
import direttore.testkit.Program;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The packaged program with its web server, in a folder of its own, on ports of its own. */
final class WebProgram implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Path folder;
  private final Program program;
  private final int port;

  private WebProgram(Path folder, Program program, int port) {
    this.folder = folder;
    this.program = program;
    this.port = port;
  }

  /** Runs {@code bin/direttore} in {@code folder}, where its data lies too. */
  static WebProgram start(Path folder, Map<String, String> settings, String... arguments) {
    var command = new ArrayList<>(List.of(Program.launcher().toString()));
    command.addAll(List.of(arguments));
    DataFolders.sharing(folder.resolve("data"));
    return start(command, folder, settings);
  }

  /** Runs {@code java -p lib -m direttore.app/direttore.app.Main} in {@code folder}. */
  static WebProgram startBare(Path folder) {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var library = Program.distribution().resolve("lib").toString();
    return start(
        List.of(java, "-p", library, "-m", "direttore.app/direttore.app.Main", "serve"),
        folder,
        Map.of());
  }

  private static WebProgram start(List<String> command, Path folder, Map<String, String> settings) {
    var port = Program.freePort();
    var all = new HashMap<String, String>();
    all.put("API_PORT", Integer.toString(port));
    all.put("AUTH_MODE", "none");
    all.put("DASHBOARD_PORT", "0");
    all.put("SIMULATOR_PORT", "0");
    all.put("SIMULATOR_NETBOX_PORT", "0");
    all.putAll(settings);
    return new WebProgram(folder, Program.start(command, "output", folder, all), port);
  }

  /** Waits until the API answers; a program that does not is ended. */
  WebProgram ready() {
    try {
      await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(50))
          .until(() -> !program.alive() || answers());
      assertThat(program.alive()).as(output()).isTrue();
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
    return program.output();
  }

  /** The exit code, once the program has ended by itself. */
  int exitCode() {
    return program.exitCode();
  }

  /** What Ctrl-C's sibling does: SIGTERM, and then the end. */
  void terminate() {
    program.stop();
  }

  /** {@code kill -9}. */
  void kill() {
    program.kill();
  }

  /** The PostgreSQL servers of this program's data folder that run at this moment. */
  List<ProcessHandle> postgresServers() {
    var cluster = folder.resolve("data").resolve("postgres").toString();
    var all =
        ProcessHandle.allProcesses()
            .filter(handle -> handle.info().commandLine().orElse("").contains(cluster))
            .toList();
    // What a server has just forked bears its command line until it has taken a title.
    return all.stream().filter(handle -> handle.parent().filter(all::contains).isEmpty()).toList();
  }

  /** This program's JVM and all processes of its PostgreSQL. */
  List<ProcessHandle> processes() {
    var all = new ArrayList<>(ProcessHandle.of(program.pid()).stream().toList());
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
    program.close();
    postgresServers().forEach(ProcessHandle::destroyForcibly);
  }
}
