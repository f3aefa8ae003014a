package direttore.app.settings;

import direttore.proxmox.access.Credentials;
import direttore.proxmox.transport.Timeouts;
import direttore.proxmox.transport.Transport;
import direttore.transport.Endpoint;
import direttore.transport.Trust;
import java.time.Duration;
import java.util.List;

/** Which Proxmox VE cluster is managed. */
public sealed interface ProxmoxSettings {

  /** The cluster that the built-in simulator plays. */
  record Simulated() implements ProxmoxSettings {}

  /**
   * A cluster that exists.
   *
   * @param hosts entry points of one cluster, at least one, in the order to try them
   */
  record Real(List<Endpoint> hosts, Credentials credentials, Trust trust, Timeouts timeouts)
      implements ProxmoxSettings {
    public Real {
      hosts = List.copyOf(hosts);
    }
  }

  /** The cluster that is asked for: without a host, the simulated one. */
  static ProxmoxSettings of(Given given) {
    if (given.flag(Setting.PROXMOX_MOCK) || !given.has(Setting.PROXMOX_HOST)) {
      return new Simulated();
    }
    return new Real(hosts(given), ProxmoxAccess.of(given), trust(given), timeouts(given));
  }

  /** A fingerprint or an authority overrules PROXMOX_VERIFY_SSL=false. */
  private static Trust trust(Given given) {
    return GivenTrust.of(
        given,
        Setting.PROXMOX_TLS_FINGERPRINT,
        Setting.PROXMOX_CA_FILE,
        given.flag(Setting.PROXMOX_VERIFY_SSL)
            ? new Trust.SystemAuthorities()
            : new Trust.Anything());
  }

  private static Timeouts timeouts(Given given) {
    return new Timeouts(
        Duration.ofSeconds(given.integer(Setting.PROXMOX_CONNECT_SECONDS, 1, 60)),
        Duration.ofSeconds(given.integer(Setting.PROXMOX_READ_SECONDS, 1, 600)),
        Duration.ofSeconds(given.integer(Setting.PROXMOX_WRITE_SECONDS, 31, 600)));
  }

  private static List<Endpoint> hosts(Given given) {
    try {
      return given.list(Setting.PROXMOX_HOST).stream()
          .map(host -> Endpoint.parse(host, Transport.PVEPROXY))
          .toList();
    } catch (IllegalArgumentException e) {
      throw given.wrong(Setting.PROXMOX_HOST, "host or host:port, several separated by commas");
    }
  }
}
