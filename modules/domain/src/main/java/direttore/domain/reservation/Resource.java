package direttore.domain.reservation;

import direttore.domain.node.ClusterName;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be claimed.
 *
 * @param standing what of it is in use outside any reservation; guests of either kind as VMs
 * @param node where it is, of a pool and of a storage that only one node has; else null
 * @param outOfService why it cannot be used now, or null
 * @param expectedBack when it is thought to be of use again, or null
 */
public record Resource(
    int id,
    ResourceKind kind,
    ClusterName cluster,
    String name,
    SortedSet<String> tags,
    Capacity capacity,
    Amount standing,
    @Nullable String node,
    @Nullable String outOfService,
    @Nullable Instant expectedBack) {
  public Resource {
    tags = Collections.unmodifiableSortedSet(new TreeSet<>(tags));
  }

  /** Which one, for those who do not need to know more of it. */
  public Ref ref() {
    return new Ref(id, kind, name, kind == ResourceKind.NODE ? name : node);
  }

  /** The same out of service. */
  public Resource out(String why, @Nullable Instant back) {
    return new Resource(id, kind, cluster, name, tags, capacity, standing, node, why, back);
  }

  /**
   * Which resource.
   *
   * @param node the one that it is, or is a part of; null for what is not known to be on one alone
   */
  public record Ref(int id, ResourceKind kind, String name, @Nullable String node) {
    /** The verb after it, with blanks around. */
    public String are() {
      return kind == ResourceKind.ADDRESSES ? " are " : " is ";
    }

    @Override
    public String toString() {
      return kind.wire() + " " + name;
    }
  }
}
