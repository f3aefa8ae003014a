package direttore.simulator.pve.schema;

import static java.util.Map.entry;

import java.net.Inet6Address;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Formats of addresses, interfaces and VLANs. */
final class NetworkFormats {
  private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
  private static final Pattern IPV4 = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");
  private static final Pattern IPV6_CHARACTERS = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
  private static final Pattern CIDR = Pattern.compile("([^/]+)/([0-9]{1,3})");
  private static final Pattern VLANS = Pattern.compile("([0-9]{1,9})(?:-([0-9]{1,9}))?");
  private static final Pattern DNS = Pattern.compile(TextFormats.DNS);

  static final Map<String, Format> ALL_FORMATS =
      Map.ofEntries(
          entry("ipv4", such(NetworkFormats::isIpv4, "a valid IPv4 address")),
          entry("ipv6", such(NetworkFormats::isIpv6, "a valid IPv6 address")),
          entry("ip", such(NetworkFormats::isIp, "a valid IP address")),
          entry("CIDRv4", such(NetworkFormats::isCidrV4, "a valid IPv4 CIDR network")),
          entry("CIDRv6", such(NetworkFormats::isCidrV6, "a valid IPv6 CIDR network")),
          entry("CIDR", such(v -> isCidrV4(v) || isCidrV6(v), "a valid CIDR network")),
          entry("ipv4mask", such(NetworkFormats::isMask, "a valid IP netmask")),
          entry(
              "pve-ipv4-config",
              such(
                  v -> v.equals("dhcp") || v.equals("manual") || isCidrV4(v),
                  "a valid ipv4 network configuration")),
          entry(
              "pve-ipv6-config",
              such(
                  v -> v.equals("auto") || v.equals("dhcp") || v.equals("manual") || isCidrV6(v),
                  "a valid ipv6 network configuration")),
          entry("address", such(NetworkFormats::isAddress, "a valid address: %s")),
          entry(
              "pve-storage-server",
              such(NetworkFormats::isAddress, "a valid server name or IP address")),
          entry("pve-storage-portal-dns", such(NetworkFormats::isPortal, "a valid portal address")),
          entry("lxc-ip-with-ll-iface", such(v -> isIp(v.split("%", 2)[0]), "a valid IP address")),
          entry("pve-vlan-id-or-range", NetworkFormats::vlans));

  private NetworkFormats() {}

  private static Format such(Predicate<String> accepts, String what) {
    return (path, value) -> {
      if (!accepts.test(value)) {
        throw new Format.Malformed("value does not look like " + what.replace("%s", value));
      }
    };
  }

  static boolean isIpv4(String text) {
    return IPV4.matcher(text).matches();
  }

  static boolean isIpv6(String text) {
    if (!IPV6_CHARACTERS.matcher(text).matches()) {
      return false;
    }
    try {
      Inet6Address.ofLiteral(text);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  static boolean isIp(String text) {
    return isIpv4(text) || isIpv6(text);
  }

  private static boolean isCidrV4(String text) {
    var parts = CIDR.matcher(text);
    return parts.matches() && isIpv4(parts.group(1)) && isLength(parts.group(2), 32);
  }

  private static boolean isCidrV6(String text) {
    var parts = CIDR.matcher(text);
    return parts.matches() && isIpv6(parts.group(1)) && isLength(parts.group(2), 128);
  }

  /** Proxmox VE takes no prefix shorter than eight bits. */
  private static boolean isLength(String text, int longest) {
    var length = Integer.parseInt(text);
    return length > 7 && length <= longest;
  }

  private static boolean isMask(String text) {
    if (!isIpv4(text)) {
      return false;
    }
    var bits = 0L;
    for (var octet : text.split("\\.", -1)) {
      bits = bits << 8 | Long.parseLong(octet);
    }
    var holes = ~bits & 0xFFFFFFFFL;
    return (holes & holes + 1) == 0;
  }

  private static boolean isAddress(String text) {
    return isIp(text) || DNS.matcher(text).matches();
  }

  private static boolean isPortal(String text) {
    var port = text.lastIndexOf(':');
    return isAddress(text)
        || (port > 0
            && text.substring(port + 1).matches("[0-9]{1,5}")
            && isAddress(text.substring(0, port).replaceAll("^\\[(.*)]$", "$1")));
  }

  private static void vlans(String path, String value) throws Format.Malformed {
    var parts = VLANS.matcher(value);
    if (!parts.matches()) {
      throw new Format.Malformed("invalid VLAN configuration '%s'".formatted(value));
    }
    var from = tag(parts.group(1));
    if (parts.group(2) != null && from >= tag(parts.group(2))) {
      throw new Format.Malformed(
          "VLAN range must go from lower to higher tag '%s'".formatted(value));
    }
  }

  private static int tag(String text) throws Format.Malformed {
    var tag = Integer.parseInt(text);
    if (tag < 2 || tag > 4094) {
      throw new Format.Malformed("invalid VLAN tag '%s'".formatted(text));
    }
    return tag;
  }
}
