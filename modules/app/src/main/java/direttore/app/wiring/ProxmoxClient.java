package direttore.app.wiring;

import direttore.app.data.DataFolder;
import direttore.app.settings.ProxmoxSettings;
import direttore.app.settings.Settings;
import direttore.app.start.Lifetime;
import direttore.app.start.Places;
import direttore.app.start.ProcessRole;
import direttore.app.start.StartRefusal.WrongSetting;
import direttore.domain.SteadyClock;
import direttore.proxmox.access.Credentials;
import direttore.proxmox.access.ProxmoxSession;
import direttore.proxmox.api.Proxmox;
import direttore.proxmox.failure.ProxmoxFailure;
import direttore.proxmox.transport.Timeouts;
import direttore.proxmox.transport.Transport;
import direttore.simulator.pve.PveSimulator;
import direttore.transport.Endpoint;
import direttore.transport.Fingerprint;
import direttore.transport.Trust;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The way to the cluster that was set, or to the simulated one; both are reached alike. */
final class ProxmoxClient {
  private static final Duration A_MOMENT = Duration.ofSeconds(2);

  private ProxmoxClient() {}

  static ProxmoxSettings.Real cluster(
      ProcessRole role, Settings settings, DataFolder folder, Lifetime lifetime, Places places) {
    return switch (settings.proxmox()) {
      case ProxmoxSettings.Simulated simulated when role == ProcessRole.SERVE ->
          reached(SimulatedCluster.start(folder, settings.simulator(), lifetime, places), folder);
      case ProxmoxSettings.Simulated simulated ->
          throw new WrongSetting(
              "PROXMOX_HOST must be set for the %s role: only serve brings its own simulated cluster."
                  .formatted(role.word()));
      case ProxmoxSettings.Real real -> real;
    };
  }

  private static ProxmoxSettings.Real reached(PveSimulator simulator, DataFolder folder) {
    return new ProxmoxSettings.Real(
        List.of(Endpoint.of(URI.create(simulator.url()))),
        new Credentials.ApiToken(SimulatedCluster.TOKEN_ID, SimulatedCluster.token(folder)),
        new Trust.Pinned(Set.of(new Fingerprint(simulator.certificateFingerprint()))),
        Timeouts.USUAL);
  }

  static Proxmox open(ProxmoxSettings.Real cluster, Clock clock) {
    var steady = SteadyClock.from(clock);
    var transport = new Transport(cluster.hosts(), cluster.trust(), cluster.timeouts(), steady);
    return new Proxmox(new ProxmoxSession(transport, cluster.credentials(), steady));
  }

  /** Names the host that answers, or all that were tried where none does in a moment. */
  static void introduce(Proxmox proxmox, ProxmoxSettings.Real cluster, Places places) {
    var asked = Thread.ofVirtual().name("proxmox-introduction").start(() -> ask(proxmox));
    try {
      asked.join(A_MOMENT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    var hosts = proxmox.answering().map(List::of).orElse(cluster.hosts());
    var addresses = hosts.stream().map(host -> "https://" + host).collect(Collectors.joining(", "));
    places.add(
        "Proxmox VE cluster",
        addresses,
        proxmox.answering().isPresent() ? "" : "does not answer yet");
  }

  private static void ask(Proxmox proxmox) {
    try {
      proxmox.version();
    } catch (ProxmoxFailure e) {
      // What is wrong with it is told where its rights are looked at.
    }
  }
}
