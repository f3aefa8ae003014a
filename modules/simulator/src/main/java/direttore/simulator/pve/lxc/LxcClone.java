package direttore.simulator.pve.lxc;

import direttore.simulator.pve.api.Call;
import direttore.simulator.pve.api.Failure;
import direttore.simulator.pve.api.Handler;
import direttore.simulator.pve.guest.Guest;
import direttore.simulator.pve.guest.GuestLocks;
import direttore.simulator.pve.guest.Kind;
import direttore.simulator.pve.guest.PropertyString;
import direttore.simulator.pve.lock.FileLocks;
import direttore.simulator.pve.site.Site;
import direttore.simulator.pve.storage.Disks;
import direttore.simulator.pve.storage.Features;
import direttore.simulator.pve.storage.Volid;
import direttore.simulator.pve.storage.Volume;
import direttore.simulator.pve.task.Worker;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Clones a container: POST /nodes/{node}/lxc/{vmid}/clone. */
final class LxcClone implements Handler {
  private static final int COPY_STEPS = 8;

  private final Site site;

  LxcClone(Site site) {
    this.site = site;
  }

  @Override
  public String handle(Call call) throws InterruptedException {
    var order = order(call);
    checkTarget(order);
    var source = locked(order.node, order.vmid, () -> claim(order, "disk"));
    try {
      reserve(order);
      prepare(order, source);
    } catch (Failure e) {
      release(order.vmid, "disk");
      throw e;
    }
    return site.tasks()
        .start(
            order.node,
            Kind.LXC.task("clone"),
            String.valueOf(order.vmid),
            call.caller(),
            worker -> clone(order, source, worker));
  }

  private static Order order(Call call) {
    var target = call.text("target");
    return new Order(
        call,
        call.node(),
        call.vmid(),
        Math.toIntExact(call.parameters().integer("newid", 0)),
        call.text("storage"),
        call.text("full"),
        call.node().equals(target) || "localhost".equals(target) ? null : target);
  }

  private void checkTarget(Order order) {
    var pool = order.call.text("pool");
    if (pool != null && site.pools().find(pool).isEmpty()) {
      throw new Failure("pool '%s' does not exist".formatted(pool));
    }
    if (order.target != null && !site.nodes().knows(order.target)) {
      throw new Failure("no such cluster node '%s'".formatted(order.target));
    }
    if (order.storage != null) {
      var storage = site.disks().storages().enabled(order.storage, order.node);
      if (order.target != null && !storage.shared()) {
        throw new Failure("can't clone to non-shared storage '%s'".formatted(order.storage));
      }
    }
    site.nodes().checkQuorum();
  }

  private Guest claim(Order order, String lock) {
    var guest = site.guests().load(Kind.LXC, order.node, order.vmid);
    GuestLocks.check(guest);
    site.guests().change(order.vmid, g -> g.with("lock", lock));
    return guest;
  }

  private void reserve(Order order) throws InterruptedException {
    locked(
        order.node,
        order.newid,
        () -> {
          var config = Map.of("lock", "create");
          var guest = Guest.stopped(order.newid, Kind.LXC, order.node, config);
          site.guests().add(guest);
          return guest;
        });
  }

  private void prepare(Order order, Guest source) {
    try {
      check(order, source);
      var config = new TreeMap<>(source.config());
      config.keySet().removeIf(k -> Mounts.isMount(k) || k.matches("unused\\d+|template|parent"));
      Nics.readdress(config, site.ids());
      config.put("lock", "create");
      putMaybe(config, "hostname", order.call.text("hostname"));
      putMaybe(config, "description", order.call.text("description"));
      site.guests().change(order.newid, g -> g.configured(config));
    } catch (Failure e) {
      site.guests().remove(order.newid);
      throw e;
    }
  }

  private void check(Order order, Guest source) {
    var full = order.isFull(source);
    if (!full && order.storage != null) {
      throw new Failure("parameter 'storage' not allowed for linked clones");
    }
    for (var value : Mounts.of(source.config()).values()) {
      var volid = Volid.parse(Mounts.volume(value));
      if (volid == null) {
        throw new Failure("unable to clone mountpoint (type bind)");
      }
      var used = order.storage == null ? volid.storage() : order.storage;
      var storage = site.disks().storages().get(used);
      if (order.target != null && !storage.shared()) {
        throw new Failure(
            "can't clone CT to node '%s' (CT uses local storage)".formatted(order.target));
      }
      site.access().require(order.call.caller(), "/storage/" + used, "Datastore.AllocateSpace");
      if (full && source.running()) {
        throw new Failure("Full clone of a running container is only possible from a snapshot");
      }
      var volume = site.disks().existing(order.node, volid);
      if (!full && (storage.holdsFiles() || !Features.has("clone", storage, volume, false))) {
        throw new Failure("Linked clone feature for '%s' is not available".formatted(volid));
      }
    }
  }

  private void clone(Order order, Guest source, Worker worker) throws InterruptedException {
    var fresh = new ArrayList<Volume>();
    try {
      worker.log("creating a clone of container %d with ID %d".formatted(order.vmid, order.newid));
      for (var mount : Mounts.of(source.config()).entrySet()) {
        mount(order, source, mount.getKey(), mount.getValue(), fresh, worker);
      }
      worker.spend(site.pace().part(COPY_STEPS));
      finish(order);
    } catch (Failure e) {
      undo(order, fresh);
      throw new Failure("clone failed: " + e.text());
    } catch (InterruptedException e) {
      undo(order, fresh);
      throw new Failure("clone failed: interrupted by signal");
    } finally {
      release(order.vmid, "disk");
    }
  }

  private void mount(
      Order order, Guest source, String key, String value, List<Volume> fresh, Worker worker)
      throws InterruptedException {
    var volid = Volid.parse(Mounts.volume(value));
    if (volid == null) {
      return;
    }
    var volume = site.disks().existing(order.node, volid);
    Volume made;
    if (order.isFull(source)) {
      worker.log("create full clone of mountpoint %s (%s)".formatted(key, volid));
      made = copy(order, volume, fresh, worker);
    } else {
      worker.log("create linked clone of mount point %s (%s)".formatted(key, volid));
      made = site.disks().link(order.node, volume, order.newid, worker);
      fresh.add(made);
    }
    var printed = PropertyString.parse(value).withFirst(made.volid()).text();
    site.guests().change(order.newid, g -> g.with(key, printed));
  }

  private Volume copy(Order order, Volume volume, List<Volume> fresh, Worker worker)
      throws InterruptedException {
    var storageId = order.storage == null ? volume.storage() : order.storage;
    var request =
        new Disks.Request(order.node, storageId, order.newid, "rootdir", "raw", "", volume.size());
    var made = site.disks().allocate(request, worker);
    fresh.add(made);
    RootMaker.format(made, site.ids(), worker);
    worker.spend(site.pace().copying(volume.size()));
    var storage = site.disks().storages().get(storageId);
    if (!site.disks().space().fits(storage, order.node, volume.used())) {
      throw new Failure(
          "command 'rsync --stats -X -A --numeric-ids -aH --whole-file --sparse --one-file-system"
              + " /var/lib/lxc/%d/.copy-volume-2/ /var/lib/lxc/%d/.copy-volume-1' failed: exit code"
                  .formatted(order.newid, order.newid)
              + " 11");
    }
    site.disks().volumes().put(made.using(volume.used()));
    transferred(volume.used(), worker);
    return made;
  }

  /** What rsync --stats prints. */
  private static void transferred(long bytes, Worker worker) {
    worker.log("");
    worker.log("Number of files: 19,845 (reg: 13,602, dir: 2,113, link: 4,112, special: 18)");
    worker.log("Number of regular files transferred: 13,589");
    worker.log("Total file size: %,d bytes".formatted(bytes));
    worker.log("Total transferred file size: %,d bytes".formatted(bytes));
    worker.log("");
    worker.log("total size is %,d  speedup is 1.00".formatted(bytes));
  }

  private void finish(Order order) {
    var guest = site.guests().change(order.newid, g -> g.without("lock"));
    if (order.target != null) {
      var moved = Guest.stopped(order.newid, Kind.LXC, order.target, guest.config());
      site.guests().change(order.newid, g -> moved);
    }
    var pool = order.call.text("pool");
    if (pool != null) {
      site.pools().add(pool, order.newid);
    }
  }

  private void undo(Order order, List<Volume> fresh) {
    fresh.forEach(site.disks()::discard);
    site.guests().remove(order.newid);
  }

  private void release(int vmid, String lock) {
    if (site.guests().find(vmid).filter(g -> lock.equals(g.lock())).isPresent()) {
      site.guests().change(vmid, g -> g.without("lock"));
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

  private record Order(
      Call call,
      String node,
      int vmid,
      int newid,
      @Nullable String storage,
      @Nullable String full,
      @Nullable String target) {
    boolean isFull(Guest source) {
      return full == null ? !source.isTemplate() : full.equals("1");
    }
  }
}
