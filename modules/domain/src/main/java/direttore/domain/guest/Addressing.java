package direttore.domain.guest;

import direttore.domain.Refusal;
import java.net.InetAddress;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How one NIC gets its addresses, in Proxmox's words.
 *
 * @param ip {@code dhcp}, an IPv4 address with prefix length, or null for none
 * @param gw IPv4 gateway inside the subnet of a static {@code ip}, or null
 * @param ip6 {@code dhcp}, {@code auto} (SLAAC), an IPv6 address with prefix length, or null
 * @param gw6 IPv6 gateway (link-local or inside the subnet of a static {@code ip6}), or null
 */
public record Addressing(
    @Nullable String ip, @Nullable String gw, @Nullable String ip6, @Nullable String gw6) {
  /** No addresses at all: a plain link. */
  public static final Addressing NONE = new Addressing(null, null, null, null);

  public Addressing {
    check("gw", gw, ip == null || ip.equals("dhcp") ? null : v4(ip));
    check("gw6", gw6, ip6 == null || ip6.equals("dhcp") || ip6.equals("auto") ? null : v6(ip6));
  }

  /**
   * The same with a static address.
   *
   * @param cidr with its prefix length
   * @param gateway used unless one is set, or null where none is known
   */
  Addressing fixed(String cidr, @Nullable String gateway) {
    return cidr.contains(":")
        ? new Addressing(ip, gw, cidr, gw6 == null ? gateway : gw6)
        : new Addressing(cidr, gw == null ? gateway : gw, ip6, gw6);
  }

  public boolean none() {
    return equals(NONE);
  }

  private static Cidr v4(String text) {
    return named(
        "ip",
        "must be dhcp or an address with prefix length, such as 10.10.100.5/24",
        () -> Cidr.v4(text));
  }

  private static Cidr v6(String text) {
    return named(
        "ip6",
        "must be auto, dhcp or an address with prefix length, such as 2001:db8::5/64",
        () -> Cidr.v6(text));
  }

  private static Cidr named(String field, String rule, Supplier<Cidr> parse) {
    try {
      return parse.get();
    } catch (Refusal.Invalid e) {
      throw new Refusal.Invalid(field, rule);
    }
  }

  private static void check(String field, @Nullable String gateway, @Nullable Cidr subnet) {
    if (gateway == null) {
      return;
    }
    var rule = new Refusal.Invalid(field, "must be an address without prefix length");
    var address = Cidr.literal(gateway, rule);
    if (subnet == null) {
      throw new Refusal.Invalid(field, "needs a static address beside it");
    }
    if (!isLinkLocalV6(address) && !subnet.sameSubnet(address)) {
      throw new Refusal.Invalid(field, "must lie in the subnet of " + subnet);
    }
  }

  private static boolean isLinkLocalV6(InetAddress address) {
    return address.getAddress().length == 16 && address.isLinkLocalAddress();
  }
}
