package direttore.proxmox.simulated;

import direttore.proxmox.access.Credentials;
import direttore.proxmox.access.ProxmoxSession;
import direttore.proxmox.api.Proxmox;
import direttore.proxmox.transport.Timeouts;
import direttore.proxmox.transport.Transport;
import direttore.simulator.pve.PveOptions;
import direttore.simulator.pve.PveSimulator;
import direttore.simulator.pve.release.Release;
import direttore.transport.Endpoint;
import direttore.transport.Fingerprint;
import direttore.transport.Trust;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** A simulated cluster and clients of it. */
final class Lab implements AutoCloseable {
  private static final Timeouts TIMEOUTS =
      new Timeouts(Duration.ofSeconds(3), Duration.ofSeconds(8), Duration.ofSeconds(40));
  final PveSimulator simulator;

  Lab() {
    this(Release.PVE_9_2);
  }

  Lab(Release release) {
    simulator = PveSimulator.start(PveOptions.forTests().as(release));
  }

  /** A client with the token of root, which trusts the simulator's certificate alone. */
  Proxmox client() {
    var pin = new Trust.Pinned(Set.of(new Fingerprint(simulator.certificateFingerprint())));
    return client(new Endpoint("127.0.0.1", simulator.port()), pin, token());
  }

  /** A client that logs in as root. */
  Proxmox login(String password) {
    return client(
        new Endpoint("127.0.0.1", simulator.port()),
        new Trust.Anything(),
        new Credentials.Login("root@pam", password));
  }

  /** A client with the token of root, through something that stands before the simulator. */
  Proxmox through(int port) {
    return client(new Endpoint("127.0.0.1", port), new Trust.Anything(), token());
  }

  private Credentials token() {
    var parts = simulator.apiToken().split("=", 2);
    return new Credentials.ApiToken(parts[0], parts[1]);
  }

  private static Proxmox client(Endpoint host, Trust trust, Credentials credentials) {
    var clock = Clock.systemUTC();
    var transport = new Transport(List.of(host), trust, TIMEOUTS, clock);
    return new Proxmox(new ProxmoxSession(transport, credentials, clock));
  }

  @Override
  public void close() {
    simulator.close();
  }
}
