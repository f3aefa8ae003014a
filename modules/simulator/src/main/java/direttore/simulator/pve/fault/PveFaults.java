package direttore.simulator.pve.fault;

import direttore.simulator.fault.Fault;
import direttore.simulator.fault.Faults;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The faults that are switched on in a cluster: strikes on calls, and those of its own. */
public final class PveFaults {
  private final Faults strikes = new Faults();
  private final Set<String> nodesOffline = ConcurrentHashMap.newKeySet();
  private final Set<String> nodesUnknown = ConcurrentHashMap.newKeySet();
  private final Set<String> storagesHanging = ConcurrentHashMap.newKeySet();
  private final Set<String> storagesFull = ConcurrentHashMap.newKeySet();
  private final Map<String, TaskEnd> taskEnds = new ConcurrentHashMap<>();
  private final AtomicLong version = new AtomicLong();
  private volatile boolean oldHost;

  /** No faults. */
  public PveFaults() {}

  /** Lets calls be struck. */
  public void add(Fault fault) {
    strikes.add(fault);
  }

  /** Switches everything off. */
  public void clear() {
    version.incrementAndGet();
    strikes.clear();
    nodesOffline.clear();
    nodesUnknown.clear();
    storagesHanging.clear();
    storagesFull.clear();
    taskEnds.clear();
    oldHost = false;
  }

  /** The faults that strike calls. */
  public Faults strikes() {
    return strikes;
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
}
