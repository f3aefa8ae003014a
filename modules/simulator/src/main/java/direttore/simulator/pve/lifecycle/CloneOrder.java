package direttore.simulator.pve.lifecycle;

import direttore.simulator.pve.access.Caller;
import direttore.simulator.pve.api.Failure;
import direttore.simulator.pve.api.MethodCall;
import direttore.simulator.pve.guest.Guest;
import direttore.simulator.pve.guest.Kind;
import direttore.simulator.pve.site.Site;
import direttore.simulator.pve.storage.StoredVolume;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the caller of .../clone asks for.
 *
 * @param target the node on which the clone is to be, or null for where the original is
 */
public record CloneOrder(
    Kind kind,
    Caller caller,
    String node,
    int vmid,
    int newid,
    @Nullable String name,
    @Nullable String description,
    @Nullable String pool,
    @Nullable String snapshot,
    @Nullable String storage,
    @Nullable String format,
    @Nullable String full,
    @Nullable String target) {

  /** The order of a call. */
  public static CloneOrder of(Kind kind, MethodCall call) {
    var target = call.text("target");
    return new CloneOrder(
        kind,
        call.caller(),
        call.node(),
        call.vmid(),
        Math.toIntExact(call.parameters().integer("newid", 0)),
        call.text(kind == Kind.QEMU ? "name" : "hostname"),
        call.text("description"),
        call.text("pool"),
        call.text("snapname"),
        call.text("storage"),
        call.text("format"),
        call.text("full"),
        call.node().equals(target) || "localhost".equals(target) ? null : target);
  }

  /** Is everything copied, rather than linked to a template? */
  public boolean isFull(Guest source) {
    return full == null ? !source.isTemplate() : full.equals("1");
  }

  /** Refuses a pool or a node that does not exist. */
  public void checkTarget(Site site) {
    if (pool != null && site.pools().find(pool).isEmpty()) {
      throw new Failure("pool '%s' does not exist".formatted(pool));
    }
    if (target != null && !site.nodes().knows(target)) {
      throw new Failure("no such cluster node '%s'".formatted(target));
    }
  }

  /** Makes the clone and moves it to where it is to be; nothing is left where that fails. */
  public void carryOut(Site site, Copy copy) {
    var fresh = new ArrayList<StoredVolume>();
    try {
      copy.make(fresh);
      place(site);
    } catch (Failure e) {
      undo(site, fresh);
      throw new Failure("clone failed: " + e.text());
    } catch (InterruptedException e) {
      undo(site, fresh);
      throw new Failure("clone failed: interrupted by signal");
    }
  }

  private void place(Site site) {
    if (target != null) {
      var guest = site.guests().load(kind, node, newid);
      var moved = Guest.stopped(newid, kind, target, guest.config());
      site.guests().change(newid, g -> moved);
    }
    if (pool != null) {
      site.pools().add(pool, newid);
    }
  }

  private void undo(Site site, List<StoredVolume> fresh) {
    fresh.forEach(site.disks()::discard);
    site.guests().remove(newid);
  }

  /** How a clone is made. */
  @FunctionalInterface
  public interface Copy {

    /** Makes it, and notes each volume that it makes. */
    void make(List<StoredVolume> fresh) throws InterruptedException;
  }
}
