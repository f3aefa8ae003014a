package direttore.simulator.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The faults that are switched on. */
public final class Faults {
  private final List<Armed> armed = new ArrayList<>();
  private final Set<String> nodesOffline = ConcurrentHashMap.newKeySet();
  private final Set<String> nodesUnknown = ConcurrentHashMap.newKeySet();
  private final Set<String> storagesHanging = ConcurrentHashMap.newKeySet();
  private final Set<String> storagesFull = ConcurrentHashMap.newKeySet();
  private final Map<String, TaskEnd> taskEnds = new ConcurrentHashMap<>();
  private final AtomicLong version = new AtomicLong();
  private volatile boolean oldHost;

  /** No faults. */
  public Faults() {}

  /** Switches a fault on. */
  public synchronized void add(Fault fault) {
    armed.add(new Armed(fault));
  }

  /** Switches everything off. */
  public synchronized void clear() {
    version.incrementAndGet();
    armed.clear();
    nodesOffline.clear();
    nodesUnknown.clear();
    storagesHanging.clear();
    storagesFull.clear();
    taskEnds.clear();
    oldHost = false;
  }

  /** The faults that strike this call, each counted as used. */
  public synchronized List<Fault.Effect> strike(String method, String path) {
    if (armed.isEmpty()) {
      return List.of();
    }
    var effects = new ArrayList<Fault.Effect>();
    for (var one : armed) {
      if (one.fault.matches(method, path) && one.strikes()) {
        effects.add(one.fault.effect());
      }
    }
    armed.removeIf(Armed::used);
    return effects;
  }

  /** Counts up when nodes or storages fail or recover. */
  public long version() {
    return version.get();
  }

  /** Takes a node off the network: its calls answer 595 and lists show it offline. */
  public void nodeOffline(String node) {
    version.incrementAndGet();
    nodesOffline.add(node);
  }

  /** Brings a node back. */
  public void nodeOnline(String node) {
    version.incrementAndGet();
    nodesOffline.remove(node);
  }

  /** Is the node off the network? */
  public boolean isOffline(String node) {
    return nodesOffline.contains(node);
  }

  /** Makes a node look freshly booted, whose figures nobody knows yet, or no longer. */
  public void nodeUnknown(String node, boolean unknown) {
    version.incrementAndGet();
    if (unknown) {
      nodesUnknown.add(node);
    } else {
      nodesUnknown.remove(node);
    }
  }

  /** Does the node look freshly booted? */
  public boolean isUnknown(String node) {
    return nodesUnknown.contains(node);
  }

  /** Makes a storage hang: calls that touch it answer 596 after the proxy's limit. */
  public void storageHangs(String storage) {
    version.incrementAndGet();
    storagesHanging.add(storage);
  }

  /** Makes a storage answer again. */
  public void storageAnswers(String storage) {
    version.incrementAndGet();
    storagesHanging.remove(storage);
  }

  /** Does the storage hang? */
  public boolean hangs(String storage) {
    return storagesHanging.contains(storage);
  }

  /** Does any storage hang? */
  public boolean anyStorageHangs() {
    return !storagesHanging.isEmpty();
  }

  /** Fills a storage, so that nothing more fits, or gives it its space back. */
  public void storageFull(String storage, boolean full) {
    version.incrementAndGet();
    if (full) {
      storagesFull.add(storage);
    } else {
      storagesFull.remove(storage);
    }
  }

  /** Is the storage full? */
  public boolean isFull(String storage) {
    return storagesFull.contains(storage);
  }

  /** Lets the next task of that type ({@code qmcreate}) fail with that text. */
  public void failNextTask(String type, String text) {
    taskEnds.put(type, new TaskEnd(text, 0));
  }

  /** Lets the next task of that type end with so many warnings. */
  public void warnNextTask(String type, int warnings) {
    taskEnds.put(type, new TaskEnd("", warnings));
  }

  /** How a starting task of that type is to end; asked once for each task. */
  public Optional<TaskEnd> takeTaskEnd(String type) {
    return Optional.ofNullable(taskEnds.remove(type));
  }

  /** Answers as hosts older than January 2025 do: errors without {@code message}. */
  public void oldHost(boolean old) {
    oldHost = old;
  }

  /** Do errors lack their {@code message}? */
  public boolean isOldHost() {
    return oldHost;
  }

  /**
   * A task's ordered end.
   *
   * @param failure the text it fails with, or empty
   * @param warnings how many warnings it ends with, where it does not fail
   */
  public record TaskEnd(String failure, int warnings) {}

  private static final class Armed {
    private final Fault fault;
    private int skip;
    private int left;

    Armed(Fault fault) {
      this.fault = fault;
      this.skip = fault.skip();
      this.left = fault.times();
    }

    boolean strikes() {
      if (skip > 0) {
        skip--;
        return false;
      }
      if (left < Integer.MAX_VALUE) {
        left--;
      }
      return true;
    }

    boolean used() {
      return left == 0;
    }
  }
}
