package direttore.proxmox.cluster;

import java.time.Duration;

/**
 * How long those who read wait for Proxmox, before they get what was read earlier.
 *
 * @param whole for what is read of the cluster as a whole, or of one guest
 * @param part for one part of a node, before the rest goes without it
 */
public record ClusterPatience(Duration whole, Duration part) {
  /** What people at a screen have. */
  public static final ClusterPatience USUAL =
      new ClusterPatience(Duration.ofSeconds(3), Duration.ofMillis(2500));
}
