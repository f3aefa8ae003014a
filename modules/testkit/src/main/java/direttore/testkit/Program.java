package direttore.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** The packaged program, running in a process of its own. */
public final class Program implements AutoCloseable {
  private static final Duration PATIENCE = Limit.NEVER;
  private final Process process;
  private final Path output;

  private Program(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /**
   * Starts {@code bin/direttore} of the distribution that the build left.
   *
   * @param folder where it runs and where its output is kept
   * @param settings all that it has
   */
  public static Program start(String role, Path folder, Map<String, String> settings) {
    return start(List.of(launcher().toString(), role), role, folder, settings);
  }

  /**
   * Starts it where the system lets it open few files.
   *
   * @param files how many, connections included
   */
  public static Program startWithFiles(
      int files, String role, Path folder, Map<String, String> settings) {
    var limited = "ulimit -n %d && exec \"$0\" \"$@\"".formatted(files);
    var command = List.of("sh", "-c", limited, launcher().toString(), role);
    return start(command, role, folder, settings);
  }

  /**
   * Starts a command that is, or begins, the program.
   *
   * @param name what its output is called
   * @param folder where it runs and where its output is kept
   * @param settings all that it has; those in the environment of this process are not for it
   */
  public static Program start(
      List<String> command, String name, Path folder, Map<String, String> settings) {
    try {
      Files.createDirectories(folder);
      var output = Files.createTempFile(folder, name, ".log");
      var builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      builder.environment().keySet().removeIf(Program::isSetting);
      builder.environment().putAll(settings);
      return new Program(builder.start(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isSetting(String name) {
    return name.matches(
        "(API|AUTH|DASHBOARD|DATABASE|OIDC|PROXMOX|SESSION|SIMULATOR|WORKER)_.*|DATA_DIR");
  }

  /** What starts the program. */
  public static Path launcher() {
    return distribution().resolve("bin/direttore");
  }

  /** The distribution that the build left, beside the module that asks. */
  public static Path distribution() {
    var given = System.getProperty("direttore.distribution");
    return given != null
        ? Path.of(given)
        : Path.of("../app/target/direttore").toAbsolutePath().normalize();
  }

  /** A port that was free a moment ago, and is none that the system gives out by itself. */
  public static int freePort() {
    return ThreadLocalRandom.current()
        .ints(15_000, 30_000)
        .filter(Program::isFree)
        .findFirst()
        .orElseThrow();
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (BindException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Settings for a run on free ports with its data in that folder, where nobody signs in. */
  public static Map<String, String> settings(Path data) {
    var settings = new LinkedHashMap<String, String>();
    settings.put("AUTH_MODE", "none");
    settings.put("DATA_DIR", DataFolders.sharing(data).toString());
    settings.put("API_PORT", Integer.toString(freePort()));
    settings.put("DASHBOARD_PORT", Integer.toString(freePort()));
    settings.put("SIMULATOR_PORT", Integer.toString(freePort()));
    settings.put("SIMULATOR_NETBOX_PORT", "0");
    return settings;
  }

  /** An administrator's API token, from the command line beside the program of these settings. */
  public static String token(Map<String, String> settings) {
    try {
      var builder =
          new ProcessBuilder(launcher().toString(), "user", "token", "admin", "a-test")
              .redirectError(ProcessBuilder.Redirect.INHERIT);
      builder.environment().putAll(settings);
      var output = builder.start().getInputStream().readAllBytes();
      return new String(output, StandardCharsets.US_ASCII).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public long pid() {
    return process.pid();
  }

  public boolean alive() {
    return process.isAlive();
  }

  /** Everything it printed so far. */
  public String output() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What it printed so far, line by line. */
  public List<String> lines() {
    return output().lines().toList();
  }

  /** {@code kill -9}: no chance to tidy up. */
  public void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /** SIGSTOP: it stands still and keeps its connections, as in a paused machine. */
  public void freeze() {
    signal("STOP");
    while (alive() && !standsStill()) {
      Thread.onSpinWait();
    }
  }

  /** Whether each of its threads does, by the third field of its line in {@code /proc}. */
  private boolean standsStill() {
    try (var threads = Files.list(Path.of("/proc", Long.toString(pid()), "task"))) {
      return threads.allMatch(thread -> stateOf(thread) == 'T');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static char stateOf(Path thread) {
    try {
      var line = Files.readString(thread.resolve("stat"));
      return line.charAt(line.lastIndexOf(')') + 2);
    } catch (NoSuchFileException _) {
      return 'T'; // It ended meanwhile.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** SIGCONT: it goes on where it stood. */
  public void thaw() {
    signal("CONT");
  }

  private void signal(String name) {
    try {
      var ended = new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start().waitFor();
      if (ended != 0) {
        throw new IllegalStateException("kill -%s ended with %d".formatted(name, ended));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** The exit code, once it has ended by itself. */
  public int exitCode() {
    return awaitEnd();
  }

  /** SIGTERM, as Ctrl-C or systemd would end it; answers the exit code. */
  public int stop() {
    process.destroy();
    return awaitEnd();
  }

  private int awaitEnd() {
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("did not end within " + PATIENCE + ":\n" + output());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while it ended", e);
    }
  }

  @Override
  public void close() {
    if (process.isAlive()) {
      stop();
    }
  }
}
