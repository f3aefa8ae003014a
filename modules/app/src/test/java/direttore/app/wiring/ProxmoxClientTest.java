package direttore.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.app.settings.ProxmoxSettings;
import direttore.app.start.Places;
import direttore.proxmox.access.Credentials;
import direttore.proxmox.transport.Timeouts;
import direttore.simulator.pve.PveOptions;
import direttore.simulator.pve.PveSimulator;
import direttore.transport.Endpoint;
import direttore.transport.Trust;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProxmoxClientTest {
  private static final String HOST = "127.0.0.1";

  private static String banner(List<Endpoint> hosts) {
    var cluster =
        new ProxmoxSettings.Real(
            hosts,
            new Credentials.Login("root@pam", "direttore"),
            new Trust.Anything(),
            Timeouts.USUAL);
    var places = new Places();
    try (var proxmox = ProxmoxClient.open(cluster, Clock.systemUTC())) {
      ProxmoxClient.introduce(proxmox, cluster, places);
    }
    return places.toString();
  }

  /** Where nothing listens. */
  private static Endpoint deserted() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return new Endpoint(HOST, socket.getLocalPort());
    }
  }

  @Test
  void theStartNamesTheHostThatAnswers() throws IOException {
    try (var simulator = PveSimulator.start(PveOptions.forTests())) {
      var dead = deserted();

      var banner = banner(List.of(dead, new Endpoint(HOST, simulator.port())));

      assertThat(banner).contains(simulator.url()).doesNotContain(dead.toString(), "not answer");
    }
  }

  @Test
  void theStartNamesAllHostsWhereNoneAnswers() throws IOException {
    var one = deserted();
    var other = deserted();

    assertThat(banner(List.of(one, other)))
        .contains("https://%s, https://%s   does not answer yet".formatted(one, other));
  }
}
