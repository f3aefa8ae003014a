package direttore.simulator.pve.removal;

import direttore.simulator.pve.api.Failure;
import direttore.simulator.pve.api.Handler;
import direttore.simulator.pve.api.MethodCall;
import direttore.simulator.pve.guest.Guest;
import direttore.simulator.pve.guest.GuestLocks;
import direttore.simulator.pve.guest.Kind;
import direttore.simulator.pve.guest.Run;
import direttore.simulator.pve.schema.ParameterErrors;
import direttore.simulator.pve.site.Site;
import direttore.simulator.pve.storage.StoredVolume;
import direttore.simulator.pve.task.TaskProcess;
import java.util.Collection;
import java.util.Map;

/** Destroys guests of one kind: DELETE /nodes/{node}/qemu/{vmid} and .../lxc/{vmid}. */
public final class GuestRemoval implements Handler {
  private static final int DESTROY_PART = 4;

  private final Site site;
  private final Kind kind;
  private final OwnVolumes own;

  /** Destroys the site's guests of that kind. */
  public GuestRemoval(Site site, Kind kind) {
    this.site = site;
    this.kind = kind;
    this.own = new OwnVolumes(site.disks());
  }

  @Override
  public String handle(MethodCall call) {
    if (call.flag("skiplock") && !call.caller().isRoot()) {
      throw new ParameterErrors("skiplock", "Only root may use this option.");
    }
    checked(call);
    return site.task(
        kind,
        "destroy",
        call,
        worker ->
            site.locks()
                .with(
                    kind,
                    call,
                    worker,
                    () -> {
                      destroy(call, checked(call), worker);
                      return call;
                    }));
  }

  private Guest checked(MethodCall call) {
    var vmid = call.vmid();
    var guest = site.guests().load(kind, call.node(), vmid);
    GuestLocks.checkProtection(guest, "can't remove %s %d".formatted(kind.title(), vmid));
    if (kind == Kind.LXC) {
      GuestLocks.check(guest);
    }
    if (!call.flag("purge") && site.ha().isConfigured(kind, vmid)) {
      throw new Failure(
          "unable to remove %s %d - used in HA resources and purge parameter not set."
              .formatted(kind.title(), vmid));
    }
    if (guest.running() && !call.flag("force")) {
      throw new Failure(
          kind == Kind.QEMU
              ? "VM %d is running - destroy failed".formatted(vmid)
              : "unable to destroy CT %d - container is running".formatted(vmid));
    }
    return guest;
  }

  private void destroy(MethodCall call, Guest guest, TaskProcess worker)
      throws InterruptedException {
    if (kind == Kind.QEMU && !call.flag("skiplock") && !"suspended".equals(guest.lock())) {
      GuestLocks.check(guest);
    }
    if (guest.running()) {
      worker.log("forced to stop CT %d before destroying!".formatted(guest.vmid()));
      site.guests().change(guest.vmid(), g -> g.running(Run.STOPPED));
    }
    var volumes = own.of(guest);
    if (guest.isTemplate()) {
      checkBases(volumes);
    }
    worker.spend(site.pace().part(DESTROY_PART));
    free(guest, volumes, worker);
    if (call.flag("destroy-unreferenced-disks")) {
      free(guest, own.unreferenced(guest), worker);
    }
    site.guests().change(guest.vmid(), g -> g.configured(Map.of("lock", "destroyed")));
    site.access().forget("/vms/" + guest.vmid());
    site.pools().forget(guest.vmid());
    if (call.flag("purge")) {
      purge(guest, worker);
    }
    site.guests().remove(guest.vmid());
  }

  private void checkBases(Collection<StoredVolume> volumes) {
    for (var volume : volumes) {
      if (site.disks().isUsedBase(volume)) {
        throw new Failure(
            "base volume '%s' is still in use by linked cloned".formatted(volume.volid()));
      }
    }
  }

  private void free(Guest guest, Collection<StoredVolume> volumes, TaskProcess worker)
      throws InterruptedException {
    for (var volume : volumes) {
      try {
        site.disks().free(guest.node(), volume, worker);
      } catch (Failure e) {
        worker.warn(
            "Could not remove disk '%s', check manually: %s".formatted(volume.volid(), e.text()));
      }
    }
  }

  private void purge(Guest guest, TaskProcess worker) {
    var name = "%s %d".formatted(kind.title(), guest.vmid());
    worker.log("purging %s from related configurations..".formatted(name));
    if (site.ha().isConfigured(kind, guest.vmid())) {
      site.ha().remove(kind.service(guest.vmid()));
      worker.log("NOTE: removed %s from HA resource configuration.".formatted(name));
    }
    site.jobs().forget(guest.vmid());
  }
}
