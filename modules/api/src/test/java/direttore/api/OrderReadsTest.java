package direttore.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.PowerAction;
import direttore.domain.guest.SnapshotName;
import direttore.domain.guest.VmId;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.node.NodeName;
import direttore.domain.operation.Dispatch;
import direttore.domain.operation.JobQueue;
import direttore.domain.operation.Submitter;
import direttore.domain.provision.GuestOrders;
import direttore.proxmox.access.Credentials;
import direttore.proxmox.access.ProxmoxSession;
import direttore.proxmox.api.Proxmox;
import direttore.proxmox.cluster.ProxmoxCluster;
import direttore.proxmox.transport.Timeouts;
import direttore.proxmox.transport.Transport;
import direttore.simulator.pve.PveOptions;
import direttore.simulator.pve.PveSimulator;
import direttore.simulator.traffic.Answered;
import direttore.transport.Endpoint;
import direttore.transport.Fingerprint;
import direttore.transport.Trust;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An order reads of Proxmox only what it is checked against. */
class OrderReadsTest {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final GuestRef RUNNING =
      new GuestRef(GuestKind.QEMU, new NodeName("pve1"), new VmId(204));
  private static final GuestRef STOPPED =
      new GuestRef(GuestKind.QEMU, new NodeName("pve2"), new VmId(205));
  private static final SnapshotName NAME = new SnapshotName("one");
  // Of the cluster, in the background, whether something is ordered or not.
  private static final Set<String> OTHERWISE = Set.of("/cluster/resources", "/access/permissions");
  private static PveSimulator simulator;
  private static Proxmox proxmox;
  private static ProxmoxCluster cluster;

  @BeforeAll
  static void open() {
    simulator = PveSimulator.start(PveOptions.forTests());
    var token = simulator.apiToken().split("=", 2);
    var pin = new Trust.Pinned(Set.of(new Fingerprint(simulator.certificateFingerprint())));
    var host = new Endpoint("127.0.0.1", simulator.port());
    var transport = new Transport(List.of(host), pin, Timeouts.USUAL, CLOCK);
    var credentials = new Credentials.ApiToken(token[0], token[1]);
    proxmox = new Proxmox(new ProxmoxSession(transport, credentials, CLOCK));
    cluster = new ProxmoxCluster(proxmox, CLOCK);
    // The first answer may come after the time that a reader waits for it.
    await().ignoreExceptions().until(() -> cluster.guests() != null);
  }

  @AfterAll
  static void close() {
    cluster.close();
    proxmox.close();
    simulator.close();
  }

  static Stream<Arguments> orders() {
    return Stream.of(
        arguments(new GuestAction.Power(PowerAction.START, 0, false), STOPPED, 2),
        arguments(new GuestAction.Power(PowerAction.STOP, 0, false), RUNNING, 2),
        arguments(new GuestAction.Power(PowerAction.SHUTDOWN, 0, false), RUNNING, 2),
        arguments(new GuestAction.Power(PowerAction.REBOOT, 0, false), RUNNING, 2),
        arguments(new GuestAction.Power(PowerAction.RESUME, 0, false), RUNNING, 2),
        arguments(new GuestAction.Delete(false), STOPPED, 2),
        arguments(new GuestAction.TakeSnapshot(NAME, "", false), RUNNING, 4),
        arguments(new GuestAction.RollBack(NAME, false), RUNNING, 3),
        arguments(new GuestAction.DeleteSnapshot(NAME), RUNNING, 3));
  }

  @ParameterizedTest
  @MethodSource("orders")
  void areFew(GuestAction order, GuestRef guest, int most) {
    try (var api = new TestApi()) {
      var access = api.access.identity(cluster, false).access();
      var dispatch = new Dispatch(api.operations, noWorkers());
      var before = reads().size();

      try {
        new GuestOrders(cluster, dispatch, Set.of(), access)
            .order(guest, order, true, new Submitter(Actor.ANYBODY, null, List.of()));
      } catch (Refusal e) {
        // It was checked all the same.
      }

      assertThat(reads().stream().skip(before).map(Answered::path)).hasSizeBetween(1, most);
    }
  }

  private static List<Answered> reads() {
    return simulator.traffic().latest().stream()
        .filter(call -> !OTHERWISE.contains(call.path()) && !call.path().endsWith("/version"))
        .toList();
  }

  private static JobQueue noWorkers() {
    return new JobQueue() {
      @Override
      public void enqueue(UUID operation) {
        // Nobody carries it out.
      }

      @Override
      public boolean revive(UUID operation) {
        // Nobody carries it out.
        return false;
      }
    };
  }
}
