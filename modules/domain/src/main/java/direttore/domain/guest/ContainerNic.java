package direttore.domain.guest;

import direttore.domain.Refusal;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A network interface of a container.
 *
 * @param name its name inside, {@code eth0} to {@code eth99}
 * @param bridge the bridge or VNet it is plugged into
 * @param vlan its tag, or null for untagged
 * @param allocations the addresses that are held for it, by their ids
 * @param prefix the id of a prefix at NetBox of which an address is held for it right before its
 *     guest is made, or null
 */
public record ContainerNic(
    String name,
    String bridge,
    @Nullable Vlan vlan,
    Addressing addressing,
    List<UUID> allocations,
    @Nullable Long prefix) {
  private static final Pattern NAME = Pattern.compile("eth[0-9]{1,2}");

  public ContainerNic {
    allocations = List.copyOf(allocations);
    if (!NAME.matcher(name).matches()) {
      throw new Refusal.Invalid("name", "must be eth0 to eth99");
    }
  }

  /** One for which no address is held. */
  public ContainerNic(String name, String bridge, @Nullable Vlan vlan, Addressing addressing) {
    this(name, bridge, vlan, addressing, List.of(), null);
  }

  /**
   * The same with an address that is held for it, and a gateway unless it has one or none is known.
   */
  public ContainerNic holding(UUID allocation, String cidr, @Nullable String gateway) {
    return new ContainerNic(
        name, bridge, vlan, addressing.fixed(cidr, gateway), List.of(allocation), prefix);
  }
}
