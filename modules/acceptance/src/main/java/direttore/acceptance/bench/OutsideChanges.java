package direttore.acceptance.bench;

import direttore.acceptance.bench.Bench.Run;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.VmId;
import direttore.domain.node.NodeName;
import direttore.proxmox.access.Credentials;
import direttore.proxmox.access.ProxmoxSession;
import direttore.proxmox.api.Proxmox;
import direttore.proxmox.transport.Timeouts;
import direttore.proxmox.transport.Transport;
import direttore.transport.Endpoint;
import direttore.transport.Trust;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** From the end of a start that somebody else makes in Proxmox until the API's list shows it. */
final class OutsideChanges {
  private static final int TIMES = 10;
  private static final Duration LONG = Duration.ofSeconds(30);
  private final Run run;
  private final Proxmox proxmox;

  /**
   * @param token the secret of {@code root@pam!direttore}
   */
  OutsideChanges(Run run, String token) {
    this.run = run;
    var clock = Clock.systemUTC();
    var host = List.of(new Endpoint("127.0.0.1", run.simulator().port()));
    var transport =
        new Transport(host, new Trust.Anything(), new Timeouts(LONG, LONG, LONG), clock);
    this.proxmox =
        new Proxmox(
            new ProxmoxSession(
                transport, new Credentials.ApiToken("root@pam!direttore", token), clock));
  }

  void measure() throws InterruptedException {
    var guests = StoppedVms.of(run.client(), TIMES);
    var took = new long[TIMES];
    for (int i = 0; i < TIMES; i++) {
      took[i] = once(guests.get(i).split("/", -1));
      TimeUnit.SECONDS.sleep(3);
    }
    var figures = new Figures(took);
    Bench.row(
        "Somebody else has started a VM in Proxmox → the API shows it, %d times".formatted(TIMES),
        "median %.1f s, worst %.1f s"
            .formatted(figures.percentile(50) / 1000, figures.percentile(100) / 1000));
  }

  /** One start, by the parts of the guest's path below the API. */
  private long once(String[] path) throws InterruptedException {
    var node = proxmox.node(new NodeName(path[4]));
    var vmid = VmId.parse(path[6]);
    var task = node.guest(GuestKind.QEMU, vmid).start();
    while (node.tasks().status(task).running()) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    var ended = System.nanoTime();
    while (!shown(vmid)) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
    return System.nanoTime() - ended;
  }

  private boolean shown(VmId vmid) {
    var guest = run.client().get("/api/proxmox/guests?vmid=" + vmid).body().path(0);
    return guest.path("status").asText().equals("running");
  }
}
