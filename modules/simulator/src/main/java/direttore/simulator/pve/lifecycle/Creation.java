package direttore.simulator.pve.lifecycle;

import direttore.simulator.pve.access.AccessControl;
import direttore.simulator.pve.api.Failure;
import direttore.simulator.pve.api.Handler;
import direttore.simulator.pve.api.MethodCall;
import direttore.simulator.pve.backup.Backups;
import direttore.simulator.pve.backup.Restore;
import direttore.simulator.pve.change.ConfigRights;
import direttore.simulator.pve.guest.Guest;
import direttore.simulator.pve.guest.GuestConfigKeys;
import direttore.simulator.pve.guest.GuestLocks;
import direttore.simulator.pve.guest.Kind;
import direttore.simulator.pve.ha.Ha;
import direttore.simulator.pve.lock.FileLocks;
import direttore.simulator.pve.site.Site;
import direttore.simulator.pve.task.TaskProcess;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Creates guests of one kind: POST /nodes/{node}/qemu and /nodes/{node}/lxc. */
public abstract class Creation implements Handler {
  private static final int RESERVATION_SECONDS = 5;

  /** Where the guests are to be. */
  protected final Site site;

  private final Kind kind;
  private final Set<String> others;
  private final Boot boot;
  private final ConfigRights rights;
  private final Restore restore;

  /**
   * Creates a site's guests.
   *
   * @param others parameters of the call that are no configuration
   */
  protected Creation(Site site, Kind kind, Set<String> others, Boot boot, Backups backups) {
    this.site = site;
    this.kind = kind;
    this.others = others;
    this.boot = boot;
    this.rights = new ConfigRights(site.access(), site.nodes());
    this.restore = new Restore(site, kind, backups, this::renew, boot::autostart);
  }

  @Override
  public final String handle(MethodCall call) throws InterruptedException {
    var archive = archive(call);
    if (archive != null) {
      return restore.start(call, archive, others);
    }
    var pool = call.text("pool");
    checkCaller(call, pool);
    var config = GuestConfigKeys.of(call, others);
    rights.check(call.caller(), kind, call.vmid(), pool, config.keySet(), config);
    complete(call, config);
    reserve(call);
    return site.task(kind, "create", call, worker -> create(call, config, worker));
  }

  /** The archive to make the guest from, or null for a new one. */
  protected abstract @Nullable String archive(MethodCall call);

  /** Gives the configuration of a restored guest addresses and ids of its own. */
  protected abstract void renew(Map<String, String> config);

  /** Refuses callers who may not create that guest. */
  protected abstract void checkCaller(MethodCall call, @Nullable String pool);

  /** Checks the configuration, and adds to it what is known at once. */
  protected abstract void complete(MethodCall call, Map<String, String> config);

  /** Makes the guest's volumes and writes its configuration. */
  protected abstract void write(MethodCall call, Map<String, String> config, TaskProcess worker)
      throws InterruptedException;

  /** Refuses callers who may create neither that guest nor guests in that pool. */
  protected final void checkAllocate(MethodCall call, @Nullable String pool) {
    var caller = call.caller();
    if (!site.access().allows(caller, "/vms/" + call.vmid(), "VM.Allocate")
        && (pool == null || !site.access().allows(caller, "/pool/" + pool, "VM.Allocate"))) {
      throw AccessControl.refusal();
    }
  }

  /** Refuses a pool that does not exist. */
  protected final void checkPool(@Nullable String pool) {
    if (pool != null && site.pools().find(pool).isEmpty()) {
      throw new Failure("pool '%s' does not exist".formatted(pool));
    }
  }

  /** Why the guest could not be created. */
  protected final Failure failure(MethodCall call, Failure cause) {
    return new Failure(
        "unable to create %s %d - %s".formatted(kind.title(), call.vmid(), cause.text()));
  }

  /** Takes the VMID, so that nobody else can. */
  private void reserve(MethodCall call) throws InterruptedException {
    var config = Map.of("lock", "create");
    var guest = Guest.stopped(call.vmid(), kind, call.node(), config);
    try {
      locked(
          call,
          RESERVATION_SECONDS,
          FileLocks.Waiter.SILENT,
          () -> {
            site.guests().add(guest);
            return guest;
          });
    } catch (Failure e) {
      throw failure(call, e);
    }
  }

  private void create(MethodCall call, Map<String, String> config, TaskProcess worker)
      throws InterruptedException {
    var seconds = kind == Kind.LXC ? GuestLocks.USUAL : 1;
    try {
      locked(
          call,
          seconds,
          worker,
          () -> {
            write(call, config, worker);
            var pool = call.text("pool");
            if (pool != null) {
              site.pools().add(pool, call.vmid());
            }
            return call;
          });
    } catch (Failure e) {
      site.guests().remove(call.vmid());
      throw kind == Kind.LXC ? failure(call, e) : e;
    } catch (InterruptedException e) {
      site.guests().remove(call.vmid());
      throw e;
    }
    afterwards(call, worker);
  }

  private void locked(
      MethodCall call, int seconds, FileLocks.Waiter waiter, FileLocks.Work<Object> work)
      throws InterruptedException {
    site.locks().with(kind, call.node(), call.vmid(), seconds, waiter, work);
  }

  private void afterwards(MethodCall call, TaskProcess worker) {
    var starts = call.flag("start");
    if (starts && kind == Kind.LXC) {
      boot.autostart(call.node(), call.vmid(), call.caller());
    }
    if (call.flag("ha-managed")) {
      worker.log("Add as HA resource");
      var state = starts ? "started" : "stopped";
      site.ha().put(new Ha.Service(kind.service(call.vmid()), state, 1, 1, null, null));
    }
    if (starts && kind == Kind.QEMU) {
      worker.log("Execute autostart");
      boot.autostart(call.node(), call.vmid(), call.caller());
    }
  }
}
