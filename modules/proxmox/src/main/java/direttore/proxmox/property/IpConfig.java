package direttore.proxmox.property;

import direttore.domain.guest.Addressing;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code ipconfig0}: what cloud-init sets on a NIC, such as {@code ip=10.0.0.5/24,gw=10.0.0.1}.
 *
 * @param ip {@code dhcp} or an address with prefix length, or null
 * @param ip6 {@code auto}, {@code dhcp} or an address with prefix length, or null
 */
public record IpConfig(
    @Nullable String ip, @Nullable String gw, @Nullable String ip6, @Nullable String gw6) {

  /** What the addressing says, in Proxmox's form. */
  public static IpConfig of(Addressing addressing) {
    return new IpConfig(addressing.ip(), addressing.gw(), addressing.ip6(), addressing.gw6());
  }

  public static IpConfig parse(String text) {
    var properties = Properties.parse(text);
    return new IpConfig(
        properties.take("ip"),
        properties.take("gw"),
        properties.take("ip6"),
        properties.take("gw6"));
  }

  @Override
  public String toString() {
    return new Properties.Writer()
        .with("gw", gw)
        .with("gw6", gw6)
        .with("ip", ip)
        .with("ip6", ip6)
        .rest(Map.of());
  }
}
