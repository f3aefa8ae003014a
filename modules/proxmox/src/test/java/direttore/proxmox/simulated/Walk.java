package direttore.proxmox.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import direttore.domain.cluster.Template;
import direttore.domain.cluster.Timeframe;
import direttore.domain.guest.Addressing;
import direttore.domain.guest.ContainerNic;
import direttore.domain.guest.DiskSize;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestName;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.GuestSecrets;
import direttore.domain.guest.NewContainer;
import direttore.domain.guest.NewVm;
import direttore.domain.guest.SnapshotName;
import direttore.domain.guest.Vlan;
import direttore.domain.guest.VmId;
import direttore.domain.guest.VmNic;
import direttore.domain.guest.VmSource;
import direttore.domain.node.Network;
import direttore.domain.node.Node;
import direttore.domain.node.NodeName;
import direttore.domain.node.Storage;
import direttore.domain.task.TaskEnd;
import direttore.domain.task.TaskReport;
import direttore.domain.task.Upid;
import direttore.proxmox.api.Proxmox;
import direttore.proxmox.cluster.ProxmoxCluster;
import direttore.proxmox.hypervisor.ProxmoxHypervisor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything that Direttore asks of Proxmox, from an empty VMID to a deleted guest. */
final class Walk {
  static final NodeName PVE1 = new NodeName("pve1");
  static final NodeName PVE2 = new NodeName("pve2");
  private static final GuestSecrets SECRETS =
      new GuestSecrets("change&me=;+%", List.of("ssh-ed25519 AAAAC3Nza+/= ada@lab, at home"));

  private final Proxmox proxmox;
  private final ProxmoxHypervisor hypervisor;
  private final ProxmoxCluster cluster;

  Walk(Proxmox proxmox) {
    this.proxmox = proxmox;
    this.hypervisor = new ProxmoxHypervisor(proxmox);
    this.cluster = new ProxmoxCluster(proxmox, Clock.systemUTC());
  }

  void all() {
    looksAround();
    var vm = makesAVm();
    powers(vm);
    asksAbout(vm);
    keeps(vm);
    deletes(vm);
    deletes(clones(new VmId(5002), new VmSource.Clone(new VmId(9000), false, PVE1, null, null)));
    deletes(clones(new VmId(5003), full()));
    var container = makesAContainer();
    powers(container);
    keeps(container);
    deletes(container);
    looksBack();
  }

  void looksAround() {
    assertThat(proxmox.version().version()).isNotEmpty();
    assertThat(proxmox.permissions().get("/")).contains("VM.Allocate");
    assertThat(proxmox.cluster().members()).hasSize(2);
    assertThat(proxmox.cluster().nextId().value()).isGreaterThanOrEqualTo(VmId.LOWEST);
    assertThat(cluster.nodes().value()).extracting(Node::name).containsExactly(PVE1, PVE2);
    assertThat(cluster.nodes().value()).allMatch(node -> node.online() && node.maxMem() > 0);
    assertThat(cluster.guest(new VmId(200))).isPresent();
    assertThat(cluster.networks(PVE1).value())
        .extracting(Network::iface)
        .contains("vmbr0", "vmbr1");
    assertThat(cluster.storages(PVE1).value())
        .filteredOn(storage -> storage.holds("images"))
        .extracting(Storage::name)
        .contains("local-lvm");
    assertThat(cluster.templates(PVE1).value())
        .extracting(Template::content)
        .contains(Template.Content.ISO, Template.Content.VZTMPL, Template.Content.VM);
    assertThat(proxmox.node(PVE1).status()).containsKey("uptime");
    assertThat(proxmox.node(PVE1).history(Timeframe.HOUR)).hasSizeGreaterThan(50);
  }

  GuestRef makesAVm() {
    var id = new VmId(5001);
    assertThat(hypervisor.vmidFree(PVE1, id, Set.of("local-lvm"))).isTrue();
    var iso = "local:iso/ubuntu-22.04.4-live-server-amd64.iso";
    var source = new VmSource.Blank(iso, "local-lvm", DiskSize.ofGib(4));

    done(hypervisor.createVm(PVE1, id, vm(source), GuestSecrets.NONE, "made by = ; & + % us"));

    var ref = new GuestRef(GuestKind.QEMU, PVE1, id);
    var config = cluster.detail(ref).config();
    assertThat(config)
        .containsEntry("description", "made by = ; & + % us")
        .containsEntry("cores", 2L);
    assertThat(text(config, "ide2")).contains(iso).contains("media=cdrom");
    assertThat(text(config, "net1")).matches("e1000=[0-9A-F:]{17},bridge=vmbr1,tag=100");
    assertThat(cluster.detail(ref).disks())
        .singleElement()
        .satisfies(disk -> assertThat(disk.bytes()).isEqualTo(4L << 30));
    assertThat(hypervisor.vmidFree(PVE1, id, Set.of("local-lvm"))).isFalse();
    return ref;
  }

  private GuestRef clones(VmId id, VmSource.Clone source) {
    var node = source.full() ? PVE2 : PVE1;
    done(hypervisor.cloneVm(node, id, vm(source), source, "a copy"));
    hypervisor.configureClone(node, id, vm(source), SECRETS);
    var grown = hypervisor.growDisk(node, id, DiskSize.ofGib(20));
    if (grown != null) {
      done(grown);
    }

    var ref = new GuestRef(GuestKind.QEMU, node, id);
    var detail = cluster.detail(ref);
    assertThat(detail.disks().getFirst().bytes()).isEqualTo(20L << 30);
    assertThat(detail.config())
        .containsEntry("name", "walker")
        .containsEntry("ciuser", "ada")
        .doesNotContainKey("cipassword");
    assertThat(text(detail.config(), "ipconfig0")).contains("ip=10.0.0.5/24");
    return ref;
  }

  private static VmSource.Clone full() {
    return new VmSource.Clone(new VmId(9001), true, PVE1, "nfs", DiskSize.ofGib(20));
  }

  private GuestRef makesAContainer() {
    var id = new VmId(5101);
    var nics =
        List.of(
            new ContainerNic("eth0", "vmbr0", null, new Addressing("dhcp", null, null, null)),
            new ContainerNic(
                "eth1",
                "vmbr1",
                new Vlan(200),
                new Addressing("10.10.100.5/24", "10.10.100.1", "auto", null)));
    var container =
        new NewContainer(
            new GuestName("walker"),
            1,
            512,
            256,
            "local-lvm",
            DiskSize.ofGib(2),
            "local:vztmpl/alpine-3.20-default_20240908_amd64.tar.xz",
            nics,
            List.of("10.0.0.53"),
            true,
            true,
            "",
            List.of("lab"),
            true);

    done(hypervisor.createContainer(PVE1, id, container, SECRETS, "made by us"));

    var ref = new GuestRef(GuestKind.LXC, PVE1, id);
    assertThat(cluster.detail(ref).config())
        .containsEntry("hostname", "walker")
        .doesNotContainKey("password");
    return ref;
  }

  private void powers(GuestRef guest) {
    done(hypervisor.start(guest));
    assertThat(running(guest)).isTrue();
    cluster.changed(guest);
    assertThat(cluster.guest(guest.vmid()).orElseThrow().running()).isTrue();
    done(hypervisor.reboot(guest, 0));
    done(hypervisor.shutdown(guest, 30, true));
    assertThat(running(guest)).isFalse();
    done(hypervisor.start(guest));
    done(hypervisor.stop(guest));
    assertThat(running(guest)).isFalse();
  }

  private void asksAbout(GuestRef guest) {
    var api = proxmox.node(guest.node()).qemu(guest.vmid());
    assertThat(api.snapshots().all()).isEmpty();
    assertThat(cluster.snapshots(guest).obstacle()).isNull();
    assertThat(api.can("snapshot")).isTrue();
    assertThat(proxmox.node(PVE1).guests(GuestKind.QEMU)).anyMatch(g -> g.ref().equals(guest));
  }

  private void keeps(GuestRef guest) {
    var first = new SnapshotName("first");
    var second = new SnapshotName("second-one");
    var ram = guest.kind() == GuestKind.QEMU;
    done(hypervisor.takeSnapshot(guest, first, "with = ; & + %", false));
    done(hypervisor.start(guest));
    done(hypervisor.takeSnapshot(guest, second, "", ram));
    var tree = cluster.snapshots(guest).tree();
    assertThat(tree.currentParent()).isEqualTo("second-one");
    assertThat(tree.find(first).orElseThrow().description()).isEqualTo("with = ; & + %");
    assertThat(tree.find(second).orElseThrow().parent()).isEqualTo("first");
    assertThat(tree.find(second).orElseThrow().ram()).isEqualTo(ram);
    done(hypervisor.rollBack(guest, first));
    assertThat(running(guest)).isFalse();
    done(hypervisor.rollBack(guest, second));
    assertThat(running(guest)).isEqualTo(ram);
    done(hypervisor.deleteSnapshot(guest, first));
    assertThat(hypervisor.snapshots(guest).orElseThrow().find(second).orElseThrow().parent())
        .isNull();
    if (ram) {
      done(hypervisor.stop(guest));
    }
  }

  private void deletes(GuestRef guest) {
    done(hypervisor.destroy(guest));
    assertThat(hypervisor.state(guest)).isEmpty();
    assertThat(hypervisor.vmidFree(guest.node(), guest.vmid(), Set.of("local-lvm"))).isTrue();
  }

  private void looksBack() {
    assertThat(hypervisor.recentTasks()).isNotEmpty();
    var since = Instant.now().minus(Duration.ofMinutes(10));
    var ended = hypervisor.endedTasks(PVE1, since, 50);
    assertThat(ended).extracting(task -> task.upid().type()).contains("qmcreate", "vzcreate");
    assertThat(hypervisor.tasksSince(PVE1, since)).containsAll(ended);
    var last = ended.getFirst().upid();
    assertThat(hypervisor.log(last, 3)).last().isEqualTo("TASK OK");
    assertThat(cluster.taskLog(last, 3)).isEqualTo(hypervisor.log(last, 3));
    hypervisor.interrupt(last);
  }

  private boolean running(GuestRef guest) {
    return hypervisor.state(guest).orElseThrow().running();
  }

  TaskReport ended(Upid task) {
    return await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> hypervisor.task(task), report -> !report.running());
  }

  private void done(Upid task) {
    assertThat(ended(task).end())
        .as(() -> hypervisor.log(task, 20).toString())
        .isEqualTo(new TaskEnd.Ok());
  }

  private static String text(Map<String, Object> config, String key) {
    return String.valueOf(config.get(key));
  }

  private static NewVm vm(VmSource source) {
    var fixed = new Addressing("10.0.0.5/24", "10.0.0.1", null, null);
    var clone = source instanceof VmSource.Clone;
    return new NewVm(
        new GuestName("walker"),
        2,
        1024,
        source,
        List.of(
            new VmNic("vmbr0", VmNic.Model.VIRTIO, null, clone ? fixed : Addressing.NONE),
            new VmNic("vmbr1", VmNic.Model.E1000, new Vlan(100), Addressing.NONE)),
        clone ? "ada" : null,
        clone ? List.of("10.0.0.53", "10.0.0.54") : List.of(),
        "l26",
        "",
        List.of("lab"),
        false);
  }
}
