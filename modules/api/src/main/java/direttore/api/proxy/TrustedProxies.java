package direttore.api.proxy;

import java.net.InetAddress;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The reverse proxies whose word counts for where a request comes from. Anyone can write the
 * headers that they write, so that those of others are not read.
 */
public record TrustedProxies(List<AddressBlock> networks) {
  /** Every connection comes from its client. */
  public static final TrustedProxies NONE = new TrustedProxies(List.of());

  private static final Pattern WITH_PORT =
      Pattern.compile("\\[([^\\]]*)](?::\\d{1,5})?|([^:]*):\\d{1,5}");

  public TrustedProxies {
    networks = List.copyOf(networks);
  }

  /** Whether the other end of a connection is one of them. */
  public boolean trusts(InetAddress peer) {
    for (var network : networks) {
      if (network.contains(peer)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The nearest hop that is not one of them; an unreadable one ends the search, because what stands
   * before it could have been written by anyone.
   *
   * @param peer one of them
   * @param https whether its connection is encrypted
   */
  public ClientAddress client(InetAddress peer, boolean https, Forwarded forwarded) {
    var client = peer;
    for (var hop : forwarded.hops().reversed()) {
      var address = AddressBlock.literal(withoutPort(hop));
      if (address.isEmpty()) {
        break;
      }
      client = address.get();
      if (!trusts(client)) {
        break;
      }
    }
    var scheme = forwarded.scheme();
    return new ClientAddress(client, scheme == null ? https : scheme.equals("https"));
  }

  private static String withoutPort(String hop) {
    var form = WITH_PORT.matcher(hop);
    if (!form.matches()) {
      return hop;
    }
    return form.group(1) == null ? form.group(2) : form.group(1);
  }
}
