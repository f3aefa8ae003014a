package direttore.simulator.pve;

import direttore.simulator.clock.TaskClock;
import direttore.simulator.pve.release.Release;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a simulated Proxmox VE is to be.
 *
 * @param task how long the creation of a guest takes; other work in proportion
 * @param dataFolder where the state is kept, or null to keep nothing
 * @param clock by which its tasks run
 * @param release of Proxmox VE that it says it is
 */
public record PveOptions(
    Address address,
    Size size,
    Duration task,
    @Nullable Path dataFolder,
    TaskClock clock,
    Timing timing,
    Root root,
    Release release) {
  private static final long NANOS = 1_000_000_000L;
  private static final Timing REAL =
      new Timing(
          Duration.ofSeconds(10),
          Duration.ofSeconds(3),
          Duration.ofSeconds(30),
          Duration.ofSeconds(5));

  public PveOptions {
    if (task.isNegative()) {
      throw new IllegalArgumentException("task is " + task + ", expected 0 or more");
    }
    if (address.entries > size.nodes) {
      throw new IllegalArgumentException(
          "entries is %d, expected at most one for each of %d nodes"
              .formatted(address.entries, size.nodes));
    }
  }

  /**
   * A small lab on a free loopback port that keeps nothing, with the delays of a real one.
   *
   * @param rootPassword the password of root@pam
   * @param tokenSecret the secret of the token root@pam!direttore, a UUID
   */
  public static PveOptions lab(String rootPassword, String tokenSecret) {
    return new PveOptions(
        new Address("127.0.0.1", 0, 1),
        new Size(2, 0, 1),
        Duration.ofSeconds(2),
        null,
        TaskClock.real(),
        REAL,
        new Root(rootPassword, tokenSecret),
        Release.PVE_9_2);
  }

  /** A small lab for tests: nothing lags or is held back, tasks take a twentieth of a second. */
  public static PveOptions forTests() {
    return lab("direttore", "00000000-0000-4000-8000-000000000001")
        .withTask(Duration.ofMillis(50))
        .withLag(Duration.ZERO)
        .withPatience(Duration.ZERO, Duration.ofMillis(500));
  }

  /** The same at another address; with several entries, they take the ports that follow. */
  public PveOptions listeningOn(String host, int port) {
    return with(new Address(host, port, address.entries));
  }

  /** The same with a port for each of the first nodes, which is dead while its node is offline. */
  public PveOptions withEntries(int entries) {
    return with(new Address(address.host, address.port, entries));
  }

  /** The same with so many nodes and guests. */
  public PveOptions withSize(int nodes, int guests) {
    return with(new Size(nodes, guests, size.seed));
  }

  /** The same with another seed. */
  public PveOptions withSeed(long seed) {
    return with(new Size(size.nodes, size.guests, seed));
  }

  /** The same with tasks of so many seconds. */
  public PveOptions withTaskSeconds(double seconds) {
    return withTask(Duration.ofNanos((long) (seconds * NANOS)));
  }

  /** The same with another age of figures. */
  public PveOptions withLag(Duration lag) {
    return with(new Timing(lag, timing.unauthorized, timing.proxy, timing.idle));
  }

  /** The same with other waits before a 401 and a 596. */
  public PveOptions withPatience(Duration unauthorized, Duration proxy) {
    return with(new Timing(timing.lag, unauthorized, proxy, timing.idle));
  }

  /** The same with connections closed after another silence. */
  public PveOptions withIdleLimit(Duration idle) {
    return with(new Timing(timing.lag, timing.unauthorized, timing.proxy, idle));
  }

  /** The same with another duration of tasks. */
  public PveOptions withTask(Duration other) {
    return new PveOptions(address, size, other, dataFolder, clock, timing, root, release);
  }

  /** The same with its state kept in that folder. */
  public PveOptions keptIn(@Nullable Path folder) {
    return new PveOptions(address, size, task, folder, clock, timing, root, release);
  }

  /** The same by another clock. */
  public PveOptions withClock(TaskClock other) {
    return new PveOptions(address, size, task, dataFolder, other, timing, root, release);
  }

  /** The same as another release of Proxmox VE. */
  public PveOptions as(Release other) {
    return new PveOptions(address, size, task, dataFolder, clock, timing, root, other);
  }

  private PveOptions with(Address other) {
    return new PveOptions(other, size, task, dataFolder, clock, timing, root, release);
  }

  private PveOptions with(Size other) {
    return new PveOptions(address, other, task, dataFolder, clock, timing, root, release);
  }

  private PveOptions with(Timing other) {
    return new PveOptions(address, size, task, dataFolder, clock, other, root, release);
  }

  /**
   * Where it listens.
   *
   * @param port 0 for any free one
   * @param entries how many nodes have a port of their own; 1 for one that answers for all
   */
  public record Address(String host, int port, int entries) {
    private static final int MOST_PORT = 65_535;

    public Address {
      if (port < 0 || port > MOST_PORT) {
        throw new IllegalArgumentException("port is " + port + ", expected 0 to " + MOST_PORT);
      }
      if (entries < 1) {
        throw new IllegalArgumentException("entries is " + entries + ", expected 1 or more");
      }
    }
  }

  /**
   * How big it is.
   *
   * @param nodes 1 to 32
   * @param guests how many guests a new cluster has; every cluster starts with at least a dozen
   * @param seed from which sample guests and usage figures follow
   */
  public record Size(int nodes, int guests, long seed) {
    private static final int MOST_NODES = 32;

    public Size {
      if (nodes < 1 || nodes > MOST_NODES) {
        throw new IllegalArgumentException("nodes is " + nodes + ", expected 1 to " + MOST_NODES);
      }
      if (guests < 0) {
        throw new IllegalArgumentException("guests is " + guests + ", expected 0 or more");
      }
    }
  }

  /**
   * How it makes clients wait, in real time but for the first.
   *
   * @param lag how old the figures of /cluster/resources may be, 10 s at a real one; zero for never
   * @param unauthorized before each 401
   * @param proxy before a call to something that hangs answers 596
   * @param idle before a silent connection is closed
   */
  public record Timing(Duration lag, Duration unauthorized, Duration proxy, Duration idle) {}

  /**
   * How the superuser signs in.
   *
   * @param password of root@pam
   * @param tokenSecret of the token {@code root@pam!direttore}, a UUID
   */
  public record Root(String password, String tokenSecret) {}
}
