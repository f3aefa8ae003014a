package direttore.simulator.pve.qemu;

import direttore.simulator.pve.change.Plug;
import direttore.simulator.pve.guest.Guest;
import direttore.simulator.pve.lifecycle.NetworkDevices;
import direttore.simulator.pve.site.Ids;
import direttore.simulator.pve.task.TaskProcess;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How a virtual machine takes changes: network, disks and USB are hotplugged. */
final class QemuPlug implements Plug {
  private static final Set<String> FAST =
      Set.of(
          "description",
          "hookscript",
          "lock",
          "migrate_downtime",
          "migrate_speed",
          "name",
          "onboot",
          "protection",
          "shares",
          "startup",
          "tags",
          "vmstatestorage",
          "cicustom",
          "cipassword",
          "citype",
          "ciuser",
          "ciupgrade",
          "nameserver",
          "searchdomain",
          "sshkeys",
          "cpulimit",
          "cpuunits",
          "balloon");

  private final DriveMaker maker;
  private final Ids ids;

  QemuPlug(DriveMaker maker, Ids ids) {
    this.maker = maker;
    this.ids = ids;
  }

  @Override
  public boolean reachesRunning(Guest guest, String key) {
    return FAST.contains(key)
        || key.matches("ipconfig\\d+|net\\d+|unused\\d+|usb\\d+|(scsi|virtio)\\d+")
        || (Drives.isDrive(key) && Drives.isCdrom(guest.get(key, "")));
  }

  @Override
  public boolean holdsVolume(String key, String value) {
    return Drives.isDrive(key) && (!Drives.isCdrom(value) || Drives.isCloudinit(value));
  }

  @Override
  public String prepared(Guest guest, String key, String value, TaskProcess out)
      throws InterruptedException {
    if (Drives.isDrive(key)) {
      var wanted = Map.of(key, value);
      var made = maker.make(guest.node(), guest.vmid(), "", wanted, out);
      return made.getOrDefault(key, value);
    }
    if (NetworkDevices.isDevice(key)) {
      var one = new TreeMap<>(Map.of(key, value));
      QemuNics.addresses(one, ids);
      return one.getOrDefault(key, value);
    }
    return key.equals("vmgenid") && value.equals("1") ? ids.uuid() : value;
  }

  @Override
  public String volume(String value) {
    return Drives.volume(value);
  }
}
