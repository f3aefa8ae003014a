package direttore.proxmox.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import direttore.domain.Refusal;
import direttore.domain.cluster.HistoryPoint;
import direttore.domain.cluster.Template;
import direttore.domain.cluster.Timeframe;
import direttore.domain.guest.Guest;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.VmId;
import direttore.domain.node.Network;
import direttore.domain.node.Node;
import direttore.domain.node.NodeName;
import direttore.domain.node.Storage;
import direttore.domain.task.Upid;
import direttore.proxmox.Script;
import direttore.proxmox.SettableClock;
import direttore.proxmox.TestHost;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProxmoxClusterTest {
  private static final NodeName PVE1 = new NodeName("pve1");
  private static final NodeName PVE2 = new NodeName("pve2");
  private static final GuestRef WEB = new GuestRef(GuestKind.QEMU, PVE1, new VmId(100));
  @TempDir static Path folder;

  private final SettableClock clock = new SettableClock();
  private final Script script = new Script(folder);
  private final ProxmoxCluster cluster = new ProxmoxCluster(script.client(clock), clock);
  private final CountDownLatch never = new CountDownLatch(1);

  @BeforeEach
  void twoNodes() {
    resources("online", "stopped");
    script
        .on(
            "GET /nodes/pve1/storage",
            """
            [{"storage":"local","type":"dir","content":"iso,vztmpl","avail":500,"total":1000,"enabled":1,"active":1,"shared":0},
             {"storage":"nfs","type":"nfs","content":"iso","enabled":1,"active":0,"avail":0,"total":0,"shared":"1"}]
            """)
        .on(
            "GET /nodes/pve1/storage/local/content?content=iso",
            "[{\"volid\":\"local:iso/debian.iso\",\"content\":\"iso\",\"size\":\"700\"}]")
        .on(
            "GET /nodes/pve1/storage/local/content?content=vztmpl",
            "[{\"volid\":\"local:vztmpl/alpine.tar.xz\",\"content\":\"vztmpl\",\"size\":3}]");
  }

  private void resources(String pve2, String status) {
    script.on(
        "GET /cluster/resources",
        """
        [{"type":"node","node":"pve2","status":"%s","cpu":0.5,"maxcpu":8,"mem":2,"maxmem":4,"disk":1,"maxdisk":2,"uptime":77},
         {"type":"node","node":"pve1","status":"online","cpu":"0.25","maxcpu":"4","mem":1,"maxmem":4,"uptime":99},
         {"type":"qemu","vmid":"100","node":"pve1","name":"web","status":"%s","maxcpu":2,"maxmem":1024,"maxdisk":9,"tags":"lab;web"},
         {"type":"qemu","vmid":900,"node":"pve1","name":"base","status":"stopped","template":1,"maxdisk":8},
         {"type":"lxc","vmid":200,"node":"pve2","name":"dns","status":"running","uptime":5,"lock":"backup"},
         {"type":"storage","storage":"local","node":"pve1","status":"available","plugintype":"dir","content":"iso,vztmpl","disk":400,"maxdisk":1000,"shared":0},
         {"type":"sdn","node":"pve1","sdn":"localnetwork","status":"ok"}]
        """
            .formatted(pve2, status));
  }

  /** What was asked of the cluster, without the versions, which are read beside it. */
  private List<String> asked() {
    return script.calls().stream().filter(call -> !call.endsWith("/version")).toList();
  }

  @AfterEach
  void stop() {
    never.countDown();
    cluster.close();
    script.close();
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

  private Node readAfresh(NodeName name) {
    clock.advance(Duration.ofSeconds(5));
    return cluster.nodes().value().stream()
        .filter(node -> node.name().equals(name))
        .findFirst()
        .orElseThrow();
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

  @Test
  void readsBridgesAndVNets() {
    script.on(
        "GET /nodes/pve1/network?type=any_bridge",
        """
        [{"iface":"vmbr0","type":"bridge","active":1,"comments":"to the lab\\n","bridge_vlan_aware":1},
         {"iface":"blue","type":"vnet"}]
        """);

    assertThat(cluster.networks(PVE1).value())
        .containsExactly(
            new Network("vmbr0", "bridge", true, "to the lab", true),
            new Network("blue", "vnet", true, "", false));
  }

  @Test
  void marksAStorageThatTheNodeDoesNotReach() {
    var storages = cluster.storages(PVE1);

    assertThat(storages.stale()).isFalse();
    assertThat(storages.value().getFirst().trouble()).isNull();
    assertThat(storages.value().getLast().trouble()).contains("does not reach storage nfs");
    assertThat(storages.value().getLast().shared()).isTrue();
  }

  @Test
  void knowsStoragesFromTheSummaryWhenTheirNodeHangs() {
    script.on("GET /nodes/pve1/storage", hanging());

    var storages = cluster.storages(PVE1);

    assertThat(storages.trouble()).isEqualTo("pve1 is slow to list its storages");
    assertThat(storages.value()).extracting(Storage::name).containsExactly("local");
    assertThat(storages.value().getFirst().avail()).isEqualTo(600);
    assertThat(storages.value().getFirst().trouble()).isNotNull();
  }

  @Test
  void listsImagesArchivesAndTemplatesOfAllStorages() {
    var templates = cluster.templates(PVE1);

    assertThat(templates.value())
        .containsExactly(
            new Template(
                "local:iso/debian.iso", Template.Content.ISO, 700, null, "debian.iso", "local"),
            new Template(
                "local:vztmpl/alpine.tar.xz",
                Template.Content.VZTMPL,
                3,
                null,
                "alpine.tar.xz",
                "local"),
            new Template("900", Template.Content.VM, 8, new VmId(900), "base", ""));
    assertThat(templates.trouble()).isEqualTo("storage nfs is not active");
  }

  @Test
  void listsTheRestWhenOneStorageHangs() {
    script.on("GET /nodes/pve1/storage/local/content?content=iso", hanging());

    var templates = cluster.templates(PVE1);

    assertThat(templates.value())
        .extracting(Template::content)
        .doesNotContain(Template.Content.ISO);
    assertThat(templates.value()).hasSize(2);
    assertThat(templates.trouble()).contains("storage local does not answer: it is slow");
  }

  @Test
  void aHangingNodeDoesNotHoldUpTheOthers() {
    script.on("GET /nodes/pve1/network", hanging()).on("GET /nodes/pve2/network", "[]");
    var asking = new FutureTask<>(() -> cluster.networks(PVE1));
    Thread.ofVirtual().start(asking);

    assertThat(cluster.networks(PVE2).stale()).isFalse();
    assertThat(asking.isDone()).isFalse();
  }

  @Test
  void doesNotAskANodeThatIsOffline() {
    resources("offline", "stopped");

    assertThatExceptionOfType(Refusal.Unreachable.class)
        .isThrownBy(() -> cluster.networks(PVE2))
        .withMessage("pve2 is offline");
    assertThat(asked()).containsExactly("GET /cluster/resources");
  }

  @Test
  void refusesANodeThatTheClusterDoesNotHave() {
    assertThatExceptionOfType(Refusal.NotFound.class)
        .isThrownBy(() -> cluster.storages(new NodeName("pve9")))
        .withMessage("there is no node pve9");
  }

  @Test
  void readsOneGuestWithoutItsSecrets() {
    script
        .on(
            "GET /nodes/pve1/qemu/100/config",
            """
            {"name":"web","cores":2,"memory":"1024","cipassword":"**********","boot":"order=virtio0",
             "scsi0":"local:100/vm-100-disk-1.qcow2,size=8G","virtio0":"local:100/vm-100-disk-0.qcow2,size=512M",
             "ide2":"local:iso/debian.iso,media=cdrom","description":"hello"}
            """)
        .on(
            "GET /nodes/pve1/qemu/100/status/current",
            "{\"status\":\"running\",\"vmid\":100,\"ha\":{\"managed\":1,\"state\":\"started\"},\"lock\":\"backup\"}");

    var detail = cluster.detail(WEB);

    assertThat(detail.config()).containsEntry("memory", "1024").doesNotContainKey("cipassword");
    assertThat(detail.disks())
        .extracting(disk -> disk.key() + " " + disk.storage() + " " + disk.bytes())
        .containsExactly("virtio0 local 536870912", "scsi0 local 8589934592");
    assertThat(detail.running()).isTrue();
    assertThat(detail.haManaged()).isTrue();
    assertThat(detail.lock()).isEqualTo("backup");
    assertThat(detail.description()).isEqualTo("hello");
  }

  @Test
  void saysWhichGuestIsNotThere() {
    script.on(
        "GET /nodes/pve1/qemu/100/config",
        TestHost.status(
            500, "Configuration file 'nodes/pve1/qemu-server/100.conf' does not exist", ""));

    assertThatExceptionOfType(Refusal.NotFound.class)
        .isThrownBy(() -> cluster.detail(WEB))
        .withMessage("there is no VM 100 on pve1");
  }

  @Test
  void readsTheLoadOfAGuestOnceInHalfAMinute() {
    var day = "GET /nodes/pve1/qemu/100/rrddata?timeframe=day&cf=AVERAGE";
    script.on(day, "[{\"time\":1700000000,\"cpu\":0.5}]");

    cluster.history(WEB, Timeframe.DAY);
    clock.advance(Duration.ofSeconds(29));
    assertThat(cluster.history(WEB, Timeframe.DAY).value())
        .extracting(HistoryPoint::cpu)
        .containsExactly(0.5);
    assertThat(asked()).containsOnlyOnce(day);

    script.on(day, "[]");
    clock.advance(Duration.ofSeconds(2));
    assertThat(cluster.history(WEB, Timeframe.DAY).value()).isEmpty();
  }

  @Test
  void asksAgainForTheLoadOfAGuestThatWasNotThere() {
    var hour = "GET /nodes/pve1/qemu/100/rrddata?timeframe=hour&cf=AVERAGE";
    script.on(
        hour,
        TestHost.status(
            500, "Configuration file 'nodes/pve1/qemu-server/100.conf' does not exist", ""));
    assertThatExceptionOfType(Refusal.NotFound.class)
        .isThrownBy(() -> cluster.history(WEB, Timeframe.HOUR))
        .withMessage("there is no VM 100 on pve1");

    script.on(hour, "[]");

    assertThat(cluster.history(WEB, Timeframe.HOUR).stale()).isFalse();
  }

  @Test
  void showsTheLoadThatItHasWhileTheNodeOfAGuestIsAway() {
    script.on(
        "GET /nodes/pve2/lxc/200/rrddata?timeframe=hour&cf=AVERAGE",
        "[{\"time\":1700000000,\"cpu\":0.5}]");
    var dns = new GuestRef(GuestKind.LXC, PVE2, new VmId(200));
    cluster.history(dns, Timeframe.HOUR);
    resources("offline", "stopped");
    clock.advance(Duration.ofSeconds(31));

    var past = cluster.history(dns, Timeframe.HOUR);

    assertThat(past.value()).hasSize(1);
    assertThat(past.trouble()).isEqualTo("pve2 is offline");
  }

  @Test
  void saysThatATaskIsUnknown() {
    var upid = new Upid("UPID:pve1:00000001:00000002:66000000:qmstart:100:root@pam!t:");
    script.on(
        "GET /nodes/pve1/tasks/%s/status".formatted(upid),
        TestHost.status(
            400,
            "Parameter verification failed.",
            "{\"data\":null,\"errors\":{\"upid\":\"no such task\"}}"));

    assertThatExceptionOfType(Refusal.NotFound.class).isThrownBy(() -> cluster.task(upid));
  }

  private String statusOfWeb() {
    return cluster.guest(new VmId(100)).map(Guest::status).orElse("gone");
  }

  private TestHost.Behaviour hanging() {
    return (asked, socket) -> never.await(20, TimeUnit.SECONDS);
  }
}
