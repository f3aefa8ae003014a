package direttore.simulator.pve.lxc;

import direttore.simulator.pve.api.Failure;
import direttore.simulator.pve.api.Handler;
import direttore.simulator.pve.api.MethodCall;
import direttore.simulator.pve.guest.Guest;
import direttore.simulator.pve.guest.GuestLocks;
import direttore.simulator.pve.guest.Kind;
import direttore.simulator.pve.guest.PropertyString;
import direttore.simulator.pve.lifecycle.CloneOrder;
import direttore.simulator.pve.lock.FileLocks;
import direttore.simulator.pve.site.Site;
import direttore.simulator.pve.storage.Disks;
import direttore.simulator.pve.storage.StoredVolume;
import direttore.simulator.pve.storage.Volid;
import direttore.simulator.pve.storage.VolumeFeatures;
import direttore.simulator.pve.task.TaskProcess;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Clones a container: POST /nodes/{node}/lxc/{vmid}/clone. */
final class LxcClone implements Handler {
  private static final int COPY_STEPS = 8;

  /** The lock that the original has meanwhile. */
  private static final String LOCK = "disk";

  private final Site site;

  LxcClone(Site site) {
    this.site = site;
  }

  @Override
  public String handle(MethodCall call) throws InterruptedException {
    var order = CloneOrder.of(Kind.LXC, call);
    checkTarget(order);
    var source = locked(order.node(), order.vmid(), () -> claim(order));
    try {
      reserve(order);
      prepare(order, source);
    } catch (Failure e) {
      release(order);
      throw e;
    }
    return site.task(Kind.LXC, "clone", call, worker -> clone(order, source, worker));
  }

  private void checkTarget(CloneOrder order) {
    order.checkTarget(site);
    if (order.storage() != null) {
      var storage = site.disks().storages().enabled(order.storage(), order.node());
      if (order.target() != null && !storage.shared()) {
        throw new Failure("can't clone to non-shared storage '%s'".formatted(order.storage()));
      }
    }
    site.nodes().checkQuorum();
  }

  private Guest claim(CloneOrder order) {
    var guest = site.guests().load(Kind.LXC, order.node(), order.vmid());
    GuestLocks.check(guest);
    site.guests().change(order.vmid(), g -> g.with("lock", LOCK));
    return guest;
  }

  private void reserve(CloneOrder order) throws InterruptedException {
    locked(
        order.node(),
        order.newid(),
        () -> {
          var config = Map.of("lock", "create");
          var guest = Guest.stopped(order.newid(), Kind.LXC, order.node(), config);
          site.guests().add(guest);
          return guest;
        });
  }

  private void prepare(CloneOrder order, Guest source) {
    try {
      check(order, source);
      var config = new TreeMap<>(source.config());
      config.keySet().removeIf(k -> Mounts.isMount(k) || k.matches("unused\\d+|template|parent"));
      LxcNics.readdress(config, site.ids());
      config.put("lock", "create");
      putMaybe(config, "hostname", order.name());
      putMaybe(config, "description", order.description());
      site.guests().change(order.newid(), g -> g.configured(config));
    } catch (Failure e) {
      site.guests().remove(order.newid());
      throw e;
    }
  }

  private void check(CloneOrder order, Guest source) {
    var full = order.isFull(source);
    if (!full && order.storage() != null) {
      throw new Failure("parameter 'storage' not allowed for linked clones");
    }
    for (var value : Mounts.of(source.config()).values()) {
      var volid = Volid.parse(Mounts.volume(value));
      if (volid == null) {
        throw new Failure("unable to clone mountpoint (type bind)");
      }
      var used = order.storage() == null ? volid.storage() : order.storage();
      var storage = site.disks().storages().get(used);
      if (order.target() != null && !storage.shared()) {
        throw new Failure(
            "can't clone CT to node '%s' (CT uses local storage)".formatted(order.target()));
      }
      site.access().require(order.caller(), "/storage/" + used, "Datastore.AllocateSpace");
      if (full && source.running()) {
        throw new Failure("Full clone of a running container is only possible from a snapshot");
      }
      var volume = site.disks().existing(order.node(), volid);
      if (!full && (storage.holdsFiles() || !VolumeFeatures.has("clone", storage, volume, false))) {
        throw new Failure("Linked clone feature for '%s' is not available".formatted(volid));
      }
    }
  }

  private void clone(CloneOrder order, Guest source, TaskProcess worker) {
    try {
      order.carryOut(
          site,
          fresh -> {
            worker.log(
                "creating a clone of container %d with ID %d"
                    .formatted(order.vmid(), order.newid()));
            for (var mount : Mounts.of(source.config()).entrySet()) {
              mount(order, source, mount.getKey(), mount.getValue(), fresh, worker);
            }
            worker.spend(site.pace().part(COPY_STEPS));
            site.guests().change(order.newid(), g -> g.without("lock"));
          });
    } finally {
      release(order);
    }
  }

  private void mount(
      CloneOrder order,
      Guest source,
      String key,
      String value,
      List<StoredVolume> fresh,
      TaskProcess worker)
      throws InterruptedException {
    var volid = Volid.parse(Mounts.volume(value));
    if (volid == null) {
      return;
    }
    var volume = site.disks().existing(order.node(), volid);
    StoredVolume made;
    if (order.isFull(source)) {
      worker.log("create full clone of mountpoint %s (%s)".formatted(key, volid));
      made = copy(order, volume, fresh, worker);
    } else {
      worker.log("create linked clone of mount point %s (%s)".formatted(key, volid));
      made = site.disks().link(order.node(), volume, order.newid(), worker);
      fresh.add(made);
    }
    var printed = PropertyString.parse(value).withFirst(made.volid()).text();
    site.guests().change(order.newid(), g -> g.with(key, printed));
  }

  private StoredVolume copy(
      CloneOrder order, StoredVolume volume, List<StoredVolume> fresh, TaskProcess worker)
      throws InterruptedException {
    var storageId = order.storage() == null ? volume.storage() : order.storage();
    var request =
        new Disks.Request(
            order.node(), storageId, order.newid(), "rootdir", "raw", "", volume.size());
    var made = site.disks().allocate(request, worker);
    fresh.add(made);
    RootMaker.format(made, site.ids(), worker);
    worker.spend(site.pace().copying(volume.size()));
    var storage = site.disks().storages().get(storageId);
    if (!site.disks().space().fits(storage, order.node(), volume.used())) {
      throw new Failure(
          "command 'rsync --stats -X -A --numeric-ids -aH --whole-file --sparse --one-file-system"
              + " /var/lib/lxc/%d/.copy-volume-2/ /var/lib/lxc/%d/.copy-volume-1' failed: exit code"
                  .formatted(order.newid(), order.newid())
              + " 11");
    }
    site.disks().volumes().put(made.using(volume.used()));
    transferred(volume.used(), worker);
    return made;
  }

  /** What rsync --stats prints. */
  private static void transferred(long bytes, TaskProcess worker) {
    worker.log("");
    worker.log("Number of files: 19,845 (reg: 13,602, dir: 2,113, link: 4,112, special: 18)");
    worker.log("Number of regular files transferred: 13,589");
    worker.log("Total file size: %,d bytes".formatted(bytes));
    worker.log("Total transferred file size: %,d bytes".formatted(bytes));
    worker.log("");
    worker.log("total size is %,d  speedup is 1.00".formatted(bytes));
  }

  private void release(CloneOrder order) {
    var locked = site.guests().find(order.vmid()).filter(g -> LOCK.equals(g.lock()));
    if (locked.isPresent()) {
      site.guests().change(order.vmid(), g -> g.without("lock"));
    }
  }

  private Guest locked(String node, int vmid, FileLocks.Work<Guest> work)
      throws InterruptedException {
    return site.locks().with(Kind.LXC, node, vmid, GuestLocks.USUAL, FileLocks.Waiter.SILENT, work);
  }

  private static void putMaybe(Map<String, String> config, String key, @Nullable String value) {
    if (value != null) {
      config.put(key, value);
    }
  }
}
