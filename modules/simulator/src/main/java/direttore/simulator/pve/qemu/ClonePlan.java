package direttore.simulator.pve.qemu;

import direttore.simulator.pve.api.Failure;
import direttore.simulator.pve.guest.Guest;
import direttore.simulator.pve.guest.GuestLocks;
import direttore.simulator.pve.guest.Kind;
import direttore.simulator.pve.lifecycle.CloneOrder;
import direttore.simulator.pve.schema.ParameterErrors;
import direttore.simulator.pve.site.Site;
import direttore.simulator.pve.storage.Storage;
import direttore.simulator.pve.storage.StoredVolume;
import direttore.simulator.pve.storage.Volid;
import direttore.simulator.pve.storage.VolumeFeatures;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a clone will do, checked (load_and_check of clone_vm).
 *
 * @param source the machine that is cloned
 * @param config what the clone takes over, without its drives
 * @param drives the drives to clone, by key
 */
record ClonePlan(Guest source, Map<String, String> config, Map<String, String> drives) {

  /** Checks the order against the cluster as it is now. */
  static ClonePlan of(CloneOrder order, Site site) {
    checkTarget(order, site);
    site.nodes().checkQuorum();
    var source = site.guests().load(Kind.QEMU, order.node(), order.vmid());
    GuestLocks.check(source);
    var old = source.config();
    if (order.snapshot() != null) {
      var snapshot = source.snapshots().get(order.snapshot());
      if (snapshot == null) {
        throw new Failure("snapshot '%s' does not exist".formatted(order.snapshot()));
      }
      old = snapshot;
    }
    var full = order.isFull(source);
    checkLinked(order, full);
    if (order.target() != null && !isShared(old, site)) {
      throw new Failure(
          "can't clone VM to node '%s' (VM uses local storage)".formatted(order.target()));
    }
    checkFree(order, site);
    return new ClonePlan(source, kept(old, site), drives(order, old, full, site));
  }

  private static void checkTarget(CloneOrder order, Site site) {
    order.checkTarget(site);
    if (order.storage() == null) {
      return;
    }
    var storage = site.disks().storages().enabled(order.storage(), order.node());
    if (!storage.holds("images")) {
      throw new ParameterErrors(
          "storage", "storage '%s' does not support vm images".formatted(order.storage()));
    }
    if (order.target() != null) {
      site.disks().storages().enabled(order.storage(), order.target());
      if (!storage.shared()) {
        throw new Failure("can't clone to non-shared storage '%s'".formatted(order.storage()));
      }
    }
  }

  private static void checkLinked(CloneOrder order, boolean full) {
    if (!full && order.storage() != null) {
      throw new Failure("parameter 'storage' not allowed for linked clones");
    }
    if (!full && order.format() != null) {
      throw new Failure("parameter 'format' not allowed for linked clones");
    }
  }

  private static void checkFree(CloneOrder order, Site site) {
    var there = site.guests().find(order.newid());
    if (there.isPresent()
        && there.get().kind() == Kind.QEMU
        && there.get().node().equals(order.node())) {
      throw new Failure(
          "unable to create VM %d: config file already exists".formatted(order.newid()));
    }
  }

  /** Are all its volumes on shared storage? */
  private static boolean isShared(Map<String, String> old, Site site) {
    return Drives.keys(old).stream()
        .map(key -> Volid.parse(Drives.volume(old.getOrDefault(key, ""))))
        .allMatch(v -> v == null || site.disks().storages().get(v.storage()).shared());
  }

  private static Map<String, String> kept(Map<String, String> old, Site site) {
    var config = new TreeMap<String, String>();
    old.forEach((key, value) -> {
      var drive = Drives.isDrive(key) && !isCopied(value);
      var gone =
          key.matches(
              "unused\\d+|parent|snaptime|vmstate|snapstate|runningcpu|runningmachine|template");
      if (!gone && (drive || !Drives.isDrive(key))) {
        config.put(key, value);
      }
    });
    QemuNics.readdress(config, site.ids());
    return config;
  }

  private static Map<String, String> drives(
      CloneOrder order, Map<String, String> old, boolean full, Site site) {
    var drives = new TreeMap<String, String>();
    for (var key : Drives.keys(old)) {
      var value = old.getOrDefault(key, "");
      if (isCopied(value)) {
        var volid = Volid.parse(Drives.volume(value));
        if (volid == null) {
          throw new Failure("unable to parse drive options for '%s'".formatted(key));
        }
        var storage = site.disks().storages().get(volid.storage());
        var wanted = order.storage() == null ? volid.storage() : order.storage();
        if (!Drives.isCdrom(value)) {
          site.access().require(order.caller(), "/storage/" + wanted, "Datastore.AllocateSpace");
        }
        can(order, key, value, storage, site.disks().existing(order.node(), volid), full);
        drives.put(key, value);
      }
    }
    return drives;
  }

  private static void can(
      CloneOrder order,
      String key,
      String value,
      Storage storage,
      StoredVolume volume,
      boolean full) {
    var copies = full || Drives.isCloudinit(value) || key.startsWith("tpmstate");
    var snapshot = order.snapshot() != null && !Drives.isCloudinit(value);
    if (!VolumeFeatures.has(copies ? "copy" : "clone", storage, volume, snapshot)) {
      throw new Failure(
          "%s clone feature is not supported for%s '%s' (%s)"
              .formatted(
                  copies ? "Full" : "Linked",
                  order.snapshot() == null ? "" : " a snapshot of",
                  volume.volid(),
                  key));
    }
  }

  private static boolean isCopied(String value) {
    return !Drives.isCdrom(value) || Drives.isCloudinit(value);
  }
}
