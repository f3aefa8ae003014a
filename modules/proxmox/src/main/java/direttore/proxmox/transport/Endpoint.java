package direttore.proxmox.transport;

import java.net.InetAddress;
import java.net.URI;
import java.util.Optional;

/** The address of one pveproxy: a host of the cluster and its port. */
public record Endpoint(String host, int port) {
  private static final int PVEPROXY = 8006;

  public Endpoint {
    if (host.isBlank()) {
      throw new IllegalArgumentException("a Proxmox host must have a name or an address");
    }
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("%d is no port: must be 1 to 65535".formatted(port));
    }
  }

  /** Reads {@code pve1}, {@code pve1:8006}, {@code [2001:db8::1]:8006} or {@code https://pve1}. */
  public static Endpoint parse(String text) {
    var bare = text.strip().replaceFirst("^https://", "").replaceFirst("/+$", "");
    if (bare.contains("://") || bare.contains("/") || bare.contains("@")) {
      throw new IllegalArgumentException(
          "%s must be host, host:port or https://host:port".formatted(text));
    }
    var uri = URI.create("https://" + bare);
    if (uri.getHost() == null) {
      throw new IllegalArgumentException(
          "%s must be host, host:port or https://host:port".formatted(text));
    }
    return new Endpoint(uri.getHost(), uri.getPort() < 0 ? PVEPROXY : uri.getPort());
  }

  /** The host without the brackets of an IPv6 literal. */
  String address() {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  /** The address, where the host is one and not a name. */
  Optional<InetAddress> literal() {
    try {
      return Optional.of(InetAddress.ofLiteral(address()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
