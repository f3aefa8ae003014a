package direttore.domain.node;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A storage as one node sees it.
 *
 * @param type Proxmox's plugin name, such as {@code lvmthin} or {@code nfs}
 * @param content what it may hold: {@code images}, {@code rootdir}, {@code iso}, {@code vztmpl}, …
 * @param avail free bytes, of {@code total}
 * @param enabled whether the administrator lets it be used
 * @param active whether the node reaches it now
 * @param shared whether other nodes see the same volumes
 * @param trouble why its figures are those of an earlier moment, or null when they are current
 */
public record Storage(
    String name,
    String type,
    Set<String> content,
    long avail,
    long total,
    boolean enabled,
    boolean active,
    boolean shared,
    @Nullable String trouble) {
  private static final Set<String> FILE_BASED = Set.of("dir", "nfs", "cifs", "cephfs", "glusterfs");

  public Storage {
    content = Set.copyOf(content);
  }

  public boolean holds(String kind) {
    return content.contains(kind);
  }

  /** Whether volumes of that type are files, where only the qcow2 format can take snapshots. */
  public static boolean fileBased(String type) {
    return FILE_BASED.contains(type);
  }
}
