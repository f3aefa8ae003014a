package direttore.simulator.pve.qemu;

import direttore.simulator.pve.access.Caller;
import direttore.simulator.pve.api.Call;
import direttore.simulator.pve.api.Failure;
import direttore.simulator.pve.api.Handler;
import direttore.simulator.pve.backup.Backups;
import direttore.simulator.pve.backup.Restore;
import direttore.simulator.pve.change.ConfigRights;
import direttore.simulator.pve.guest.Kind;
import direttore.simulator.pve.guest.Settings;
import direttore.simulator.pve.lifecycle.Boot;
import direttore.simulator.pve.lifecycle.Creation;
import direttore.simulator.pve.lifecycle.NetworkDevices;
import direttore.simulator.pve.site.Site;
import direttore.simulator.pve.task.Worker;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Creates a virtual machine: POST /nodes/{node}/qemu. */
final class QemuCreate implements Handler {
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

  private final Site site;
  private final ConfigRights rights;
  private final DriveCheck check;
  private final DriveMaker maker;
  private final Boot boot;
  private final Restore restore;
  private final Creation creation;

  QemuCreate(Site site, DriveCheck check, DriveMaker maker, Boot boot, Backups backups) {
    this.restore = new Restore(site, Kind.QEMU, backups, this::renew, boot::autostart);
    this.creation = new Creation(site, Kind.QEMU);
    this.site = site;
    this.rights = new ConfigRights(site.access(), site.nodes());
    this.check = check;
    this.maker = maker;
    this.boot = boot;
  }

  @Override
  public String handle(Call call) throws InterruptedException {
    var archive = call.text("archive");
    if (archive != null) {
      return restore.start(call, archive, NOT_CONFIGURATION);
    }
    var order = order(call);
    var config = Settings.of(call, NOT_CONFIGURATION);
    rights.check(call.caller(), Kind.QEMU, order.vmid, order.pool, config.keySet(), config);
    check.check(call.caller(), order.storage, config);
    QemuNics.addresses(config, site.ids());
    site.nodes().checkQuorum();
    creation.reserve(order.node, order.vmid);
    return site.task(Kind.QEMU, "create", call, worker -> create(order, config, worker));
  }

  private Order order(Call call) {
    var pool = call.text("pool");
    if (pool != null && site.pools().find(pool).isEmpty()) {
      throw new Failure("pool '%s' does not exist".formatted(pool));
    }
    var caller = call.caller();
    var storage = call.parameters().text("storage", "");
    if (!storage.isEmpty()) {
      site.access().require(caller, "/storage/" + storage, "Datastore.AllocateSpace");
    }
    creation.checkAllocate(call, pool);
    return new Order(
        call.node(),
        call.vmid(),
        storage,
        pool,
        caller,
        call.flag("start"),
        call.flag("ha-managed"));
  }

  private void create(Order order, Map<String, String> config, Worker worker)
      throws InterruptedException {
    try {
      site.locks()
          .with(
              Kind.QEMU,
              order.node,
              order.vmid,
              1,
              worker,
              () -> {
                write(order, config, worker);
                return order;
              });
    } catch (Failure | InterruptedException e) {
      site.guests().remove(order.vmid);
      throw e;
    }
    afterwards(order, worker);
  }

  private void afterwards(Order order, Worker worker) {
    if (order.managed) {
      creation.manage(order.vmid, order.start, worker);
    }
    if (order.start) {
      worker.log("Execute autostart");
      boot.autostart(order.node, order.vmid, order.caller);
    }
  }

  private void write(Order order, Map<String, String> config, Worker worker)
      throws InterruptedException {
    try {
      worker.spend(site.pace().unit());
      var whole = new TreeMap<>(config);
      whole.putAll(maker.make(order.node, order.vmid, order.storage, config, worker));
      whole.put("meta", "creation-qemu=10.1.2,ctime=" + worker.now().getEpochSecond());
      bootOrder(whole).ifPresent(devices -> whole.putIfAbsent("boot", devices));
      whole.putIfAbsent("smbios1", "uuid=" + site.ids().uuid());
      if (!whole.containsKey("vmgenid") || "1".equals(whole.get("vmgenid"))) {
        whole.put("vmgenid", site.ids().uuid());
      }
      site.guests().change(order.vmid, g -> g.configured(whole));
    } catch (Failure e) {
      throw creation.failure(order.vmid, e);
    }
    if (order.pool != null) {
      site.pools().add(order.pool, order.vmid);
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

  private void renew(Map<String, String> config) {
    QemuNics.readdress(config, site.ids());
    config.put("smbios1", "uuid=" + site.ids().uuid());
  }

  private record Order(
      String node,
      int vmid,
      String storage,
      @Nullable String pool,
      Caller caller,
      boolean start,
      boolean managed) {}
}
