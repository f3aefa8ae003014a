package direttore.proxmox.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import direttore.domain.guest.Addressing;
import direttore.domain.guest.DiskSize;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PropertyStringsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "virtio,bridge=vmbr0",
        "virtio=BC:24:11:00:00:01,bridge=vmbr0,firewall=1,tag=100",
        "e1000=BC:24:11:AA:BB:CC,bridge=vmbr1,tag=4094,link_down=1,queues=4,rate=12.5",
        "rtl8139",
      })
  void printsTheNicOfAVmAsItWasRead(String text) {
    assertThat(VmNet.parse(text)).hasToString(text);
  }

  @Test
  void readsTheLongFormOfAVmsNic() {
    var net = VmNet.parse("model=virtio,macaddr=bc:24:11:00:00:01,bridge=vmbr0");

    assertThat(net)
        .isEqualTo(
            new VmNet("virtio", new Mac("BC:24:11:00:00:01"), "vmbr0", null, false, Map.of()));
  }

  @Test
  void knowsTheCardsThatProxmoxHas() {
    assertThatIllegalArgumentException().isThrownBy(() -> new VmNet("ne9000", "vmbr0", null));
    assertThatIllegalArgumentException().isThrownBy(() -> new VmNet("virtio", "vmbr0", 4095));
    assertThatIllegalArgumentException().isThrownBy(() -> new Mac("01:00:5E:00:00:01"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name=eth0,bridge=vmbr0,ip=dhcp",
        "name=eth1,bridge=vmbr1,gw=10.10.100.1,ip=10.10.100.5/24,ip6=auto,tag=200",
        "name=eth0,bridge=vmbr0,gw6=fe80::1,hwaddr=BC:24:11:00:00:02,ip6=2001:db8::5/64,"
            + "firewall=1,type=veth",
      })
  void printsTheNicOfAContainerAsItWasRead(String text) {
    assertThat(ContainerNet.parse(text)).hasToString(text);
  }

  @Test
  void wantsANameForTheNicOfAContainer() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ContainerNet.parse("bridge=vmbr0"))
        .withMessageContaining("name is missing");
  }

  @ParameterizedTest
  @CsvSource({"32G, local-lvm:32", "512M, local-lvm:0.5", "1.5T, local-lvm:1536"})
  void allocatesByAPlainNumberOfGibibytes(String size, String expected) {
    var drive = Drive.disk("local-lvm", DiskSize.parse(size), null);

    assertThat(drive).hasToString(expected + ",discard=on");
    assertThat(drive.toString()).matches("[^:\\s/]+:\\d+(\\.\\d+)?,.*");
  }

  @Test
  void asksForAFormatWhereTheStorageHasSeveral() {
    assertThat(Drive.disk("local", DiskSize.ofGib(4), "qcow2"))
        .hasToString("local:4,format=qcow2,discard=on");
  }

  @Test
  void neverTakesAVolumeForAnAllocation() {
    assertThat(Volume.parse("local-lvm:vm-100-disk-0"))
        .isEqualTo(new Volume.Existing("local-lvm:vm-100-disk-0"));
    assertThat(Volume.parse("local:8")).isEqualTo(new Volume.Allocate("local", "8"));
    assertThatIllegalArgumentException().isThrownBy(() -> new Volume.Existing("local:8"));
    assertThatIllegalArgumentException().isThrownBy(() -> new Volume.Allocate("local", "32G"));
  }

  @Test
  void putsAnImageIntoACdDrive() {
    assertThat(Drive.cdrom("local:iso/debian.iso")).hasToString("local:iso/debian.iso,media=cdrom");
    assertThat(Drive.cdrom("local:iso/debian.iso").isDisk()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "local-lvm:vm-100-disk-0,size=32G,iothread=1,ssd=1",
        "none,media=cdrom",
        "local:100/vm-100-disk-0.qcow2,size=4G,cache=writeback",
        "/dev/sdb,size=1T",
      })
  void printsADriveAsItWasRead(String text) {
    assertThat(Drive.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "local-lvm:vm-100-cloudinit,media=cdrom",
        "local:100/vm-100-cloudinit.qcow2,media=cdrom,size=4M",
        "local-lvm:cloudinit",
      })
  void knowsTheDriveOfCloudInit(String text) {
    assertThat(Drive.parse(text).volume().isCloudInit()).isTrue();
    assertThat(Drive.parse(text).isDisk()).isFalse();
  }

  @Test
  void tellsDisksFromOtherDrives() {
    assertThat(Drive.parse("local-lvm:vm-100-disk-0,size=32G").isDisk()).isTrue();
    assertThat(Drive.parse("none,media=cdrom").isDisk()).isFalse();
    assertThat(Drive.parse("file=local-lvm:vm-100-disk-0").volume().onStorage())
        .isEqualTo("local-lvm");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "local-lvm:8",
        "local-lvm:vm-101-disk-0,size=8G",
        "local-lvm:vm-101-disk-1,mp=/data,size=4G,backup=1,mountoptions=noatime;nodev",
        "/mnt/bindmounts/shared,mp=/shared",
      })
  void printsAMountPointAsItWasRead(String text) {
    assertThat(MountPoint.parse(text)).hasToString(text);
  }

  @Test
  void allocatesARootFileSystem() {
    assertThat(MountPoint.root("local-lvm", DiskSize.ofGib(8))).hasToString("local-lvm:8");
  }

  @Test
  void printsWhatCloudInitSetsOnANic() {
    var fixed = new Addressing("10.0.0.5/24", "10.0.0.1", "auto", null);

    assertThat(IpConfig.of(fixed)).hasToString("gw=10.0.0.1,ip=10.0.0.5/24,ip6=auto");
    assertThat(IpConfig.parse("ip=dhcp")).isEqualTo(new IpConfig("dhcp", null, null, null));
  }

  @Test
  void ordersTheDevicesToBootFrom() {
    assertThat(new BootOrder(List.of("scsi0", "ide2", "net0")))
        .hasToString("order=scsi0;ide2;net0");
    assertThat(BootOrder.parse("order=scsi0;net0").devices()).containsExactly("scsi0", "net0");
    assertThat(BootOrder.parse("cdn").devices()).isEmpty();
  }

  @Test
  void readsTheAgentInItsShortForm() {
    assertThat(Agent.parse("1,fstrim_cloned_disks=1"))
        .isEqualTo(new Agent(true, Map.of("fstrim_cloned_disks", "1")));
    assertThat(Agent.parse("0").enabled()).isFalse();
    assertThat(Agent.ENABLED).hasToString("enabled=1");
  }

  @Test
  void printsTheFeaturesOfAContainer() {
    assertThat(Features.NESTING).hasToString("nesting=1");
    assertThat(Features.parse("nesting=1,fuse=1")).hasToString("nesting=1,fuse=1");
  }

  @Test
  void encodesKeysOfVmsTwiceAndOfContainersOnce() {
    var keys = new SshKeys(List.of("ssh-ed25519 AAAA+/= ada@lab", "ssh-rsa BBBB bob"));

    assertThat(keys.forVm())
        .isEqualTo("ssh-ed25519%20AAAA%2B%2F%3D%20ada%40lab%0Assh-rsa%20BBBB%20bob");
    assertThat(keys.forContainer()).isEqualTo("ssh-ed25519 AAAA+/= ada@lab\nssh-rsa BBBB bob");
    assertThat(keys.toString()).doesNotContain("AAAA");
  }

  @ParameterizedTest
  @ValueSource(strings = {"virtio,e1000,,", "a=1,a=2", "=1"})
  void refusesWhatIsNoPropertyString(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Properties.parse(text, "model"));
  }

  @Test
  void skipsEmptyPartsAsProxmoxDoes() {
    var drive = Drive.parse("local-lvm:vm-200-disk-0,,size=32G,");

    assertThat(drive.volume()).isEqualTo(new Volume.Existing("local-lvm:vm-200-disk-0"));
    assertThat(drive.size()).isEqualTo("32G");
  }

  @Test
  void putsImagesInDrivesByWhateverNameAFileHas() {
    assertThat(Drive.cdrom("smb:iso/Windows 11 (x64).iso"))
        .hasToString("smb:iso/Windows 11 (x64).iso,media=cdrom");
  }

  @ParameterizedTest
  @CsvSource({
    "'virtio=BC:24:11:00:00:01,,bridge=vmbr0', BC:24:11:00:00:01",
    "'model=e1000,macaddr=bc:24:11:00:00:02', BC:24:11:00:00:02",
    "'ne3200=BC:24:11:00:00:03,bridge=vmbr0', BC:24:11:00:00:03",
    "'virtio,bridge=vmbr0',",
  })
  void findsTheAddressOfACardOfAnyRelease(String text, String mac) {
    assertThat(VmNet.macOf(text)).isEqualTo(mac == null ? null : new Mac(mac));
  }
}
