package direttore.app.postgres;

import direttore.app.data.Claim;
import direttore.app.data.DataFolder;
import direttore.app.start.StartRefusal.Broken;
import direttore.store.DatabaseAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * A PostgreSQL server of our own: its data lies in the data folder, it listens on loopback with a
 * password, and there is one per data folder, even after the program was killed.
 */
public final class EmbeddedPostgres implements AutoCloseable {
  private static final String OWNER = "direttore";
  private static final String MAJOR_VERSION = "18";
  private static final long LARGEST_LOG = 10L * 1024 * 1024;
  private static final int ATTEMPTS = 4;
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(500);

  private final PostgresPrograms programs;
  private final Path cluster;
  private final Path log;
  private final String password;
  private final Claim claim;
  private final int port;
  private final ReentrantLock changing = new ReentrantLock();
  private final ServerWatch watch;
  private boolean stopped;

  private EmbeddedPostgres(DataFolder folder, Claim claim, Consumer<Broken> lost)
      throws IOException {
    this.claim = claim;
    this.cluster = folder.resolve("postgres");
    this.log = folder.resolve("postgres.log");
    this.password = folder.password("postgres.password");
    this.programs = new PostgresPrograms(PostgresBinaries.unpackedIn(folder.resolve("programs")));
    prepare(folder);
    this.port = start();
    this.watch = ServerWatch.over(this::runs, this::startAgain, lost);
  }

  /**
   * Starts the server of {@code folder}, made at the first start; one that a killed program left
   * behind is stopped first. One that ends by itself is started again.
   *
   * @param lost told when it has ended and does not start again
   */
  public static EmbeddedPostgres start(DataFolder folder, Consumer<Broken> lost) {
    var claim = folder.claim("postgres");
    try {
      return new EmbeddedPostgres(folder, claim, lost);
    } catch (IOException e) {
      claim.close();
      throw new Broken(
          "PostgreSQL's data in %s cannot be used.".formatted(folder.resolve("postgres")), e);
    } catch (RuntimeException e) {
      claim.close();
      throw e;
    }
  }

  /** Where the server of {@code folder} is, if one runs. */
  public static Optional<DatabaseAddress> running(DataFolder folder) {
    try {
      return Postmaster.port(folder.resolve("postgres"))
          .map(port -> new DatabaseAddress(url(port), OWNER, folder.password("postgres.password")));
    } catch (IOException e) {
      throw new Broken(
          "PostgreSQL's data in %s cannot be read.".formatted(folder.resolve("postgres")), e);
    }
  }

  private static String url(int port) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, OWNER);
  }

  /** The address without user and password. */
  public String jdbcUrl() {
    return url(port);
  }

  /** The user that owns the database. */
  public String user() {
    return OWNER;
  }

  /** The user's password, as it lies in the data folder. */
  public String password() {
    return password;
  }

  /** Stops the server: open transactions are rolled back, the data is complete on disk. */
  @Override
  public void close() {
    watch.close();
    changing.lock();
    try (claim) {
      stopped = true;
      stop();
    } finally {
      changing.unlock();
    }
  }

  private boolean runs() {
    try {
      return Postmaster.running(cluster).isPresent();
    } catch (IOException e) {
      // A file that is being written tells nothing.
      return true;
    }
  }

  /** On the port of before, since that is where its clients look for it. */
  private boolean startAgain() {
    changing.lock();
    try {
      return stopped || launch(port);
    } finally {
      changing.unlock();
    }
  }

  private void prepare(DataFolder folder) throws IOException {
    if (!Files.isDirectory(cluster)) {
      new NewCluster(programs, folder.resolve("postgres.password")).create(cluster, OWNER);
      return;
    }
    var version = Files.readString(cluster.resolve("PG_VERSION")).strip();
    if (!version.equals(MAJOR_VERSION)) {
      throw new Broken(
          "The data in %s is of PostgreSQL %s, but this is PostgreSQL %s: set DATA_DIR to another folder."
              .formatted(cluster, version, MAJOR_VERSION),
          null);
    }
  }

  /** A program that was killed leaves its server running, or a server that has no owner a file. */
  private void stopOrphan() throws IOException {
    if (Postmaster.running(cluster).isPresent()) {
      stop();
    }
    Postmaster.forgetStranger(cluster);
  }

  /** Another try finds another free port, or the end of processes that a dead server left. */
  private int start() throws IOException {
    if (Files.exists(log) && Files.size(log) > LARGEST_LOG) {
      Files.delete(log);
    }
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (attempt > 0) {
        LockSupport.parkNanos(BETWEEN_ATTEMPTS.toNanos());
      }
      stopOrphan();
      var free = freePort();
      if (launch(free)) {
        return free;
      }
    }
    throw new Broken("PostgreSQL does not start: see %s.".formatted(log), null);
  }

  private boolean launch(int on) {
    var options = ServerOptions.with(on);
    return control("start", "-t", "120", "-l", log.toString(), "-o", options).isSuccess();
  }

  private void stop() {
    if (!control("stop", "-m", "fast", "-t", "30").isSuccess()) {
      control("stop", "-m", "immediate", "-t", "10");
    }
  }

  private PostgresPrograms.Outcome control(String... arguments) {
    var all = new ArrayList<>(List.of("-s", "-w", "-D", cluster.toString()));
    all.addAll(0, List.of(arguments));
    return programs.run("", "pg_ctl", all);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
