package direttore.domain.guest;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A network card of a VM.
 *
 * @param bridge the bridge or VNet it is plugged into
 * @param vlan its tag, or null for untagged
 * @param addressing what cloud-init shall set on it
 */
public record VmNic(String bridge, Model model, @Nullable Vlan vlan, Addressing addressing) {

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
}
