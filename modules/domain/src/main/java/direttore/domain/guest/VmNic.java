package direttore.domain.guest;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A network card of a VM.
 *
 * @param bridge the bridge or VNet it is plugged into
 * @param vlan its tag, or null for untagged
 * @param addressing what cloud-init shall set on it
 * @param allocations the addresses that are held for it, by their ids
 * @param prefix the id of a prefix at NetBox of which an address is held for it right before its
 *     guest is made, or null
 */
public record VmNic(
    String bridge,
    Model model,
    @Nullable Vlan vlan,
    Addressing addressing,
    List<UUID> allocations,
    @Nullable Long prefix) {
  public VmNic {
    allocations = List.copyOf(allocations);
  }

  /** One for which no address is held. */
  public VmNic(String bridge, Model model, @Nullable Vlan vlan, Addressing addressing) {
    this(bridge, model, vlan, addressing, List.of(), null);
  }

  /** The emulated card. */
  public enum Model {
    VIRTIO,
    E1000,
    RTL8139;

    /** Proxmox's word. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The same with an address that is held for it, and a gateway unless it has one or none is known.
   */
  public VmNic holding(UUID allocation, String cidr, @Nullable String gateway) {
    return new VmNic(
        bridge, model, vlan, addressing.fixed(cidr, gateway), List.of(allocation), prefix);
  }
}
