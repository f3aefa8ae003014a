package direttore.domain.guest;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A guest as lists show it.
 *
 * @param name its name, empty when the cluster has not told it yet
 * @param status {@code running}, {@code stopped} or {@code unknown}
 * @param cpus processors it may use
 * @param maxMem bytes of memory it may use
 * @param maxDisk bytes of its root disk
 * @param cpu share of its processors in use, 0 to 1
 * @param mem bytes of memory in use
 * @param uptime seconds since it started, 0 when stopped
 * @param template whether it can only be cloned
 * @param lock what holds it, such as {@code backup}, or null
 * @param lockedSince when that was seen to begin, or null where nobody looked
 * @param trouble why this shows an earlier state, or null when it is current
 */
public record Guest(
    GuestRef ref,
    String name,
    String status,
    double cpus,
    long maxMem,
    long maxDisk,
    double cpu,
    long mem,
    long uptime,
    List<String> tags,
    boolean template,
    @Nullable String lock,
    @Nullable Instant lockedSince,
    @Nullable String trouble) {
  public Guest {
    tags = List.copyOf(tags);
  }

  /** As it is, with what is known of since when it is locked. */
  public Guest lockedSince(@Nullable Instant since) {
    return new Guest(
        ref, name, status, cpus, maxMem, maxDisk, cpu, mem, uptime, tags, template, lock, since,
        trouble);
  }

  public boolean running() {
    return status.equals("running");
  }
}
