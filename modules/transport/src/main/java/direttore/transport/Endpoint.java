package direttore.transport;

import io.helidon.common.tls.Tls;
import java.net.InetAddress;
import java.net.URI;
import java.util.Optional;

/**
 * Where a host listens.
 *
 * @param host its name or address; an IPv6 address stands in brackets
 * @param port 1 to 65535
 * @param secure whether it speaks TLS
 */
public record Endpoint(String host, int port, boolean secure) {
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  public Endpoint {
    if (host.isBlank()) {
      throw new IllegalArgumentException("a host must have a name or an address");
    }
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("%d is no port: must be 1 to 65535".formatted(port));
    }
  }

  /** One that speaks TLS. */
  public Endpoint(String host, int port) {
    this(host, port, true);
  }

  /**
   * Reads {@code pve1}, {@code pve1:8006}, {@code [2001:db8::1]:8006} or {@code https://pve1}, all
   * of which mean TLS.
   *
   * @param usual the port where none is named
   */
  public static Endpoint parse(String text, int usual) {
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
    return new Endpoint(uri.getHost(), uri.getPort() < 0 ? usual : uri.getPort());
  }

  /** Where an {@code http} or {@code https} URL leads to, whatever its path. */
  public static Endpoint of(URI url) {
    var secure = "https".equalsIgnoreCase(url.getScheme());
    if (url.getHost() == null || !(secure || "http".equalsIgnoreCase(url.getScheme()))) {
      throw new IllegalArgumentException("%s must be http://host or https://host".formatted(url));
    }
    var usual = secure ? HTTPS : HTTP;
    return new Endpoint(url.getHost(), url.getPort() < 0 ? usual : url.getPort(), secure);
  }

  String scheme() {
    return secure ? "https" : "http";
  }

  /** What speaks to it: TLS as the trust says, or none. */
  Tls tls(Trust trust) {
    return secure ? TlsContexts.of(trust, this) : Tls.builder().enabled(false).build();
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
