package direttore.domain.inventory;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A prefix of NetBox.
 *
 * @param vrf its name; null for the global table
 * @param pool whether the addresses of the network and of broadcasts may be used too
 * @param markUtilized whether NetBox says that it is all in use
 * @param depth how many prefixes of its VRF are around it
 * @param children how many are within it
 */
public record Prefix(
    long id,
    Network network,
    String status,
    @Nullable String vrf,
    String description,
    @Nullable Named site,
    @Nullable String role,
    List<String> tags,
    CustomFields fields,
    @Nullable OnVlan vlan,
    boolean pool,
    boolean markUtilized,
    Utilization utilization,
    int depth,
    int children,
    @Nullable Gateway gateway) {
  public Prefix {
    tags = List.copyOf(tags);
  }

  /** The VLAN of a prefix. */
  public record OnVlan(long id, int vid, String name) {}

  /** Why none of its addresses is given, in a sentence; empty where they are. */
  public Optional<String> closed() {
    if (markUtilized) {
      return Optional.of("NetBox says that %s is fully utilized.".formatted(network));
    }
    return switch (status) {
      case "container" ->
          Optional.of(
              "%s is a container: take an address of a prefix within it.".formatted(network));
      case "reserved", "deprecated" -> Optional.of("%s is %s.".formatted(network, status));
      default -> Optional.empty();
    };
  }
}
