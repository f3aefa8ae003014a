package direttore.proxmox.property;

import java.util.Map;

/**
 * {@code agent}: whether Proxmox talks to the QEMU guest agent, such as {@code 1,type=virtio}.
 *
 * @param more keys that Direttore does not set
 */
public record Agent(boolean enabled, Map<String, String> more) {
  /** The agent is expected inside. */
  public static final Agent ENABLED = new Agent(true, Map.of());

  public Agent {
    more = Map.copyOf(more);
  }

  public static Agent parse(String text) {
    var properties = Properties.parse(text, "enabled");
    return new Agent(properties.flag("enabled"), properties.rest());
  }

  @Override
  public String toString() {
    return new Properties.Writer().with("enabled", enabled ? 1 : 0).rest(more);
  }
}
