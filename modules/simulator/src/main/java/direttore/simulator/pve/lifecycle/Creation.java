package direttore.simulator.pve.lifecycle;

import direttore.simulator.pve.access.Access;
import direttore.simulator.pve.api.Call;
import direttore.simulator.pve.api.Failure;
import direttore.simulator.pve.guest.Guest;
import direttore.simulator.pve.guest.Kind;
import direttore.simulator.pve.ha.Ha;
import direttore.simulator.pve.lock.FileLocks;
import direttore.simulator.pve.site.Site;
import direttore.simulator.pve.task.Worker;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the creation of guests of either kind has in common. */
public final class Creation {
  private static final int RESERVATION_SECONDS = 5;

  private final Site site;
  private final Kind kind;

  /** The creation of a site's guests of one kind. */
  public Creation(Site site, Kind kind) {
    this.site = site;
    this.kind = kind;
  }

  /** Refuses callers who may create neither that guest nor guests in that pool. */
  public void checkAllocate(Call call, @Nullable String pool) {
    var caller = call.caller();
    if (!site.access().allows(caller, "/vms/" + call.vmid(), "VM.Allocate")
        && (pool == null || !site.access().allows(caller, "/pool/" + pool, "VM.Allocate"))) {
      throw Access.refusal();
    }
  }

  /** Takes the VMID, so that nobody else can. */
  public void reserve(String node, int vmid) throws InterruptedException {
    try {
      site.locks()
          .with(
              kind,
              node,
              vmid,
              RESERVATION_SECONDS,
              FileLocks.Waiter.SILENT,
              () -> {
                var config = Map.of("lock", "create");
                site.guests().add(Guest.stopped(vmid, kind, node, config));
                return config;
              });
    } catch (Failure e) {
      throw failure(vmid, e);
    }
  }

  /** Gives the guest into the care of high availability. */
  public void manage(int vmid, boolean started, Worker worker) {
    worker.log("Add as HA resource");
    var state = started ? "started" : "stopped";
    site.ha().put(new Ha.Service(kind.service(vmid), state, 1, 1, null, null));
  }

  /** Why the guest could not be created. */
  public Failure failure(int vmid, Failure cause) {
    return new Failure("unable to create %s %d - %s".formatted(kind.title(), vmid, cause.text()));
  }
}
