package direttore.simulator.pve.disk;

import direttore.simulator.pve.api.Failure;
import direttore.simulator.pve.api.MethodCall;
import direttore.simulator.pve.guest.Guest;
import direttore.simulator.pve.guest.GuestLocks;
import direttore.simulator.pve.guest.Kind;
import direttore.simulator.pve.guest.PropertyString;
import direttore.simulator.pve.schema.ParameterErrors;
import direttore.simulator.pve.site.Site;
import direttore.simulator.pve.storage.Volid;
import direttore.simulator.pve.task.TaskProcess;

/** Gives a disk to another guest of the same node: {@code target-vmid} of move_disk. */
final class Reassign {
  private final Site site;
  private final Kind kind;

  Reassign(Site site, Kind kind) {
    this.site = site;
    this.kind = kind;
  }

  String start(MethodCall call) {
    var target = target(call);
    site.access().require(call.caller(), "/vms/" + target, "VM.Config.Disk");
    if (target == call.vmid()) {
      throw new ParameterErrors(
          "target-vmid", "must be different than source VMID to reassign disk");
    }
    var volid = checked(call);
    site.access().require(call.caller(), "/storage/" + volid.storage(), "Datastore.AllocateSpace");
    return site.tasks()
        .start(
            call.node(),
            MoveRoutes.task(kind),
            "%d-%s>%d-%s".formatted(call.vmid(), key(call), target, targetKey(call)),
            call.caller(),
            worker ->
                site.locks()
                    .with(
                        kind,
                        call,
                        worker,
                        () ->
                            site.locks()
                                .with(
                                    kind,
                                    call.node(),
                                    target,
                                    GuestLocks.USUAL,
                                    worker,
                                    () -> moved(call, worker))));
  }

  private static int target(MethodCall call) {
    return Math.toIntExact(call.parameters().integer("target-vmid", 0));
  }

  private String key(MethodCall call) {
    return call.required(MoveRoutes.what(kind));
  }

  private String targetKey(MethodCall call) {
    return call.parameters().text("target-" + MoveRoutes.what(kind), key(call));
  }

  private Volid checked(MethodCall call) {
    var source = site.guests().load(kind, call.node(), call.vmid());
    var other =
        site.guests()
            .find(target(call))
            .filter(g -> g.kind() == kind)
            .orElseThrow(
                () -> new Failure("could not find %s %d".formatted(kind.title(), target(call))));
    if (!other.node().equals(source.node())) {
      throw new Failure(
          "Both %ss need to be on the same node (%s) but target %s is on %s."
              .formatted(kind.title(), source.node(), kind.title(), other.node()));
    }
    GuestLocks.checkDigest(source, call.text("digest"));
    GuestLocks.checkDigest(other, call.text("target-digest"));
    GuestLocks.check(source);
    GuestLocks.check(other);
    var key = key(call);
    var volid = volid(source, key);
    if (source.running() && !key.startsWith("unused")) {
      throw new Failure(
          "Cannot move %s to another %s while the source is running - detach first"
              .formatted(MoveRoutes.what(kind), kind.title()));
    }
    if (other.get(targetKey(call)) != null) {
      throw new Failure(
          "Target %s key '%s' is already in use for %s '%d'"
              .formatted(MoveRoutes.what(kind), targetKey(call), kind.title(), other.vmid()));
    }
    var volume = site.disks().existing(source.node(), volid);
    if (MoveRoutes.isInSnapshot(source, volume)) {
      throw new Failure(
          "Can't move %s used by a snapshot to another %s"
              .formatted(MoveRoutes.what(kind), kind.title()));
    }
    if (volume.isBase() || !volume.baseName().isEmpty()) {
      throw new Failure("Storage does not support moving of this disk to another VM");
    }
    return volid;
  }

  private Volid volid(Guest guest, String key) {
    var volid = Volid.parse(PropertyString.parse(guest.get(key, "")).first());
    if (volid == null || guest.get(key, "").contains("media=cdrom")) {
      throw new Failure(
          "%s '%s' for %s '%d' does not exist"
              .formatted(MoveRoutes.what(kind), key, kind.title(), guest.vmid()));
    }
    return volid;
  }

  private Guest moved(MethodCall call, TaskProcess worker) {
    var volid = checked(call);
    var key = key(call);
    var source = site.guests().load(kind, call.node(), call.vmid());
    var to = target(call);
    worker.log(
        "moving %s '%s' from %s '%d' to '%d'"
            .formatted(MoveRoutes.what(kind), key, kind.title(), call.vmid(), to));
    var volume = site.disks().existing(call.node(), volid);
    var renamed = site.disks().give(volume, to);
    var value = PropertyString.parse(source.get(key, "")).withFirst(renamed.volid());
    worker.log(
        "removing %s '%s' from %s '%d' config"
            .formatted(MoveRoutes.what(kind), key, kind.title(), call.vmid()));
    site.guests().change(call.vmid(), g -> g.without(key));
    worker.log("update target %s configuration".formatted(kind.title()));
    var target = targetKey(call);
    return site.guests()
        .change(
            to, g -> g.with(target, target.startsWith("unused") ? renamed.volid() : value.text()));
  }
}
