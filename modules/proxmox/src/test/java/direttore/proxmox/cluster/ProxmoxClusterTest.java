package direttore.proxmox.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import direttore.domain.guest.Guest;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.VmId;
import direttore.domain.node.Node;
import direttore.domain.node.NodeName;
import direttore.testkit.TestHost;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Nodes and guests, and what is shown while they change or are away. */
class ProxmoxClusterTest extends ProxmoxClusterFixture {
  private Node readAfresh(NodeName name) {
    clock.advance(Duration.ofSeconds(5));
    return cluster.nodes().value().stream()
        .filter(node -> node.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private String statusOfWeb() {
    return cluster.guest(new VmId(100)).map(Guest::status).orElse("gone");
  }

  @Test
  void knowsItsNodesWithoutReadingTheListAgain() {
    assertThat(cluster.has(PVE1)).isTrue();
    cluster.changed(WEB);
    script.on("GET /cluster/resources", "never read");
    assertThat(cluster.has(PVE1)).isTrue();
    assertThat(asked()).containsExactly("GET /cluster/resources");
  }

  @Test
  void looksAgainForANodeThatItHasNotMet() {
    assertThat(cluster.has(new NodeName("pve3"))).isFalse();
  }

  @Test
  void tellsTheVersionOfANodeAndSinceWhenItIsAway() {
    script.on("GET /nodes/pve1/version", "{\"version\":\"9.1.4\",\"release\":\"9.1\"}");
    await().until(() -> "9.1.4".equals(readAfresh(PVE1).version()));
    assertThat(readAfresh(PVE2).since()).isNull();

    resources("offline", "stopped");
    clock.advance(Duration.ofMinutes(1));
    var fell = clock.instant().plusSeconds(5);

    assertThat(readAfresh(PVE2).since()).isEqualTo(fell);
    clock.advance(Duration.ofMinutes(1));
    assertThat(readAfresh(PVE2).since()).isEqualTo(fell);
  }

  @Test
  void readsNodesAndGuestsInOneRequest() {
    assertThat(cluster.nodes().value()).extracting(Node::name).containsExactly(PVE1, PVE2);
    assertThat(cluster.nodes().value().getFirst())
        .isEqualTo(new Node(PVE1, Node.Status.ONLINE, 0.25, 4, 1, 4, 0, 0, 99, null, null, null));
    assertThat(cluster.guests().value())
        .extracting(guest -> guest.ref().vmid().value())
        .containsExactly(100, 200, 900);
    assertThat(asked()).containsExactly("GET /cluster/resources");
  }

  @Test
  void findsAGuestByItsId() {
    assertThat(cluster.guest(new VmId(100)).map(Guest::tags).orElseThrow())
        .containsExactly("lab", "web");
    assertThat(cluster.guest(new VmId(200)).map(Guest::lock)).contains("backup");
    assertThat(cluster.guest(new VmId(555))).isEmpty();
  }

  @Test
  void tellsSinceWhenAGuestIsLockedWhereItWasSeenToBegin() {
    assertThat(cluster.guest(new VmId(200)).orElseThrow().lockedSince()).isNull();
    script.on(
        "GET /cluster/resources",
        """
        [{"type":"node","node":"pve1","status":"online","maxmem":4},
         {"type":"qemu","vmid":100,"node":"pve1","name":"web","status":"running","lock":"snapshot"},
         {"type":"lxc","vmid":200,"node":"pve1","name":"dns","status":"running","lock":"backup"}]
        """);
    clock.advance(Duration.ofSeconds(10));
    var begun = clock.instant();
    cluster.guests();
    clock.advance(Duration.ofSeconds(10));

    assertThat(cluster.guest(new VmId(100)).orElseThrow().lockedSince()).isEqualTo(begun);
    assertThat(cluster.guest(new VmId(200)).orElseThrow().lockedSince()).isNull();
  }

  @Test
  void leavesOutARowOfANodesOwnListThatCannotBeRead() {
    cluster.guests();
    script.on(
        "GET /nodes/pve1/qemu",
        "[{\"vmid\":42,\"name\":\"old\"},{\"vmid\":100,\"name\":\"web\",\"status\":\"running\"}]");

    cluster.changed(WEB);

    assertThat(statusOfWeb()).isEqualTo("running");
  }

  @Test
  void asksTheNodeItselfWhereSomethingChangedLately() {
    assertThat(statusOfWeb()).isEqualTo("stopped");
    script.on(
        "GET /nodes/pve1/qemu",
        "[{\"vmid\":100,\"name\":\"web\",\"status\":\"running\",\"cpus\":2,\"maxmem\":1024}]");

    cluster.changed(WEB);

    assertThat(statusOfWeb()).isEqualTo("running");
    assertThat(cluster.guest(new VmId(900))).as("not listed by its node any more").isEmpty();
  }

  @Test
  void aChangeIsShownWhileASummaryIsBeingRead() {
    statusOfWeb();
    script
        .on("GET /cluster/resources", hanging())
        .on("GET /nodes/pve1/qemu", "[{\"vmid\":100,\"status\":\"running\"}]");
    cluster.keepFresh();
    cluster.changed(WEB);

    assertThat(statusOfWeb()).isEqualTo("running");
    assertThat(cluster.guests().stale()).isFalse();
  }

  @Test
  void changesElsewhereHoldUpNobody() {
    cluster.guests();
    script.on("GET /nodes/pve2/lxc", hanging());
    cluster.changed(new GuestRef(GuestKind.LXC, PVE2, new VmId(200)));

    assertThat(cluster.nodes().value()).hasSize(2);
    assertThat(cluster.guest(new VmId(100))).isPresent();
    assertThat(cluster.guestsFreshOn(PVE1, GuestKind.QEMU).value()).hasSize(3);
    assertThat(asked()).as("nobody waits").containsExactly("GET /cluster/resources");

    assertThat(cluster.guest(new VmId(200))).isPresent();
    assertThat(asked()).as("whoever asks for it does").contains("GET /nodes/pve2/lxc");
  }

  @Test
  void aListIsReadAloneHoweverMuchChangedElsewhere() {
    cluster.guests();
    script
        .on("GET /nodes/pve1/qemu", "[{\"vmid\":100,\"status\":\"running\"}]")
        .on("GET /nodes/pve2/lxc", hanging());
    cluster.changed(new GuestRef(GuestKind.LXC, PVE2, new VmId(200)));
    cluster.changed(WEB);

    assertThat(statusOfWeb()).isEqualTo("running");

    assertThat(asked()).containsExactly("GET /cluster/resources", "GET /nodes/pve1/qemu");
  }

  @Test
  void whoComesWhileTheListIsReadFindsTheChangeToo() throws Exception {
    cluster.guests();
    var answer = new CountDownLatch(1);
    script.on(
        "GET /nodes/pve1/qemu",
        (asked, socket) -> {
          answer.await();
          TestHost.write(socket, 200, "OK", "{\"data\":[{\"vmid\":100,\"status\":\"running\"}]}");
          return true;
        });
    cluster.changed(WEB);
    try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = readers.submit(this::statusOfWeb);
      await().until(() -> asked().contains("GET /nodes/pve1/qemu"));
      var second = readers.submit(this::statusOfWeb);
      answer.countDown();

      assertThat(first.get()).isEqualTo("running");
      assertThat(second.get()).isEqualTo("running");
    }
    assertThat(asked()).containsOnlyOnce("GET /nodes/pve1/qemu");
  }

  @Test
  void aListThatHoldsTheChangeWaitsForIt() {
    cluster.guests();
    script.on("GET /nodes/pve1/qemu", "[{\"vmid\":100,\"status\":\"running\"}]");
    cluster.changed(WEB);

    assertThat(cluster.guestsFreshOn(PVE1, GuestKind.QEMU).value())
        .filteredOn(guest -> guest.ref().equals(WEB))
        .extracting(Guest::status)
        .containsExactly("running");
  }

  @Test
  void believesTheSummaryAgainAfterItsLag() {
    script.on("GET /nodes/pve1/qemu", "[{\"vmid\":100,\"status\":\"running\"}]");
    cluster.changed(WEB);
    statusOfWeb();

    clock.advance(Duration.ofSeconds(13));

    assertThat(statusOfWeb()).isEqualTo("stopped");
  }

  @Test
  void aChangeCostsOneListAndNotTheWholeSummaryAgain() {
    script.on("GET /nodes/pve1/qemu", "[{\"vmid\":100,\"status\":\"running\"}]");
    statusOfWeb();
    cluster.changed(WEB);

    assertThat(statusOfWeb()).isEqualTo("running");
    assertThat(asked()).containsExactly("GET /cluster/resources", "GET /nodes/pve1/qemu");
  }

  @Test
  void aNodeThatDoesNotListItsGuestsLeavesTheSummaryAsItIs() {
    script.on("GET /nodes/pve1/qemu", TestHost.status(595, "Connection refused", ""));
    cluster.changed(WEB);

    assertThat(statusOfWeb()).isEqualTo("stopped");
    assertThat(cluster.guests().stale()).isFalse();
  }

  @Test
  void keepsTheFiguresOfANodeThatWentAway() {
    cluster.nodes();
    resources("offline", "stopped");
    clock.advance(Duration.ofSeconds(5));

    var pve2 = cluster.nodes().value().getLast();

    assertThat(pve2.status()).isEqualTo(Node.Status.OFFLINE);
    assertThat(pve2.maxMem()).isEqualTo(4);
    assertThat(pve2.uptime()).isZero();
    assertThat(pve2.trouble()).contains("pve2 is offline");
    var dns = cluster.guest(new VmId(200)).orElseThrow();
    assertThat(dns.status()).isEqualTo("unknown");
    assertThat(dns.trouble()).contains("pve2 is offline");
  }

  @Test
  void keepsTheFiguresOfANodeThatDoesNotReport() {
    cluster.nodes();
    // Proxmox tells no figures of what it has no word from.
    script.on(
        "GET /cluster/resources",
        """
        [{"type":"node","node":"pve2","status":"unknown"},
         {"type":"node","node":"pve1","status":"online","maxcpu":4,"maxmem":4,"uptime":99},
         {"type":"lxc","vmid":200,"node":"pve2","status":"unknown"}]
        """);
    clock.advance(Duration.ofSeconds(5));
    var fell = clock.instant();

    var pve2 = cluster.nodes().value().getLast();

    assertThat(pve2.status()).isEqualTo(Node.Status.UNKNOWN);
    assertThat(pve2.cpu()).isEqualTo(0.5);
    assertThat(pve2.maxMem()).isEqualTo(4);
    assertThat(pve2.since()).isEqualTo(fell);
    assertThat(pve2.trouble()).isEqualTo("pve2 does not report; its figures are the last known");
    var dns = cluster.guest(new VmId(200)).orElseThrow();
    assertThat(dns.name()).isEqualTo("dns");
    assertThat(dns.status()).isEqualTo("unknown");
    assertThat(dns.trouble()).isEqualTo("pve2 does not report; this is the last known");
  }

  @Test
  void showsTheEarlierStateWhenProxmoxIsAway() {
    cluster.guests();
    script.on("GET /cluster/resources", TestHost.drop());
    clock.advance(Duration.ofSeconds(5));

    assertThat(cluster.guests().value()).hasSize(3);
    assertThat(cluster.guests().trouble()).contains("broke off");
  }
}
