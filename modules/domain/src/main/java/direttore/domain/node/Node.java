package direttore.domain.node;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A host of the cluster and its load.
 *
 * @param cpu load of all its processors together, 0 to 1
 * @param maxCpu logical processors
 * @param mem bytes of memory in use, of {@code maxMem}
 * @param disk bytes of the root file system in use, of {@code maxDisk}
 * @param uptime seconds since it started; 0 when it is not online
 * @param version of Proxmox VE, such as {@code 9.1.4}; null while the node has not told it
 * @param since when the node was first seen in this status; null when it was found in it
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
    @Nullable String version,
    @Nullable Instant since,
    @Nullable String trouble) {

  /** Whether the cluster reaches the node. */
  public enum Status {
    ONLINE,
    OFFLINE,
    /** It does not report, as shortly after a boot. */
    UNKNOWN
  }

  /** With what a list does not tell. */
  public Node known(@Nullable String itsVersion, @Nullable Instant inStatusSince) {
    return new Node(
        name,
        status,
        cpu,
        maxCpu,
        mem,
        maxMem,
        disk,
        maxDisk,
        uptime,
        itsVersion,
        inStatusSince,
        trouble);
  }

  /** With why its figures are not known. */
  public Node unread(String why) {
    return new Node(
        name, status, cpu, maxCpu, mem, maxMem, disk, maxDisk, uptime, version, since, why);
  }

  /** Whether its figures are known at all; else they are 0 and mean nothing. */
  public boolean told() {
    return maxMem > 0;
  }

  public boolean online() {
    return status == Status.ONLINE;
  }
}
