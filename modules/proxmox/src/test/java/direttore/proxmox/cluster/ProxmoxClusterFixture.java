package direttore.proxmox.cluster;

import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.VmId;
import direttore.domain.node.NodeName;
import direttore.proxmox.Script;
import direttore.testkit.SettableClock;
import direttore.testkit.TestHost;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A cluster of two nodes, as a script tells it. */
abstract class ProxmoxClusterFixture {
  /** Longer than a busy machine takes. */
  static final Duration LONG = Duration.ofMinutes(2);

  static final ClusterPatience PATIENT = new ClusterPatience(LONG, LONG);

  static final NodeName PVE1 = new NodeName("pve1");
  static final NodeName PVE2 = new NodeName("pve2");
  static final GuestRef WEB = new GuestRef(GuestKind.QEMU, PVE1, new VmId(100));
  final SettableClock clock = new SettableClock();
  final Script script = new Script();
  final ProxmoxCluster cluster;
  final CountDownLatch never = new CountDownLatch(1);

  ProxmoxClusterFixture() {
    this(LONG);
  }

  /**
   * @param limit how long one part of a node may take
   */
  ProxmoxClusterFixture(Duration limit) {
    this.cluster =
        new ProxmoxCluster(script.client(clock), new ClusterPatience(LONG, limit), clock);
  }

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

  @AfterEach
  void stop() {
    never.countDown();
    cluster.close();
    script.close();
  }

  void resources(String pve2, String status) {
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
  List<String> asked() {
    return script.calls().stream().filter(call -> !call.endsWith("/version")).toList();
  }

  TestHost.Behaviour hanging() {
    return (asked, socket) -> never.await(20, TimeUnit.SECONDS);
  }
}
