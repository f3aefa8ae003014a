package direttore.simulator.pve.disk;

import direttore.simulator.pve.api.Failure;
import direttore.simulator.pve.api.MethodCall;
import direttore.simulator.pve.api.Router;
import direttore.simulator.pve.guest.Guest;
import direttore.simulator.pve.guest.GuestLocks;
import direttore.simulator.pve.guest.Kind;
import direttore.simulator.pve.guest.PropertyString;
import direttore.simulator.pve.schema.ParameterErrors;
import direttore.simulator.pve.site.Site;
import direttore.simulator.pve.storage.Copying;
import direttore.simulator.pve.storage.Disks;
import direttore.simulator.pve.storage.Size;
import direttore.simulator.pve.storage.StoredVolume;
import direttore.simulator.pve.storage.Volid;
import direttore.simulator.pve.task.TaskProcess;
import java.util.TreeMap;

/** Moves a disk to another storage: .../qemu/{vmid}/move_disk and .../lxc/{vmid}/move_volume. */
public final class MoveRoutes {
  private static final String NEITHER =
      "both 'storage' and 'target-vmid' missing, either needs to be set";

  private final Site site;
  private final Kind kind;
  private final Copying copying;
  private final Reassign reassign;

  /** The routes over the site's guests of that kind. */
  public MoveRoutes(Site site, Kind kind) {
    this.site = site;
    this.kind = kind;
    this.copying = new Copying(site.disks(), site.pace());
    this.reassign = new Reassign(site, kind);
  }

  /** Adds the route. */
  public void addTo(Router router) {
    var guest = "/nodes/{node}/%s/{vmid}".formatted(kind.type());
    router.on("POST", guest + (kind == Kind.QEMU ? "/move_disk" : "/move_volume"), this::move);
  }

  /** The parameter that names what is moved. */
  static String what(Kind kind) {
    return kind == Kind.QEMU ? "disk" : "volume";
  }

  /** The type of the task. */
  static String task(Kind kind) {
    return kind == Kind.QEMU ? "qmmove" : "move_volume";
  }

  private String move(MethodCall call) {
    if (call.text("target-vmid") != null) {
      return reassign.start(call);
    }
    var storage = call.text("storage");
    if (storage == null) {
      var errors = new TreeMap<String, String>();
      errors.put("storage", NEITHER);
      errors.put("target-vmid", NEITHER);
      throw new ParameterErrors(errors);
    }
    site.access().require(call.caller(), "/storage/" + storage, "Datastore.AllocateSpace");
    checked(call);
    return site.tasks()
        .start(
            call.node(),
            task(kind),
            String.valueOf(call.vmid()),
            call.caller(),
            worker -> site.locks().with(kind, call, worker, () -> copied(call, worker)));
  }

  private Guest checked(MethodCall call) {
    var key = call.required(what(kind));
    if (key.startsWith("unused")) {
      throw new Failure(
          "cannot move %s '%s', only configured %ss can be moved to another storage"
              .formatted(what(kind), key, what(kind)));
    }
    var guest = site.guests().load(kind, call.node(), call.vmid());
    GuestLocks.check(guest);
    GuestLocks.checkDigest(guest, call.text("digest"));
    var volume = volume(guest, key);
    if (kind == Kind.LXC && guest.running()) {
      throw new Failure("cannot move volumes of a running container");
    }
    var storage = site.disks().storages().enabled(call.required("storage"), call.node());
    var format = call.text("format");
    if (volume.storage().equals(storage.id())
        && (format == null || format.equals(volume.format()))) {
      throw new Failure(
          kind == Kind.QEMU
              ? "you can't move to the same storage with same format"
              : "you can't move to the same storage");
    }
    if (call.flag("delete") && isInSnapshot(guest, volume)) {
      throw new Failure(
          "you can't move a %s with snapshots and delete the source".formatted(what(kind)));
    }
    if (!storage.holds(kind == Kind.QEMU ? "images" : "rootdir")) {
      throw new Failure(
          "storage '%s' does not support content-type '%s'"
              .formatted(storage.id(), kind == Kind.QEMU ? "images" : "rootdir"));
    }
    return guest;
  }

  private StoredVolume volume(Guest guest, String key) {
    var value = guest.get(key);
    if (value == null) {
      throw new Failure("%s '%s' does not exist".formatted(what(kind), key));
    }
    if (value.contains("media=cdrom")) {
      throw new Failure("you can't move a cdrom");
    }
    var volid = Volid.parse(PropertyString.parse(value).first());
    if (volid == null) {
      throw new Failure("%s '%s' has no associated volume".formatted(what(kind), key));
    }
    return site.disks().existing(guest.node(), volid);
  }

  /** Is the volume what a snapshot holds as well? */
  static boolean isInSnapshot(Guest guest, StoredVolume volume) {
    return guest.snapshots().values().stream()
        .flatMap(s -> s.values().stream())
        .anyMatch(v -> PropertyString.parse(v).first().equals(volume.volid()));
  }

  private Guest copied(MethodCall call, TaskProcess worker) throws InterruptedException {
    var guest = checked(call);
    var key = call.required(what(kind));
    var source = volume(guest, key);
    var storage = site.disks().storages().enabled(call.required("storage"), call.node());
    var wanted = call.text("format") == null ? source.format() : call.required("format");
    var request =
        new Disks.Request(
            guest.node(),
            storage.id(),
            guest.vmid(),
            source.content(),
            storage.supports(wanted) ? wanted : storage.defaultFormat(),
            "",
            source.size());
    if (kind == Kind.LXC) {
      site.guests().change(guest.vmid(), g -> g.with("lock", "disk"));
    }
    worker.log("create full clone of drive %s (%s)".formatted(key, source.volid()));
    StoredVolume made = null;
    try {
      made = site.disks().allocate(request, worker);
      if (guest.running()) {
        worker.log("drive mirror is starting for drive-" + key);
      }
      copying.copy(guest.node(), source, made, "storage migration failed", worker);
    } catch (Failure | InterruptedException e) {
      if (made != null) {
        site.disks().discard(made);
      }
      site.guests().change(guest.vmid(), this::unlocked);
      throw e;
    }
    var moved = pointed(guest, key, made);
    if (call.flag("delete")) {
      site.guests().change(guest.vmid(), g -> unlocked(moved));
      site.disks().free(guest.node(), source, worker);
      return moved;
    }
    return site.guests()
        .change(guest.vmid(), g -> unlocked(moved.with(unused(moved), source.volid())));
  }

  private Guest unlocked(Guest guest) {
    return kind == Kind.LXC ? guest.without("lock") : guest;
  }

  private static Guest pointed(Guest guest, String key, StoredVolume volume) {
    var value = PropertyString.parse(guest.get(key, "")).without("format").without("file");
    return guest.with(
        key, value.with("size", Size.text(volume.size())).withFirst(volume.volid()).text());
  }

  /** The first key that is free for a disk which is not attached. */
  static String unused(Guest guest) {
    var n = 0;
    while (guest.get("unused" + n) != null) {
      n++;
    }
    return "unused" + n;
  }
}
