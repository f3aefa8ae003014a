package direttore.proxmox.property;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code net0} of a container, such as {@code name=eth0,bridge=vmbr0,ip=dhcp,type=veth}.
 *
 * @param mac its address, or null to let Proxmox choose one
 * @param tag 1 to 4094, or null for untagged
 * @param ip {@code dhcp}, {@code manual}, an address with prefix length, or null
 * @param ip6 {@code auto}, {@code dhcp}, {@code manual}, an address with prefix length, or null
 * @param more keys that Direttore does not set
 */
public record ContainerNet(
    String name,
    @Nullable String bridge,
    @Nullable Mac mac,
    @Nullable Integer tag,
    @Nullable String ip,
    @Nullable String gw,
    @Nullable String ip6,
    @Nullable String gw6,
    Map<String, String> more) {
  public ContainerNet {
    Tags.check(tag);
    more = Map.copyOf(more);
  }

  /** Reads what a configuration holds. */
  public static ContainerNet parse(String text) {
    var properties = Properties.parse(text);
    var mac = properties.take("hwaddr");
    return new ContainerNet(
        properties.need("name"),
        properties.take("bridge"),
        mac == null ? null : new Mac(mac),
        properties.number("tag"),
        properties.take("ip"),
        properties.take("gw"),
        properties.take("ip6"),
        properties.take("gw6"),
        properties.rest());
  }

  @Override
  public String toString() {
    return new Properties.Writer()
        .with("name", name)
        .with("bridge", bridge)
        .with("gw", gw)
        .with("gw6", gw6)
        .with("hwaddr", mac)
        .with("ip", ip)
        .with("ip6", ip6)
        .with("tag", tag)
        .rest(more);
  }
}
