package direttore.domain.inventory;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A virtual machine of NetBox.
 *
 * @param status {@code active}, {@code offline} and so on
 * @param memory as it was entered, mostly in MiB
 * @param disk likewise
 * @param cluster the name of its cluster, or null for none
 */
public record Machine(
    long id,
    String name,
    String status,
    @Nullable Double vcpus,
    @Nullable Long memory,
    @Nullable Long disk,
    String description,
    List<String> tags,
    @Nullable String cluster,
    List<Interface> interfaces) {
  public Machine {
    tags = List.copyOf(tags);
    interfaces = List.copyOf(interfaces);
  }

  /**
   * An interface.
   *
   * @param mac its primary MAC address, or null
   */
  public record Interface(String name, @Nullable String mac) {}

  /** The key by which it is Direttore's; empty where it is somebody else's. */
  public Optional<UUID> key() {
    return tags.contains(InventoryMark.TAG) ? InventoryMark.in(description) : Optional.empty();
  }
}
