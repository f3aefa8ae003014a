package direttore.simulator.pve.backup;

import direttore.simulator.pve.access.AccessControl;
import direttore.simulator.pve.access.Caller;
import direttore.simulator.pve.api.Failure;
import direttore.simulator.pve.api.MethodCall;
import direttore.simulator.pve.guest.Guest;
import direttore.simulator.pve.guest.GuestConfigKeys;
import direttore.simulator.pve.guest.GuestLocks;
import direttore.simulator.pve.guest.Kind;
import direttore.simulator.pve.guest.PropertyString;
import direttore.simulator.pve.site.Site;
import direttore.simulator.pve.storage.Disks;
import direttore.simulator.pve.storage.Size;
import direttore.simulator.pve.storage.StoredVolume;
import direttore.simulator.pve.storage.Volid;
import direttore.simulator.pve.task.TaskProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes a guest from an archive, or puts one back to what it was. */
public final class Restore {
  private final Site site;
  private final Kind kind;
  private final Backups backups;
  private final Consumer<Map<String, String>> renew;
  private final Autostart autostart;

  /**
   * Restores the site's guests of that kind.
   *
   * @param renew gives a configuration addresses and ids of its own
   */
  public Restore(
      Site site,
      Kind kind,
      Backups backups,
      Consumer<Map<String, String>> renew,
      Autostart autostart) {
    this.site = site;
    this.kind = kind;
    this.backups = backups;
    this.renew = renew;
    this.autostart = autostart;
  }

  /** Starts a task that starts a guest. */
  @FunctionalInterface
  public interface Autostart {

    /** Starts it. */
    void of(String node, int vmid, Caller caller);
  }

  /**
   * Starts the task.
   *
   * @param file the id of the archive
   * @param others parameters of the call that are no configuration
   */
  public String start(MethodCall call, String file, Set<String> others) {
    var order = order(call, file, GuestConfigKeys.of(call, others));
    var old = site.guests().find(order.vmid);
    if (old.isEmpty()) {
      site.guests().add(Guest.stopped(order.vmid, kind, order.node, Map.of("lock", "create")));
    } else {
      overwritten(order, old.get());
      site.guests().change(order.vmid, g -> g.with("lock", "create"));
    }
    return site.task(
        kind,
        "restore",
        call,
        worker -> {
          site.locks()
              .with(
                  kind,
                  order.node,
                  order.vmid,
                  GuestLocks.USUAL,
                  worker,
                  () -> restored(order, old, worker));
          if (order.start) {
            autostart.of(order.node, order.vmid, call.caller());
          }
        });
  }

  private Order order(MethodCall call, String file, Map<String, String> changes) {
    var volid = Volid.parse(file);
    if (volid == null) {
      throw new Failure("unable to parse volume ID '%s'".formatted(file));
    }
    var caller = call.caller();
    var force = call.flag("force");
    var may = site.access().allows(caller, "/vms/" + call.vmid(), "VM.Allocate");
    var pool = call.text("pool");
    if (!may
        && !(pool != null && site.access().allows(caller, "/pool/" + pool, "VM.Allocate"))
        && !(force && site.access().allows(caller, "/vms/" + call.vmid(), "VM.Backup"))) {
      throw AccessControl.refusal();
    }
    var storage = call.text("storage");
    if (storage != null) {
      site.access().require(caller, "/storage/" + storage, "Datastore.AllocateSpace");
    }
    var volume = site.disks().existing(call.node(), volid);
    if (!volume.content().equals("backup")) {
      throw new Failure(
          "cannot use volume %s - content type needs to be 'backup'".formatted(volid));
    }
    if (!site.access().allows(caller, "/storage/" + volid.storage(), "Datastore.Allocate")) {
      site.access().require(caller, "/vms/" + volume.vmid(), "VM.Backup");
    }
    var archive =
        backups
            .of(volume)
            .filter(a -> a.kind() == kind)
            .orElseThrow(() -> new Failure("unable to read the archive '%s'".formatted(volid)));
    return new Order(
        call.node(),
        call.vmid(),
        volume,
        archive,
        storage,
        pool,
        force,
        call.flag("unique"),
        call.flag("start"),
        changes);
  }

  private void overwritten(Order order, Guest old) {
    var what = "unable to restore %s %d -".formatted(kind.title(), order.vmid);
    if (!order.force || old.kind() != kind || !old.node().equals(order.node)) {
      throw new Failure(
          "%s %s %d already exists on node '%s'"
              .formatted(what, old.kind().title(), old.vmid(), old.node()));
    }
    if (old.lock() != null) {
      throw new Failure("%s %s is locked (%s)".formatted(what, kind.title(), old.lock()));
    }
    GuestLocks.checkProtection(old, what);
    if (old.running()) {
      throw new Failure(what + (kind == Kind.QEMU ? " vm is running" : " CT is running"));
    }
  }

  private Guest restored(Order order, Optional<Guest> old, TaskProcess worker)
      throws InterruptedException {
    var fresh = new ArrayList<StoredVolume>();
    try {
      tell(order, worker);
      var config = config(order, fresh, worker);
      if (old.isPresent()) {
        discard(old.get(), fresh);
      }
      if (order.pool != null) {
        site.pools().add(order.pool, order.vmid);
      }
      return site.guests()
          .change(order.vmid, g -> Guest.stopped(order.vmid, kind, order.node, config));
    } catch (Failure | InterruptedException e) {
      fresh.forEach(site.disks()::discard);
      if (old.isPresent()) {
        site.guests().change(order.vmid, g -> old.get());
      } else {
        site.guests().remove(order.vmid);
      }
      if (e instanceof Failure failure) {
        throw new Failure(
            "unable to restore %s %d - %s".formatted(kind.title(), order.vmid, failure.text()));
      }
      throw e;
    }
  }

  private void tell(Order order, TaskProcess worker) {
    var path = site.disks().storages().get(order.file.storage()).settings().get("path");
    worker.log(
        kind == Kind.QEMU
            ? "restore vma archive: vma extract -v -r /var/tmp/vzdumptmp.fifo %s/dump/%s"
                .formatted(path, order.file.file())
            : "recovering backed-up configuration from '%s'".formatted(order.file.volid()));
  }

  private Map<String, String> config(Order order, List<StoredVolume> fresh, TaskProcess worker)
      throws InterruptedException {
    var config = new TreeMap<>(order.archive.config());
    config.remove("lock");
    for (var disk : order.archive.volumes().entrySet()) {
      var made = made(order, disk.getValue(), worker);
      fresh.add(made);
      worker.spend(site.pace().copying(disk.getValue().used()));
      site.disks()
          .volumes()
          .change(made.place(), made.name(), v -> v.using(disk.getValue().used()));
      var value = PropertyString.parse(config.getOrDefault(disk.getKey(), ""));
      config.put(
          disk.getKey(), value.with("size", Size.text(made.size())).withFirst(made.volid()).text());
    }
    if (kind == Kind.QEMU) {
      config.put("vmgenid", site.ids().uuid());
    }
    if (order.unique) {
      renew.accept(config);
    }
    config.putAll(order.changes);
    return config;
  }

  private StoredVolume made(Order order, StoredVolume old, TaskProcess worker)
      throws InterruptedException {
    var id = order.storage == null ? old.storage() : order.storage;
    var storage = site.disks().storages().enabled(id, order.node);
    if (!storage.holds(old.content())) {
      throw new Failure(
          "storage '%s' does not support content-type '%s'".formatted(id, old.content()));
    }
    if (!site.disks().space().fits(storage, order.node, old.used())) {
      throw new Failure("vma extract: No space left on device");
    }
    var format = storage.supports(old.format()) ? old.format() : storage.defaultFormat();
    return site.disks()
        .allocate(
            new Disks.Request(order.node, id, order.vmid, old.content(), format, "", old.size()),
            worker);
  }

  /** Takes away what the guest had before. */
  private void discard(Guest old, List<StoredVolume> fresh) {
    for (var storage : site.disks().storages().all()) {
      if (storage.isEnabledOn(old.node())) {
        site
            .disks()
            .volumes()
            .ofGuest(StoredVolume.placeOf(storage, old.node()), old.vmid())
            .stream()
            .filter(v -> v.content().equals("images") || v.content().equals("rootdir"))
            .filter(v -> fresh.stream().noneMatch(f -> f.volid().equals(v.volid())))
            .filter(v -> old.config().values().stream().anyMatch(c -> c.startsWith(v.volid())))
            .forEach(site.disks()::discard);
      }
    }
  }

  private record Order(
      String node,
      int vmid,
      StoredVolume file,
      Backups.Archive archive,
      @Nullable String storage,
      @Nullable String pool,
      boolean force,
      boolean unique,
      boolean start,
      Map<String, String> changes) {}
}
