package direttore.simulator.pve.disk;

import direttore.simulator.pve.api.Failure;
import direttore.simulator.pve.api.MethodCall;
import direttore.simulator.pve.api.Router;
import direttore.simulator.pve.guest.Guest;
import direttore.simulator.pve.guest.GuestLocks;
import direttore.simulator.pve.guest.Kind;
import direttore.simulator.pve.guest.PropertyString;
import direttore.simulator.pve.site.Site;
import direttore.simulator.pve.storage.Size;
import direttore.simulator.pve.storage.StoredVolume;
import direttore.simulator.pve.storage.Volid;
import direttore.simulator.pve.task.TaskProcess;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The routes .../resize and .../template of one kind of guests. */
public final class DiskRoutes {
  private static final int RESIZE_PART = 8;
  private static final int TEMPLATE_PART = 4;
  private static final long BLOCK = 4_096;

  private final Site site;
  private final Kind kind;

  /** The routes over the site's guests of that kind. */
  public DiskRoutes(Site site, Kind kind) {
    this.site = site;
    this.kind = kind;
  }

  /** Adds the routes. */
  public void addTo(Router router) {
    var guest = "/nodes/{node}/%s/{vmid}".formatted(kind.type());
    router
        .on("PUT", guest + "/resize", this::resize)
        .on("POST", guest + "/template", this::template);
  }

  private Object resize(MethodCall call) {
    site.guests().load(kind, call.node(), call.vmid());
    return site.tasks()
        .start(
            call.node(),
            "resize",
            String.valueOf(call.vmid()),
            call.caller(),
            worker -> site.locks().with(kind, call, worker, () -> grow(call, worker)));
  }

  private Guest grow(MethodCall call, TaskProcess worker) throws InterruptedException {
    var guest = site.guests().load(kind, call.node(), call.vmid());
    GuestLocks.checkDigest(guest, call.text("digest"));
    GuestLocks.check(guest);
    var key = call.required("disk");
    var volume = volume(guest, key);
    var wanted = wanted(call.required("size"), volume.size());
    if (wanted < volume.size()) {
      throw new Failure(
          kind == Kind.QEMU ? "shrinking disks is not supported" : "unable to shrink disk size");
    }
    if (wanted == volume.size()) {
      if (kind == Kind.LXC) {
        throw new Failure("disk is already at specified size");
      }
      return guest;
    }
    worker.spend(site.pace().part(RESIZE_PART));
    tell(guest, volume, wanted, worker);
    site.disks().volumes().put(volume.sized(wanted));
    var text = PropertyString.parse(guest.get(key, "")).with("size", Size.text(wanted)).text();
    return site.guests().change(guest.vmid(), g -> g.with(key, text));
  }

  private StoredVolume volume(Guest guest, String key) {
    var value = guest.get(key);
    if (value == null) {
      throw new Failure(
          kind == Kind.QEMU
              ? "disk '%s' does not exist".formatted(key)
              : "mount point '%s' does not exist".formatted(key));
    }
    if (value.contains("media=cdrom")) {
      throw new Failure("you can't resize a cdrom");
    }
    var volid = Volid.parse(PropertyString.parse(value).first());
    if (volid == null) {
      throw new Failure("disk '%s' has no associated volume".formatted(key));
    }
    return site.disks().existing(guest.node(), volid);
  }

  private static long wanted(String text, long now) {
    var adds = text.startsWith("+");
    var size = Size.parse(adds ? text.substring(1) : text);
    if (size == null) {
      throw new Failure("invalid size string");
    }
    return adds ? now + size : size;
  }

  private void tell(Guest guest, StoredVolume volume, long wanted, TaskProcess worker) {
    var storage = site.disks().storages().get(volume.storage());
    if (storage.holdsFiles()) {
      worker.log("Image resized.");
    } else {
      worker.log(
          "  Size of logical volume pve/%s changed from %s (%d extents) to %s (%d extents)."
              .formatted(
                  volume.name(),
                  Size.human(volume.size()),
                  volume.size() >> 22,
                  Size.human(wanted),
                  wanted >> 22));
      worker.log("  Logical volume pve/%s successfully resized.".formatted(volume.name()));
    }
    if (kind == Kind.LXC && !guest.running()) {
      worker.log("e2fsck 1.47.2 (1-Jan-2025)");
      worker.log("resize2fs 1.47.2 (1-Jan-2025)");
      worker.log("Resizing the filesystem to %d (4k) blocks.".formatted(wanted / BLOCK));
    }
  }

  private @Nullable Object template(MethodCall call) throws InterruptedException {
    convertible(call);
    if (kind == Kind.LXC) {
      convert(call);
      return null;
    }
    return site.task(
        kind,
        "template",
        call,
        worker ->
            site.locks()
                .with(
                    kind,
                    call,
                    worker,
                    () -> {
                      convertible(call);
                      worker.spend(site.pace().part(TEMPLATE_PART));
                      return convert(call);
                    }));
  }

  private void convertible(MethodCall call) {
    var guest = site.guests().load(kind, call.node(), call.vmid());
    GuestLocks.check(guest);
    if (!guest.snapshots().isEmpty()) {
      throw new Failure(
          "unable to create template, because %s contains snapshots".formatted(kind.title()));
    }
    if (guest.isTemplate() && call.text("disk") == null) {
      throw new Failure("you can't convert a template to a template");
    }
    if (guest.running()) {
      throw new Failure(
          "you can't convert a %s to template if %s is running"
              .formatted(kind.title(), kind == Kind.QEMU ? "VM" : "the CT"));
    }
  }

  private Guest convert(MethodCall call) {
    var guest = site.guests().load(kind, call.node(), call.vmid());
    var only = call.text("disk");
    var config = new TreeMap<>(guest.config());
    config.put("template", "1");
    config.replaceAll((key, value) ->
        isDisk(key, value) && (only == null || only.equals(key)) ? based(guest, value) : value);
    return site.guests().change(guest.vmid(), g -> g.configured(config));
  }

  private String based(Guest guest, String value) {
    var drive = PropertyString.parse(value);
    var volid = Volid.parse(drive.first());
    if (volid == null) {
      return value;
    }
    var volume = site.disks().existing(guest.node(), volid);
    return volume.isBase() ? value : drive.withFirst(site.disks().toBase(volume).volid()).text();
  }

  private static boolean isDisk(String key, String value) {
    return key.matches("(ide|scsi|virtio|sata|efidisk|tpmstate|mp)\\d+|rootfs")
        && !value.contains("media=cdrom");
  }
}
