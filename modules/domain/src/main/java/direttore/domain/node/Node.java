package direttore.domain.node;

import org.jspecify.annotations.Nullable;

/**
 * A host of the cluster and its load.
 *
 * @param cpu load of all its processors together, 0 to 1
 * @param maxCpu logical processors
 * @param mem bytes of memory in use, of {@code maxMem}
 * @param disk bytes of the root file system in use, of {@code maxDisk}
 * @param uptime seconds since it started; 0 when it is not online
 * @param trouble why the figures are those of an earlier moment, or null when they are current
 */
public record Node(
    NodeName name,
    Status status,
    double cpu,
    int maxCpu,
    long mem,
    long maxMem,
    long disk,
    long maxDisk,
    long uptime,
    @Nullable String trouble) {

  /** Whether the cluster reaches the node. */
  public enum Status {
    ONLINE,
    OFFLINE,
    /** Not yet reported, as shortly after a boot. */
    UNKNOWN
  }

  public boolean online() {
    return status == Status.ONLINE;
  }
}
