package direttore.simulator.pve.qemu;

import direttore.simulator.pve.api.Failure;
import direttore.simulator.pve.api.MethodCall;
import direttore.simulator.pve.backup.Backups;
import direttore.simulator.pve.guest.Kind;
import direttore.simulator.pve.lifecycle.Boot;
import direttore.simulator.pve.lifecycle.Creation;
import direttore.simulator.pve.lifecycle.NetworkDevices;
import direttore.simulator.pve.site.Site;
import direttore.simulator.pve.task.TaskProcess;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Creates virtual machines. */
final class QemuCreate extends Creation {
  private static final Set<String> NOT_CONFIGURATION =
      Set.of(
          "node",
          "vmid",
          "archive",
          "bwlimit",
          "force",
          "ha-managed",
          "import-working-storage",
          "live-restore",
          "pool",
          "start",
          "storage",
          "unique");

  private final DriveCheck check;
  private final DriveMaker maker;

  QemuCreate(Site site, DriveCheck check, DriveMaker maker, Boot boot, Backups backups) {
    super(site, Kind.QEMU, NOT_CONFIGURATION, boot, backups);
    this.check = check;
    this.maker = maker;
  }

  @Override
  protected @Nullable String archive(MethodCall call) {
    return call.text("archive");
  }

  @Override
  protected void renew(Map<String, String> config) {
    QemuNics.readdress(config, site.ids());
    config.put("smbios1", "uuid=" + site.ids().uuid());
  }

  @Override
  protected void checkCaller(MethodCall call, @Nullable String pool) {
    checkPool(pool);
    var storage = storage(call);
    if (!storage.isEmpty()) {
      site.access().require(call.caller(), "/storage/" + storage, "Datastore.AllocateSpace");
    }
    checkAllocate(call, pool);
  }

  @Override
  protected void complete(MethodCall call, Map<String, String> config) {
    check.check(call.caller(), storage(call), config);
    QemuNics.addresses(config, site.ids());
    site.nodes().checkQuorum();
  }

  @Override
  protected void write(MethodCall call, Map<String, String> config, TaskProcess worker)
      throws InterruptedException {
    try {
      worker.spend(site.pace().unit());
      var whole = new TreeMap<>(config);
      whole.putAll(maker.make(call.node(), call.vmid(), storage(call), config, worker));
      whole.put("meta", "creation-qemu=10.1.2,ctime=" + worker.now().getEpochSecond());
      bootOrder(whole).ifPresent(devices -> whole.putIfAbsent("boot", devices));
      whole.putIfAbsent("smbios1", "uuid=" + site.ids().uuid());
      if (!whole.containsKey("vmgenid") || "1".equals(whole.get("vmgenid"))) {
        whole.put("vmgenid", site.ids().uuid());
      }
      site.guests().change(call.vmid(), g -> g.configured(whole));
    } catch (Failure e) {
      throw failure(call, e);
    }
  }

  /** The first disk, the first CD-ROM and the first network device. */
  private static Optional<String> bootOrder(Map<String, String> config) {
    var devices = new ArrayList<String>();
    var drives = Drives.keys(config).stream().filter(k -> !k.matches("(efi|tpm).*")).toList();
    drives.stream()
        .filter(k -> !Drives.isCdrom(config.getOrDefault(k, "")))
        .findFirst()
        .ifPresent(devices::add);
    drives.stream()
        .filter(k -> Drives.isCdrom(config.getOrDefault(k, "")))
        .findFirst()
        .ifPresent(devices::add);
    config.keySet().stream().filter(NetworkDevices::isDevice).findFirst().ifPresent(devices::add);
    return devices.isEmpty() ? Optional.empty() : Optional.of("order=" + String.join(";", devices));
  }

  private static String storage(MethodCall call) {
    return call.parameters().text("storage", "");
  }
}
