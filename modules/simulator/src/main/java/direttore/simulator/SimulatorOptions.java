package direttore.simulator;

import direttore.simulator.clock.TaskClock;
import direttore.simulator.release.Release;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a simulated Proxmox VE is to be.
 *
 * @param host the address to listen on
 * @param port the port, 0 for any free one
 * @param nodes 1 to 32
 * @param guests how many guests a new cluster has; every cluster starts with at least a dozen
 * @param task how long the creation of a guest takes; other work in proportion
 * @param seed from which sample guests and usage figures follow
 * @param dataFolder where the state is kept, or null to keep nothing
 * @param lag how old the figures of /cluster/resources may be, 10 s at a real one; zero for never
 * @param rootPassword the password of root@pam
 * @param tokenSecret the secret of the token {@code root@pam!direttore}
 * @param unauthorizedDelay how long each 401 is held back, in real time
 * @param proxyLimit after which a call to something that hangs answers 596, in real time
 * @param idleLimit after which a silent connection is closed
 * @param release of Proxmox VE that it says it is
 */
public record SimulatorOptions(
    String host,
    int port,
    int nodes,
    int guests,
    Duration task,
    long seed,
    @Nullable Path dataFolder,
    TaskClock clock,
    Duration lag,
    String rootPassword,
    String tokenSecret,
    Duration unauthorizedDelay,
    Duration proxyLimit,
    Duration idleLimit,
    Release release) {
  private static final int MOST_NODES = 32;
  private static final int MOST_PORT = 65_535;
  private static final long NANOS = 1_000_000_000L;

  public SimulatorOptions {
    if (port < 0 || port > MOST_PORT) {
      throw new IllegalArgumentException("port is " + port + ", expected 0 to " + MOST_PORT);
    }
    if (nodes < 1 || nodes > MOST_NODES) {
      throw new IllegalArgumentException("nodes is " + nodes + ", expected 1 to " + MOST_NODES);
    }
    if (guests < 0) {
      throw new IllegalArgumentException("guests is " + guests + ", expected 0 or more");
    }
    if (task.isNegative()) {
      throw new IllegalArgumentException("task is " + task + ", expected 0 or more");
    }
  }

  /**
   * A small lab on a free loopback port that keeps nothing, with the delays of a real one.
   *
   * @param rootPassword the password of root@pam
   * @param tokenSecret the secret of the token root@pam!direttore, a UUID
   */
  public static SimulatorOptions lab(String rootPassword, String tokenSecret) {
    return new SimulatorOptions(
        "127.0.0.1",
        0,
        2,
        0,
        Duration.ofSeconds(2),
        1,
        null,
        TaskClock.real(),
        Duration.ofSeconds(10),
        rootPassword,
        tokenSecret,
        Duration.ofSeconds(3),
        Duration.ofSeconds(30),
        Duration.ofSeconds(5),
        Release.PVE_9_2);
  }

  /** A small lab for tests: nothing lags or is held back, tasks take a twentieth of a second. */
  public static SimulatorOptions forTests() {
    return lab("direttore", "00000000-0000-4000-8000-000000000001")
        .withTask(Duration.ofMillis(50))
        .withLag(Duration.ZERO)
        .withPatience(Duration.ZERO, Duration.ofMillis(500));
  }

  /** The same at another address. */
  public SimulatorOptions listeningOn(String newHost, int newPort) {
    return new SimulatorOptions(
        newHost,
        newPort,
        nodes,
        guests,
        task,
        seed,
        dataFolder,
        clock,
        lag,
        rootPassword,
        tokenSecret,
        unauthorizedDelay,
        proxyLimit,
        idleLimit,
        release);
  }

  /** The same with so many nodes and guests. */
  public SimulatorOptions withSize(int newNodes, int newGuests) {
    return new SimulatorOptions(
        host,
        port,
        newNodes,
        newGuests,
        task,
        seed,
        dataFolder,
        clock,
        lag,
        rootPassword,
        tokenSecret,
        unauthorizedDelay,
        proxyLimit,
        idleLimit,
        release);
  }

  /** The same with another duration of tasks. */
  public SimulatorOptions withTask(Duration newTask) {
    return new SimulatorOptions(
        host,
        port,
        nodes,
        guests,
        newTask,
        seed,
        dataFolder,
        clock,
        lag,
        rootPassword,
        tokenSecret,
        unauthorizedDelay,
        proxyLimit,
        idleLimit,
        release);
  }

  /** The same with tasks of so many seconds. */
  public SimulatorOptions withTaskSeconds(double seconds) {
    return withTask(Duration.ofNanos((long) (seconds * NANOS)));
  }

  /** The same with another seed. */
  public SimulatorOptions withSeed(long newSeed) {
    return new SimulatorOptions(
        host,
        port,
        nodes,
        guests,
        task,
        newSeed,
        dataFolder,
        clock,
        lag,
        rootPassword,
        tokenSecret,
        unauthorizedDelay,
        proxyLimit,
        idleLimit,
        release);
  }

  /** The same with its state kept in that folder. */
  public SimulatorOptions keptIn(@Nullable Path folder) {
    return new SimulatorOptions(
        host,
        port,
        nodes,
        guests,
        task,
        seed,
        folder,
        clock,
        lag,
        rootPassword,
        tokenSecret,
        unauthorizedDelay,
        proxyLimit,
        idleLimit,
        release);
  }

  /** The same by another clock. */
  public SimulatorOptions withClock(TaskClock newClock) {
    return new SimulatorOptions(
        host,
        port,
        nodes,
        guests,
        task,
        seed,
        dataFolder,
        newClock,
        lag,
        rootPassword,
        tokenSecret,
        unauthorizedDelay,
        proxyLimit,
        idleLimit,
        release);
  }

  /** The same with another age of figures. */
  public SimulatorOptions withLag(Duration newLag) {
    return new SimulatorOptions(
        host,
        port,
        nodes,
        guests,
        task,
        seed,
        dataFolder,
        clock,
        newLag,
        rootPassword,
        tokenSecret,
        unauthorizedDelay,
        proxyLimit,
        idleLimit,
        release);
  }

  /** The same with other waits before a 401 and a 596. */
  public SimulatorOptions withPatience(Duration unauthorized, Duration proxy) {
    return new SimulatorOptions(
        host,
        port,
        nodes,
        guests,
        task,
        seed,
        dataFolder,
        clock,
        lag,
        rootPassword,
        tokenSecret,
        unauthorized,
        proxy,
        idleLimit,
        release);
  }

  /** The same with connections closed after another silence. */
  public SimulatorOptions withIdleLimit(Duration idle) {
    return new SimulatorOptions(
        host,
        port,
        nodes,
        guests,
        task,
        seed,
        dataFolder,
        clock,
        lag,
        rootPassword,
        tokenSecret,
        unauthorizedDelay,
        proxyLimit,
        idle,
        release);
  }

  /** The same as another release of Proxmox VE. */
  public SimulatorOptions as(Release other) {
    return new SimulatorOptions(
        host,
        port,
        nodes,
        guests,
        task,
        seed,
        dataFolder,
        clock,
        lag,
        rootPassword,
        tokenSecret,
        unauthorizedDelay,
        proxyLimit,
        idleLimit,
        other);
  }
}
