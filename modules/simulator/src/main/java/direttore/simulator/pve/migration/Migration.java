package direttore.simulator.pve.migration;

import direttore.simulator.pve.api.Failure;
import direttore.simulator.pve.guest.Guest;
import direttore.simulator.pve.guest.GuestLocks;
import direttore.simulator.pve.guest.Kind;
import direttore.simulator.pve.guest.PropertyString;
import direttore.simulator.pve.guest.Run;
import direttore.simulator.pve.site.Site;
import direttore.simulator.pve.storage.Copying;
import direttore.simulator.pve.storage.StoredVolume;
import direttore.simulator.pve.task.TaskProcess;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One migration (PVE::AbstractMigrate, QemuMigrate and LXC::Migrate). */
final class Migration {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss ").withZone(ZoneOffset.UTC);
  private static final String SCAN =
      "Problem found while scanning volumes - can't migrate VM - check log";
  private static final int STEP_PART = 4;

  private final Site site;
  private final Order order;
  private final TaskProcess worker;
  private final Instant begun;

  Migration(Site site, Order order, TaskProcess worker) {
    this.site = site;
    this.order = order;
    this.worker = worker;
    this.begun = worker.now();
  }

  void run() throws InterruptedException {
    if (order.managed) {
      worker.spend(site.pace().unit());
    }
    site.locks()
        .with(
            order.kind,
            order.node,
            order.vmid,
            GuestLocks.USUAL,
            worker,
            () -> {
              carryOut();
              return order;
            });
  }

  private void carryOut() throws InterruptedException {
    var guest = site.guests().load(order.kind, order.node, order.vmid);
    try {
      prepare(guest);
    } catch (Failure e) {
      throw aborted(e.text());
    }
    say(
        "starting migration of %s %d to node '%s' (%s)"
            .formatted(
                order.kind.title(),
                order.vmid,
                order.target,
                site.nodes().get(order.target).address()));
    site.guests().change(order.vmid, g -> g.with("lock", "migrate"));
    var made = new ArrayList<StoredVolume>();
    try {
      move(guest, made);
    } catch (Failure e) {
      say("aborting phase 1 - cleanup resources");
      undo(made);
      throw aborted(e.text());
    } catch (InterruptedException e) {
      undo(made);
      throw e;
    }
    say("migration finished successfully (duration %s)".formatted(took()));
  }

  private void prepare(Guest guest) {
    GuestLocks.check(guest);
    if (guest.running() && !order.online && !order.restart) {
      throw new Failure(
          order.kind == Kind.QEMU
              ? "can't migrate running VM without --online"
              : "can't migrate running container without --online or --restart");
    }
    if (order.kind == Kind.LXC && guest.running() && !order.restart) {
      throw new Failure("lxc live migration is currently not implemented");
    }
    var devices = localDevices(guest);
    if (!devices.isEmpty() && (guest.running() || !order.force)) {
      throw new Failure("can't migrate VM which uses local devices: " + String.join(", ", devices));
    }
    if (!site.nodes().isOnline(order.target)) {
      throw new Failure("Can't connect to destination address using public key");
    }
  }

  /** The devices of the node itself, which a VM cannot take along. */
  static List<String> localDevices(Guest guest) {
    return guest.config().entrySet().stream()
        .filter(e ->
            e.getKey().matches("hostpci\\d+|parallel\\d+")
                || (e.getKey().matches("usb\\d+") && !e.getValue().contains("spice"))
                || (e.getKey().matches("serial\\d+") && !e.getValue().equals("socket")))
        .map(Map.Entry::getKey)
        .toList();
  }

  private void move(Guest guest, List<StoredVolume> made) throws InterruptedException {
    var local = LocalVolumes.local(guest, site);
    scan(guest, local);
    if (order.kind == Kind.LXC && guest.running()) {
      say("shutdown CT " + order.vmid);
      worker.spend(site.pace().part(STEP_PART));
    }
    var names = new HashMap<String, String>();
    for (var used : local.values()) {
      var copied = copied(guest, used);
      made.add(copied);
      names.put(used.volume().volid(), copied.volid());
    }
    if (guest.running() && order.kind == Kind.QEMU) {
      say("starting VM %d on remote node '%s'".formatted(order.vmid, order.target));
      say("start migrate command to unix:/run/qemu-server/%d.migrate".formatted(order.vmid));
      worker.spend(site.pace().unit());
    }
    worker.spend(site.pace().part(STEP_PART));
    local.values().forEach(u -> site.disks().discard(u.volume()));
    var run =
        guest.running()
            ? Run.started(site.ids().pid(), runsSince(guest)).pausing(guest.run().paused())
            : Run.STOPPED;
    site.guests()
        .change(
            order.vmid,
            g ->
                g.without("lock")
                    .renaming(v -> renamed(v, names))
                    .movedTo(order.target)
                    .running(run));
    if (order.kind == Kind.LXC && guest.running()) {
      say("start container on target node");
    }
  }

  /** A VM keeps running; a container starts anew. */
  private long runsSince(Guest guest) {
    return order.kind == Kind.QEMU ? guest.run().since() : worker.now().getEpochSecond();
  }

  private void scan(Guest guest, Map<String, LocalVolumes.Used> local) {
    var wrong = false;
    for (var used : local.values()) {
      say(
          "found local %s '%s' (%s)"
              .formatted(
                  order.kind == Kind.QEMU ? "disk" : "volume",
                  used.volid(),
                  used.isUnused() ? "unused" : "attached"));
      var why = trouble(guest, used);
      if (!why.isEmpty()) {
        say("ERROR: can't migrate local disk '%s': %s".formatted(used.volid(), why));
        wrong = true;
      }
    }
    if (wrong) {
      say("ERROR: " + SCAN);
      throw new Failure(SCAN);
    }
  }

  private String trouble(Guest guest, LocalVolumes.Used used) {
    if (used.cdrom() && !used.volid().name().contains("cloudinit")) {
      return "local cdrom image";
    }
    if (order.kind == Kind.QEMU && guest.running() && !order.withDisks && !used.isUnused()) {
      return "can't live migrate attached local disks without with-local-disks option";
    }
    var files = site.disks().storages().get(used.volid().storage()).holdsFiles();
    if (!guest.snapshots().isEmpty() && !(files && used.volume().format().equals("qcow2"))) {
      return "non-migratable snapshot exists";
    }
    return "";
  }

  private StoredVolume copied(Guest guest, LocalVolumes.Used used) throws InterruptedException {
    var storage =
        site.disks()
            .storages()
            .enabled(order.storages.target(used.volid().storage()), order.target);
    say(
        guest.running() && !used.isUnused()
            ? "drive mirror is starting for drive-" + used.key()
            : "copying local disk image: " + used.volid());
    var made = site.disks().place(used.volume(), storage, order.target, worker);
    try {
      new Copying(site.disks(), site.pace())
          .copy(order.target, used.volume(), made, "storage migration failed", worker);
    } catch (Failure | InterruptedException e) {
      site.disks().discard(made);
      throw e;
    }
    say("volume '%s' is '%s' on the target".formatted(used.volid(), made.volid()));
    return site.disks().volumes().find(made.place(), made.name()).orElse(made);
  }

  private static String renamed(String value, Map<String, String> names) {
    var text = PropertyString.parse(value);
    var name = names.get(text.first());
    return name == null ? value : text.withFirst(name).text();
  }

  private void undo(List<StoredVolume> made) {
    made.forEach(site.disks()::discard);
    site.guests().change(order.vmid, g -> g.without("lock"));
  }

  private Failure aborted(String why) {
    say("ERROR: migration aborted (duration %s): %s".formatted(took(), why));
    return new Failure("migration aborted");
  }

  private String took() {
    var time = Duration.between(begun, worker.now());
    return "%02d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart());
  }

  private void say(String line) {
    worker.log(STAMP.format(worker.now()) + line);
  }

  /**
   * What is to move.
   *
   * @param restart a container is shut down and started again
   * @param withDisks of a running VM too
   * @param force a stopped VM goes without its local devices
   * @param managed asked for by the high availability manager
   */
  record Order(
      Kind kind,
      String node,
      int vmid,
      String target,
      boolean online,
      boolean restart,
      boolean withDisks,
      boolean force,
      StorageMap storages,
      boolean managed) {
    Order(
        Kind kind,
        String node,
        int vmid,
        String target,
        boolean online,
        boolean restart,
        boolean withDisks,
        boolean force,
        StorageMap storages) {
      this(kind, node, vmid, target, online, restart, withDisks, force, storages, false);
    }

    /** The same, carried out by the manager, for whom a running guest is no obstacle. */
    Order byManager() {
      return new Order(
          kind, node, vmid, target, true, kind == Kind.LXC, withDisks, force, storages, true);
    }
  }
}
