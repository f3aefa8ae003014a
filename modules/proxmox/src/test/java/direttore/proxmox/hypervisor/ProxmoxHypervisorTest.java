package direttore.proxmox.hypervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.domain.guest.Addressing;
import direttore.domain.guest.ContainerNic;
import direttore.domain.guest.DiskSize;
import direttore.domain.guest.GuestName;
import direttore.domain.guest.GuestSecrets;
import direttore.domain.guest.NewContainer;
import direttore.domain.guest.Vlan;
import direttore.domain.guest.VmId;
import direttore.domain.guest.VmNic;
import direttore.domain.guest.VmSource;
import direttore.domain.hypervisor.HypervisorFailure;
import direttore.domain.node.NodeName;
import direttore.domain.task.Upid;
import direttore.proxmox.Script;
import direttore.testkit.SettableClock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProxmoxHypervisorTest {
  private static final NodeName PVE1 = new NodeName("pve1");
  private static final VmId ID = new VmId(1042);
  private static final Upid TASK =
      new Upid("UPID:pve1:0000ABCD:00000002:66000000:qmcreate:1042:root@pam!t:");
  private static final GuestSecrets SECRETS =
      new GuestSecrets("geheim", List.of("ssh-ed25519 AAAA+/= ada@lab"));
  private final Script script = new Script();
  private final ProxmoxHypervisor hypervisor =
      new ProxmoxHypervisor(script.client(new SettableClock()));

  @AfterEach
  void stop() {
    script.close();
  }

  @Test
  void makesAVmWithAnEmptyDiskAndAnImageInItsDrive() {
    storage("local-lvm", "lvmthin");
    script.on("POST /nodes/pve1/qemu", "\"%s\"".formatted(TASK));
    var source = new VmSource.Blank("local:iso/debian.iso", "local-lvm", DiskSize.ofGib(32));

    var task =
        hypervisor.createVm(PVE1, ID, NewVms.of(source, nics()), GuestSecrets.NONE, "made by us");

    assertThat(task).isEqualTo(TASK);
    assertThat(script.form("POST /nodes/pve1/qemu"))
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("vmid", "1042"),
                Map.entry("name", "my-vm"),
                Map.entry("cores", "2"),
                Map.entry("memory", "2048"),
                Map.entry("ostype", "l26"),
                Map.entry("scsihw", "virtio-scsi-single"),
                Map.entry("agent", "enabled=1"),
                Map.entry("scsi0", "local-lvm:32,discard=on"),
                Map.entry("ide2", "local:iso/debian.iso,media=cdrom"),
                Map.entry("boot", "order=scsi0;ide2;net0"),
                Map.entry("net0", "virtio,bridge=vmbr0"),
                Map.entry("net1", "e1000,bridge=vmbr1,tag=100"),
                Map.entry("tags", "lab;web"),
                Map.entry("description", "made by us")));
  }

  @Test
  void asksForAFormatThatCanTakeSnapshotsOnFileStorages() {
    storage("local", "dir");
    script.on("POST /nodes/pve1/qemu", "\"%s\"".formatted(TASK));
    var source = new VmSource.Blank(null, "local", DiskSize.parse("512M"));

    hypervisor.createVm(PVE1, ID, NewVms.of(source, List.of()), SECRETS, "");

    assertThat(script.form("POST /nodes/pve1/qemu"))
        .containsEntry("scsi0", "local:0.5,format=qcow2,discard=on")
        .containsEntry("boot", "order=scsi0")
        .containsEntry("ide0", "local:cloudinit")
        .containsEntry("cipassword", "geheim")
        .containsEntry("sshkeys", "ssh-ed25519%20AAAA%2B%2F%3D%20ada%40lab")
        .doesNotContainKey("ide2");
  }

  @Test
  void copiesATemplateToAnotherNode() {
    var pve2 = new NodeName("pve2");
    script
        .on("GET /storage", "[{\"storage\":\"nfs\",\"type\":\"nfs\"}]")
        .on("POST /nodes/pve1/qemu/900/clone", "\"%s\"".formatted(TASK));
    var source = new VmSource.Clone(new VmId(900), true, PVE1, "nfs", null);

    hypervisor.cloneVm(pve2, ID, NewVms.of(source, nics()), source, "note");

    assertThat(script.form("POST /nodes/pve1/qemu/900/clone"))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "newid", "1042",
                "name", "my-vm",
                "full", "1",
                "storage", "nfs",
                "format", "qcow2",
                "target", "pve2",
                "description", "note"));
  }

  @Test
  void linksACloneWithoutAnythingThatProxmoxWouldRefuse() {
    script.on("POST /nodes/pve1/qemu/900/clone", "\"%s\"".formatted(TASK));
    var source = new VmSource.Clone(new VmId(900), false, PVE1, null, null);

    hypervisor.cloneVm(PVE1, ID, NewVms.of(source, nics()), source, "note");

    assertThat(script.form("POST /nodes/pve1/qemu/900/clone"))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("newid", "1042", "name", "my-vm", "full", "0", "description", "note"));
  }

  @Test
  void adaptsACloneAndKeepsTheAddressesOfItsCards() {
    script
        .on(
            "GET /nodes/pve1/qemu/1042/config",
            """
            {"scsi0":"ceph:vm-1042-disk-0,size=8G","boot":"order=scsi0","net0":"virtio=BC:24:11:00:00:01,bridge=vmbr9",
             "net1":"virtio=BC:24:11:00:00:02,bridge=vmbr9","net2":"virtio=BC:24:11:00:00:03,bridge=vmbr9"}
            """)
        .on("PUT /nodes/pve1/qemu/1042/config", "null");
    var source = new VmSource.Clone(new VmId(900), false, PVE1, null, null);
    var fixed = new Addressing("10.0.0.5/24", "10.0.0.1", null, null);
    var nics =
        List.of(
            new VmNic("vmbr0", VmNic.Model.VIRTIO, new Vlan(7), fixed),
            new VmNic("vmbr1", VmNic.Model.RTL8139, null, Addressing.NONE));

    hypervisor.configureClone(PVE1, ID, NewVms.of(source, nics), SECRETS);

    assertThat(script.form("PUT /nodes/pve1/qemu/1042/config"))
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("cores", "2"),
                Map.entry("memory", "2048"),
                Map.entry("net0", "virtio=BC:24:11:00:00:01,bridge=vmbr0,tag=7"),
                Map.entry("net1", "rtl8139=BC:24:11:00:00:02,bridge=vmbr1"),
                Map.entry("delete", "net2"),
                Map.entry("ide2", "ceph:cloudinit"),
                Map.entry("tags", "lab;web"),
                Map.entry("ipconfig0", "gw=10.0.0.1,ip=10.0.0.5/24"),
                Map.entry("cipassword", "geheim"),
                Map.entry("sshkeys", "ssh-ed25519%20AAAA%2B%2F%3D%20ada%40lab")));
  }

  @Test
  void refusesToGrowADiskWhereItIsNotCertainWhichOneBoots() {
    script.on(
        "GET /nodes/pve1/qemu/1042/config",
        "{\"scsi0\":\"a:x,size=1G\",\"virtio0\":\"a:y,size=10G\",\"boot\":\"cdn\"}");

    assertThatExceptionOfType(HypervisorFailure.Refused.class)
        .isThrownBy(() -> hypervisor.growDisk(PVE1, ID, DiskSize.ofGib(20)))
        .withMessageContaining("not certain which disk of VM 1042");
  }

  @Test
  void growsTheDiskOfAConfigurationOfOldReleases() {
    script
        .on(
            "GET /nodes/pve1/qemu/1042/config",
            "{\"scsi0\":\"a:x,size=1G\",\"virtio0\":\"a:y,size=10G\",\"boot\":\"cdn\","
                + "\"bootdisk\":\"virtio0\"}")
        .on("PUT /nodes/pve1/qemu/1042/resize", "\"%s\"".formatted(TASK));

    hypervisor.growDisk(PVE1, ID, DiskSize.ofGib(20));

    assertThat(script.form("PUT /nodes/pve1/qemu/1042/resize")).containsEntry("disk", "virtio0");
  }

  @Test
  void putsTheCloudInitDriveOnAnotherBusWhereIdeIsFull() {
    script
        .on(
            "GET /nodes/pve1/qemu/1042/config",
            """
            {"scsi0":"ceph:vm-1042-disk-0,size=8G","ide0":"none,media=cdrom",
             "ide1":"none,media=cdrom","ide2":"none,media=cdrom","ide3":"none,media=cdrom"}
            """)
        .on("PUT /nodes/pve1/qemu/1042/config", "null");
    var source = new VmSource.Clone(new VmId(900), false, PVE1, null, null);

    hypervisor.configureClone(PVE1, ID, NewVms.of(source, List.of()), SECRETS);

    assertThat(script.form("PUT /nodes/pve1/qemu/1042/config"))
        .containsEntry("sata0", "ceph:cloudinit");
  }

  @Test
  void growsTheDiskThatIsBootedFrom() {
    script
        .on(
            "GET /nodes/pve1/qemu/1042/config",
            "{\"scsi0\":\"a:x,size=1G\",\"virtio0\":\"a:y,size=2252M\",\"boot\":\"order=virtio0\"}")
        .on("PUT /nodes/pve1/qemu/1042/resize", "\"%s\"".formatted(TASK));

    assertThat(hypervisor.growDisk(PVE1, ID, DiskSize.ofGib(2))).isNull();
    assertThat(hypervisor.growDisk(PVE1, ID, DiskSize.ofGib(32))).isEqualTo(TASK);
    assertThat(script.form("PUT /nodes/pve1/qemu/1042/resize"))
        .containsExactlyInAnyOrderEntriesOf(Map.of("disk", "virtio0", "size", "32G"));
  }

  @Test
  void takesAResizeThatNamesNoTaskForDone() {
    script
        .on("GET /nodes/pve1/qemu/1042/config", "{\"scsi0\":\"a:x,size=1G\"}")
        .on("PUT /nodes/pve1/qemu/1042/resize", "null");

    assertThat(hypervisor.growDisk(PVE1, ID, DiskSize.ofGib(2))).isNull();
  }

  @Test
  void makesAContainer() {
    script.on("POST /nodes/pve1/lxc", "\"%s\"".formatted(TASK));
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
            new GuestName("my-container"),
            1,
            512,
            256,
            "local-lvm",
            DiskSize.ofGib(8),
            "local:vztmpl/ubuntu.tar.gz",
            nics,
            List.of("10.0.0.53", "1.1.1.1"),
            true,
            true,
            "",
            List.of("lab"),
            true);

    hypervisor.createContainer(PVE1, ID, container, SECRETS, "made by us");

    assertThat(script.form("POST /nodes/pve1/lxc"))
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("vmid", "1042"),
                Map.entry("ostemplate", "local:vztmpl/ubuntu.tar.gz"),
                Map.entry("hostname", "my-container"),
                Map.entry("cores", "1"),
                Map.entry("memory", "512"),
                Map.entry("swap", "256"),
                Map.entry("rootfs", "local-lvm:8"),
                Map.entry("unprivileged", "1"),
                Map.entry("features", "nesting=1"),
                Map.entry("password", "geheim"),
                Map.entry("ssh-public-keys", "ssh-ed25519 AAAA+/= ada@lab"),
                Map.entry("nameserver", "10.0.0.53 1.1.1.1"),
                Map.entry("tags", "lab"),
                Map.entry("net0", "name=eth0,bridge=vmbr0,ip=dhcp,type=veth"),
                Map.entry(
                    "net1",
                    "name=eth1,bridge=vmbr1,gw=10.10.100.1,ip=10.10.100.5/24,ip6=auto,tag=200,type=veth"),
                Map.entry("description", "made by us")));
  }

  private void storage(String name, String type) {
    script.on(
        "GET /storage",
        "[{\"storage\":\"other\",\"type\":\"nfs\"},{\"storage\":\"%s\",\"type\":\"%s\"}]"
            .formatted(name, type));
  }

  private static List<VmNic> nics() {
    return List.of(
        new VmNic("vmbr0", VmNic.Model.VIRTIO, null, Addressing.NONE),
        new VmNic("vmbr1", VmNic.Model.E1000, new Vlan(100), Addressing.NONE));
  }
}
