package direttore.proxmox.api;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.guest.GuestKind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BootDiskTest {
  private static final Map<String, Object> TWO =
      Map.of("virtio0", "a:vm-1-disk-0,size=10G", "scsi0", "a:vm-1-disk-1,size=1G");

  /** As qemu-server decides it: Drive.pm get_bootdisks, QemuServer.pm bootorder_from_legacy. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          boot=cdn bootdisk=virtio0                  | virtio0
          boot=cdn bootdisk=scsi0                    | scsi0
          boot=legacy=cdn bootdisk=virtio0           | virtio0
          bootdisk=virtio0                           | virtio0
          boot=order=virtio0;net0                    | virtio0
          boot=order=ide2;net0;virtio0;scsi0         | virtio0
          boot=order=sata7;virtio0                   | virtio0
          boot=order=usb0;virtio0                    | virtio0
          boot=order=virtio0 bootdisk=scsi0          | virtio0
          """)
  void isTheOneThatProxmoxNamesToTheFirmware(String settings, String expected) {
    assertThat(with(settings).bootDisk().map(GuestConfig.Slot::key)).contains(expected);
    assertThat(with(settings).disks().getFirst().key()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          memory=512                                 | nothing is said
          boot=cdn                                   | the old form names no disk
          boot=cdn bootdisk=ide2                     | a CD is none
          boot=cdn bootdisk=sata0                    | it is not there
          boot=order=net0                            | no disk is in the order
          boot=order=                                | the order is empty
          boot=order=hostpci0;virtio0 hostpci0=01:00 | a card of the node comes first
          """)
  void isNotCertainWhere(String settings, String why) {
    assertThat(with(settings).bootDisk()).as(why).isEmpty();
  }

  @Test
  void isTheOnlyOneHoweverTheOrder() {
    var one = Map.<String, Object>of("sata1", "a:vm-1-disk-0,size=10G", "ide2", "none,media=cdrom");

    assertThat(new GuestConfig(GuestKind.QEMU, one).bootDisk().map(GuestConfig.Slot::key))
        .contains("sata1");
  }

  @Test
  void passesOverWhatProxmoxCannotReadEither() {
    var config =
        new GuestConfig(
            GuestKind.QEMU,
            Map.of(
                "scsi0", "local-lvm:vm-200-disk-0,,size=32G,",
                "scsi1", "size=1G,size=2G",
                "scsi2", "discard=on",
                "efidisk0", "=,",
                "tpmstate0", "nfs:200/vm-200-disk-1.raw,,size=4M"));

    assertThat(config.disks())
        .singleElement()
        .satisfies(disk -> {
          assertThat(disk.key()).isEqualTo("scsi0");
          assertThat(disk.size()).isEqualTo("32G");
        });
    assertThat(config.firmware()).extracting(GuestConfig.Slot::key).containsExactly("tpmstate0");
  }

  @Test
  void findsAPlaceForADriveOnAnotherBus() {
    var values = new HashMap<String, Object>(TWO);
    for (int i = 0; i < 4; i++) {
      values.put("ide" + i, "none,media=cdrom");
    }

    assertThat(new GuestConfig(GuestKind.QEMU, values).freeDriveSlot()).contains("sata0");
  }

  private static GuestConfig with(String settings) {
    var values = new HashMap<String, Object>(TWO);
    values.put("ide2", "local:iso/debian.iso,media=cdrom");
    Arrays.stream(settings.split(" "))
        .map(setting -> setting.split("=", 2))
        .forEach(setting -> values.put(setting[0], setting[1]));
    return new GuestConfig(GuestKind.QEMU, values);
  }
}
