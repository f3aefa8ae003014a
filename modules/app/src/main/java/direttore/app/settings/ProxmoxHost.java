package direttore.app.settings;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One entry point of a Proxmox VE cluster.
 *
 * @param name DNS name or IP address, IPv6 without brackets
 * @param port 1 to 65535
 */
public record ProxmoxHost(String name, int port) {
  private static final int DEFAULT_PORT = 8006;
  private static final Pattern FORM =
      Pattern.compile("(?:\\[([0-9A-Fa-f:.%]+)]|([A-Za-z0-9._-]+))(?::(\\d{1,5}))?");

  public ProxmoxHost {
    if (name.isEmpty() || port < 1 || port > 65535) {
      throw new IllegalArgumentException("not a host and port: " + name + ":" + port);
    }
  }

  static Optional<ProxmoxHost> parse(String text) {
    var form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    var port = form.group(3) == null ? DEFAULT_PORT : Integer.parseInt(form.group(3));
    var name = form.group(1) == null ? form.group(2) : form.group(1);
    return port >= 1 && port <= 65535 ? Optional.of(new ProxmoxHost(name, port)) : Optional.empty();
  }

  /** {@code name:port} as an address wants it, IPv6 in brackets. */
  @Override
  public String toString() {
    return (name.contains(":") ? "[" + name + "]" : name) + ":" + port;
  }
}
