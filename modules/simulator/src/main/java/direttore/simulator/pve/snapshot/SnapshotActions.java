package direttore.simulator.pve.snapshot;

import direttore.simulator.pve.api.Failure;
import direttore.simulator.pve.guest.Guest;
import direttore.simulator.pve.guest.GuestLocks;
import direttore.simulator.pve.guest.Kind;
import direttore.simulator.pve.guest.PropertyString;
import direttore.simulator.pve.guest.Run;
import direttore.simulator.pve.lock.FileLocks;
import direttore.simulator.pve.site.Site;
import direttore.simulator.pve.storage.Volid;
import direttore.simulator.pve.storage.VolumeFeatures;
import direttore.simulator.pve.task.TaskProcess;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Takes, deletes and restores snapshots of one kind of guests (PVE::AbstractConfig). */
final class SnapshotActions {
  private static final int WORK_PART = 2;

  private final Site site;
  private final Kind kind;

  SnapshotActions(Site site, Kind kind) {
    this.site = site;
    this.kind = kind;
  }

  /** Can all volumes of the guest be snapshotted? */
  boolean isPossible(Guest guest) {
    return guest.config().entrySet().stream()
        .filter(e -> holdsData(e.getKey(), e.getValue()))
        .allMatch(e -> isPossible(guest, e.getValue()));
  }

  void take(
      String node, int vmid, String name, @Nullable String comment, boolean ram, TaskProcess out)
      throws InterruptedException {
    locked(node, vmid, out, () -> prepare(load(node, vmid), name, comment, ram, out));
    try {
      var guest = load(node, vmid);
      tell(guest, ram, out);
      out.spend(site.pace().part(WORK_PART));
    } catch (Failure | InterruptedException e) {
      out.log("snapshot create failed: starting cleanup");
      site.guests().change(vmid, g -> forgotten(g, name).without("lock"));
      throw e;
    }
    locked(
        node,
        vmid,
        out,
        () ->
            site.guests()
                .change(
                    vmid,
                    g ->
                        changed(g, name, s -> s.remove("snapstate"))
                            .without("lock")
                            .with("parent", name)));
  }

  void delete(String node, int vmid, String name, TaskProcess out) throws InterruptedException {
    need(load(node, vmid), name);
    locked(
        node,
        vmid,
        out,
        () -> {
          var guest = load(node, vmid);
          GuestLocks.check(guest);
          need(guest, name);
          return site.guests()
              .change(
                  vmid,
                  g ->
                      changed(g, name, s -> s.put("snapstate", "delete"))
                          .with("lock", "snapshot-delete"));
        });
    out.spend(site.pace().part(WORK_PART));
    locked(
        node, vmid, out, () -> site.guests().change(vmid, g -> forgotten(g, name).without("lock")));
  }

  void rollback(String node, int vmid, String name, TaskProcess out) throws InterruptedException {
    need(load(node, vmid), name);
    locked(
        node,
        vmid,
        out,
        () -> {
          var guest = load(node, vmid);
          GuestLocks.check(guest);
          var snapshot = need(guest, name);
          if (snapshot.containsKey("snapstate")) {
            throw new Failure(
                "unable to rollback to incomplete snapshot (snapstate = %s)"
                    .formatted(snapshot.get("snapstate")));
          }
          site.guests().change(vmid, g -> g.with("lock", "rollback"));
          out.spend(site.pace().part(WORK_PART));
          // With its memory a VM goes on where it was.
          var run =
              snapshot.containsKey("vmstate")
                  ? Run.started(site.ids().pid(), out.now().getEpochSecond())
                  : Run.STOPPED;
          return site.guests().change(vmid, g -> restored(g, name, snapshot).running(run));
        });
  }

  private Guest prepare(
      Guest guest, String name, @Nullable String comment, boolean ram, TaskProcess out) {
    if (guest.isTemplate()) {
      throw new Failure("you can't take a snapshot if it's a template");
    }
    GuestLocks.check(guest);
    if (guest.snapshots().containsKey(name)) {
      throw new Failure("snapshot name '%s' already used".formatted(name));
    }
    if (!isPossible(guest)) {
      throw new Failure("snapshot feature is not available");
    }
    var snapshot = new TreeMap<>(guest.config());
    snapshot.keySet().removeIf(k -> k.matches("lock|digest|description|unused\\d+"));
    snapshot.put("snaptime", String.valueOf(out.now().getEpochSecond()));
    snapshot.put("snapstate", "prepare");
    if (comment != null) {
      snapshot.put("description", comment);
    }
    if (ram && kind == Kind.QEMU && guest.running()) {
      snapshot.put("vmstate", "local-lvm:vm-%d-state-%s".formatted(guest.vmid(), name));
    }
    var all = new TreeMap<>(guest.snapshots());
    all.put(name, snapshot);
    return site.guests().change(guest.vmid(), g -> g.remembering(all).with("lock", "snapshot"));
  }

  private void tell(Guest guest, boolean ram, TaskProcess out) {
    if (kind == Kind.LXC) {
      return;
    }
    if (ram && guest.running()) {
      out.log("saving VM state and RAM using storage 'local-lvm'");
    }
    guest
        .config()
        .forEach((key, value) -> {
          if (holdsData(key, value)) {
            out.log(
                "snapshotting 'drive-%s' (%s)".formatted(key, PropertyString.parse(value).first()));
          }
        });
  }

  private static Guest restored(Guest guest, String name, SortedMap<String, String> snapshot) {
    var config = new TreeMap<>(snapshot);
    config.keySet().removeIf(k -> k.matches("snaptime|snapstate|vmstate|description"));
    config.put("parent", name);
    var description = guest.get("description");
    if (description != null) {
      config.put("description", description);
    }
    guest
        .config()
        .forEach((key, value) -> {
          if (key.startsWith("unused")) {
            config.put(key, value);
          }
        });
    return guest.configured(config).awaiting(new TreeMap<>());
  }

  /** The guest without that snapshot; its children hang from its parent. */
  private static Guest forgotten(Guest guest, String name) {
    var gone = guest.snapshots().get(name);
    var parent = gone == null ? null : gone.get("parent");
    var all = new TreeMap<String, SortedMap<String, String>>();
    guest
        .snapshots()
        .forEach((other, snapshot) -> {
          if (!other.equals(name)) {
            all.put(other, reparented(snapshot, name, parent));
          }
        });
    return guest.remembering(all).configured(reparented(guest.config(), name, parent));
  }

  private static SortedMap<String, String> reparented(
      SortedMap<String, String> config, String gone, @Nullable String parent) {
    var changed = new TreeMap<>(config);
    if (gone.equals(changed.get("parent"))) {
      changed.remove("parent");
      if (parent != null) {
        changed.put("parent", parent);
      }
    }
    return changed;
  }

  private static Guest changed(Guest guest, String name, Change change) {
    var snapshot = new TreeMap<>(need(guest, name));
    change.on(snapshot);
    var all = new TreeMap<>(guest.snapshots());
    all.put(name, snapshot);
    return guest.remembering(all);
  }

  static SortedMap<String, String> need(Guest guest, String name) {
    var snapshot = guest.snapshots().get(name);
    if (snapshot == null) {
      throw new Failure("snapshot '%s' does not exist".formatted(name));
    }
    return snapshot;
  }

  Guest load(String node, int vmid) {
    return site.guests().load(kind, node, vmid);
  }

  private boolean isPossible(Guest guest, String value) {
    var volid = Volid.parse(PropertyString.parse(value).first());
    if (volid == null) {
      return false;
    }
    var storage = site.disks().storages().get(volid.storage());
    var volume = site.disks().existing(guest.node(), volid);
    var usable = kind == Kind.QEMU || !storage.holdsFiles();
    return usable && VolumeFeatures.has("snapshot", storage, volume, false);
  }

  private static boolean holdsData(String key, String value) {
    return key.matches("(ide|scsi|virtio|sata|efidisk|tpmstate|mp)\\d+|rootfs")
        && !value.contains("media=cdrom");
  }

  private Guest locked(String node, int vmid, TaskProcess worker, FileLocks.Work<Guest> work)
      throws InterruptedException {
    return site.locks().with(kind, node, vmid, GuestLocks.USUAL, worker, work);
  }

  private interface Change {
    void on(SortedMap<String, String> snapshot);
  }
}
