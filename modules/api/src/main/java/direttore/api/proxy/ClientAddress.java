package direttore.api.proxy;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Where a request comes from, as far as it can be told: the other end of the connection, or what
 * proxies that are trusted say of it.
 *
 * @param ip never made from a name
 * @param https whether it was encrypted on its way from the client
 */
public record ClientAddress(InetAddress ip, boolean https) {
  private static final int NETWORK_BYTES = 8;

  /** The address as a literal, without the zone of a link-local one. */
  public String text() {
    var literal = ip.getHostAddress();
    var zone = literal.indexOf('%');
    return zone < 0 ? literal : literal.substring(0, zone);
  }

  /** What one client can hardly change: an IPv4 address, or the /64 network of an IPv6 one. */
  public String network() {
    if (!(ip instanceof Inet6Address)) {
      return text();
    }
    var network = Arrays.copyOf(Arrays.copyOf(ip.getAddress(), NETWORK_BYTES), 2 * NETWORK_BYTES);
    try {
      return InetAddress.getByAddress(network).getHostAddress() + "/64";
    } catch (UnknownHostException e) {
      throw new IllegalStateException("sixteen bytes are an address", e);
    }
  }
}
