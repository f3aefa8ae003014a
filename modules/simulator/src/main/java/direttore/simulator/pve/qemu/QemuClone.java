package direttore.simulator.pve.qemu;

import direttore.simulator.pve.api.Failure;
import direttore.simulator.pve.api.Handler;
import direttore.simulator.pve.api.MethodCall;
import direttore.simulator.pve.guest.Guest;
import direttore.simulator.pve.guest.Kind;
import direttore.simulator.pve.guest.PropertyString;
import direttore.simulator.pve.lifecycle.CloneOrder;
import direttore.simulator.pve.lock.FileLocks;
import direttore.simulator.pve.site.Site;
import direttore.simulator.pve.storage.Copying;
import direttore.simulator.pve.storage.Disks;
import direttore.simulator.pve.storage.Size;
import direttore.simulator.pve.storage.StoredVolume;
import direttore.simulator.pve.storage.Volid;
import direttore.simulator.pve.task.TaskProcess;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Clones a virtual machine: POST /nodes/{node}/qemu/{vmid}/clone. */
final class QemuClone implements Handler {
  private final Site site;
  private final Copying copying;

  QemuClone(Site site, Copying copying) {
    this.site = site;
    this.copying = copying;
  }

  @Override
  public String handle(MethodCall call) {
    var order = CloneOrder.of(Kind.QEMU, call);
    var running = ClonePlan.of(order, site).source().running();
    return site.task(Kind.QEMU, "clone", call, worker -> locked(order, running, worker));
  }

  private void locked(CloneOrder order, boolean running, TaskProcess worker)
      throws InterruptedException {
    FileLocks.Work<Object> inner =
        () ->
            site.locks()
                .with(
                    Kind.QEMU,
                    order.node(),
                    order.newid(),
                    1,
                    worker,
                    () -> {
                      clone(order, running, worker);
                      return order;
                    });
    if (running) {
      site.locks().with(Kind.QEMU, order.node(), order.vmid(), 1, worker, inner);
    } else {
      site.locks().shared(Kind.QEMU, order.node(), order.vmid(), 1, worker, inner);
    }
  }

  private void clone(CloneOrder order, boolean running, TaskProcess worker) {
    var plan = ClonePlan.of(order, site);
    if (plan.source().running() != running) {
      throw new Failure("unexpected state change");
    }
    worker.log("creating a clone of VM %d with ID %d".formatted(order.vmid(), order.newid()));
    var config = configuration(order, plan);
    reserve(order);
    order.carryOut(
        site,
        fresh -> {
          drives(order, plan, config, fresh, worker);
          worker.spend(site.pace().part(8));
          config.remove("lock");
          site.guests().change(order.newid(), g -> g.configured(config));
        });
  }

  private Map<String, String> configuration(CloneOrder order, ClonePlan plan) {
    var config = new TreeMap<>(plan.config());
    config.put("lock", "clone");
    config.put(
        "smbios1",
        PropertyString.parse(config.getOrDefault("smbios1", ""))
            .with("uuid", site.ids().uuid())
            .text());
    config.computeIfPresent("vmgenid", (key, value) -> site.ids().uuid());
    var oldName = plan.source().get("name", String.valueOf(order.vmid()));
    config.put("name", order.name() == null ? "Copy-of-VM-" + oldName : order.name());
    if (order.description() != null) {
      config.put("description", order.description());
    }
    return config;
  }

  /** The temporary configuration, whose comment line reads back as its description. */
  private void reserve(CloneOrder order) {
    var config = Map.of("lock", "clone", "description", " qmclone temporary file");
    try {
      site.guests().add(Guest.stopped(order.newid(), Kind.QEMU, order.node(), config));
    } catch (Failure e) {
      throw new Failure(
          "close (rename) atomic file '/etc/pve/%s' failed: File exists"
              .formatted(Kind.QEMU.file(order.node(), order.newid())));
    }
  }

  private void drives(
      CloneOrder order,
      ClonePlan plan,
      Map<String, String> config,
      List<StoredVolume> fresh,
      TaskProcess worker)
      throws InterruptedException {
    var full = order.isFull(plan.source());
    for (var drive : plan.drives().entrySet()) {
      var value = drive.getValue();
      var volid = Volid.parse(Drives.volume(value));
      if (volid != null) {
        var source = site.disks().existing(order.node(), volid);
        var copied = full || Drives.isCloudinit(value) || drive.getKey().startsWith("tpmstate");
        worker.log(
            "create %s clone of drive %s (%s)"
                .formatted(copied ? "full" : "linked", drive.getKey(), volid));
        var made =
            copied ? copy(order, value, source, fresh, worker) : link(order, source, fresh, worker);
        var printed = PropertyString.parse(value).without("format").without("file");
        config.put(
            drive.getKey(),
            printed.with("size", Size.text(made.size())).withFirst(made.volid()).text());
        var written = new TreeMap<>(config);
        site.guests().change(order.newid(), g -> g.configured(written));
      }
    }
  }

  private StoredVolume link(
      CloneOrder order, StoredVolume source, List<StoredVolume> fresh, TaskProcess worker)
      throws InterruptedException {
    var made = site.disks().link(order.node(), source, order.newid(), worker);
    fresh.add(made);
    return made;
  }

  private StoredVolume copy(
      CloneOrder order,
      String value,
      StoredVolume source,
      List<StoredVolume> fresh,
      TaskProcess worker)
      throws InterruptedException {
    var storageId = order.storage() == null ? source.storage() : order.storage();
    var storage = site.disks().storages().enabled(storageId, order.node());
    var wanted = order.format() == null ? source.format() : order.format();
    var format = storage.supports(wanted) ? wanted : storage.defaultFormat();
    var name = "";
    if (Drives.isCloudinit(value)) {
      name = "vm-%d-cloudinit%s".formatted(order.newid(), storage.holdsFiles() ? "." + format : "");
    }
    var request =
        new Disks.Request(
            order.node(), storageId, order.newid(), "images", format, name, source.size());
    var made = site.disks().allocate(request, worker);
    fresh.add(made);
    worker.log("allocated target volume '%s'".formatted(made.volid()));
    if (!Drives.isCloudinit(value)) {
      copying.copy(order.node(), source, made, "convert", worker);
    }
    return made;
  }
}
