package direttore.simulator.pve.qemu;

import direttore.simulator.pve.access.AccessControl;
import direttore.simulator.pve.access.Caller;
import direttore.simulator.pve.api.Failure;
import direttore.simulator.pve.schema.ParameterErrors;
import direttore.simulator.pve.storage.Storage;
import direttore.simulator.pve.storage.Storages;
import direttore.simulator.pve.storage.Volid;
import java.util.Map;

/** The checks on drives that come before any task (check_storage_access). */
final class DriveCheck {
  private final Storages storages;
  private final AccessControl access;

  DriveCheck(Storages storages, AccessControl access) {
    this.storages = storages;
    this.access = access;
  }

  /** Refuses drives on storages that do not exist, do not fit or are not the caller's. */
  void check(Caller caller, String defaultStorage, Map<String, String> config) {
    for (var key : Drives.keys(config)) {
      drive(caller, defaultStorage, Drives.volume(config.getOrDefault(key, "")));
    }
  }

  private void drive(Caller caller, String defaultStorage, String volume) {
    if (volume.equals("none") || volume.equals("cdrom")) {
      return;
    }
    if (volume.startsWith("/")) {
      throw new Failure("Only root can pass arbitrary filesystem paths.");
    }
    if (Drives.isAllocation(volume)) {
      var end = volume.indexOf(':');
      allocation(caller, end < 0 ? defaultStorage : volume.substring(0, end));
      return;
    }
    var volid = Volid.parse(volume);
    if (volid == null) {
      throw new Failure("unable to parse volume ID '%s'".formatted(volume));
    }
    if (volid.name().equals("cloudinit")) {
      allocation(caller, volid.storage());
    } else {
      existing(caller, volid);
    }
  }

  private void allocation(Caller caller, String id) {
    if (id.isEmpty()) {
      throw new Failure("no storage ID specified (and no default storage)");
    }
    var storage = storages.get(id);
    access.require(caller, "/storage/" + id, "Datastore.AllocateSpace");
    images(storage);
  }

  private void existing(Caller caller, Volid volid) {
    var storage = storages.get(volid.storage());
    if (!access.allowsAny(
        caller, "/storage/" + storage.id(), "Datastore.AllocateSpace", "Datastore.Audit")) {
      access.require(caller, "/storage/" + storage.id(), "Datastore.AllocateSpace");
    }
    if (!storage.holds(volid.kind())) {
      throw new Failure(
          "storage '%s' does not support content-type '%s'".formatted(storage.id(), volid.kind()));
    }
  }

  private static void images(Storage storage) {
    if (!storage.holds("images")) {
      throw new ParameterErrors(
          "storage", "storage '%s' does not support vm images".formatted(storage.id()));
    }
  }
}
