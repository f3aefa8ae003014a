package direttore.simulator.pve.backup;

import direttore.simulator.pve.api.Failure;
import direttore.simulator.pve.guest.Guest;
import direttore.simulator.pve.guest.GuestLocks;
import direttore.simulator.pve.guest.Kind;
import direttore.simulator.pve.guest.PropertyString;
import direttore.simulator.pve.guest.Run;
import direttore.simulator.pve.site.Site;
import direttore.simulator.pve.storage.Size;
import direttore.simulator.pve.storage.Storage;
import direttore.simulator.pve.storage.StoredVolume;
import direttore.simulator.pve.storage.Volid;
import direttore.simulator.pve.task.TaskProcess;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** One run of vzdump over some guests. */
final class BackupJob {
  private static final DateTimeFormatter IN_NAME =
      DateTimeFormatter.ofPattern("uuuu_MM_dd-HH_mm_ss").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter IN_LOG =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
  private static final int STOP_PART = 4;

  private final Site site;
  private final Backups backups;
  private final Order order;
  private final TaskProcess worker;

  BackupJob(Site site, Backups backups, Order order, TaskProcess worker) {
    this.site = site;
    this.backups = backups;
    this.order = order;
    this.worker = worker;
  }

  void run() throws InterruptedException {
    var ids = order.vmids.stream().map(String::valueOf).toList();
    info(
        "starting new backup job: vzdump %s --mode %s --storage %s"
            .formatted(String.join(" ", ids), order.mode, order.storage.id()));
    var failed = false;
    for (var vmid : order.vmids) {
      var guest = site.guests().find(vmid);
      if (guest.isPresent() && !guest.get().node().equals(order.node)) {
        info("skip external VMs: " + vmid);
      } else {
        failed |= !one(vmid);
      }
    }
    if (failed) {
      info("Backup job finished with errors");
      throw new Failure("job errors");
    }
    info("Backup job finished successfully");
  }

  private boolean one(int vmid) throws InterruptedException {
    var begun = worker.now();
    try {
      var guest =
          site.guests()
              .find(vmid)
              .orElseThrow(() -> new Failure("unable to find VM '%d'".formatted(vmid)));
      info("Starting Backup of VM %d (%s)".formatted(vmid, guest.kind().type()));
      info("Backup started at " + IN_LOG.format(begun));
      site.locks()
          .with(
              guest.kind(),
              order.node,
              vmid,
              GuestLocks.USUAL,
              worker,
              () -> {
                dump(vmid, begun);
                return vmid;
              });
      info("Finished Backup of VM %d (%s)".formatted(vmid, took(begun)));
      info("Backup finished at " + IN_LOG.format(worker.now()));
      return true;
    } catch (Failure e) {
      worker.log("ERROR: Backup of VM %d failed - %s".formatted(vmid, e.text()));
      info("Failed at " + IN_LOG.format(worker.now()));
      return false;
    }
  }

  private void dump(int vmid, Instant begun) throws InterruptedException {
    var guest = site.guests().find(vmid).orElseThrow(() -> new Failure("guest vanished"));
    GuestLocks.check(guest);
    info("status = " + (guest.running() ? "running" : "stopped"));
    info("%s Name: %s".formatted(guest.kind().title(), name(guest)));
    var volumes = volumes(guest);
    var path = order.storage.settings().get("path");
    var file = file(guest, begun);
    site.guests().change(vmid, g -> g.with("lock", "backup"));
    try {
      info("backup mode: " + (guest.running() ? order.mode : "stop"));
      if (guest.running() && order.mode.equals("stop")) {
        info("stopping guest");
        worker.spend(site.pace().part(STOP_PART));
        site.guests().change(vmid, g -> g.running(Run.STOPPED));
      }
      info("creating vzdump archive '%s/dump/%s'".formatted(path, file));
      var data = volumes.values().stream().mapToLong(StoredVolume::used).sum();
      if (!site.disks().space().fits(order.storage, order.node, data)) {
        throw new Failure("vma_queue_write: write error - No space left on device");
      }
      worker.spend(site.pace().copying(data));
      keep(guest, volumes, file, data);
      info("archive file size: " + Size.human(data));
    } finally {
      // With the mode stop the guest runs again, whatever came of it.
      site.guests().change(vmid, g -> g.without("lock").running(guest.run()));
    }
  }

  private void keep(Guest guest, SortedMap<String, StoredVolume> volumes, String file, long size) {
    var config = new TreeMap<>(guest.config());
    config.keySet().removeIf(k -> k.startsWith("unused") || k.equals("parent"));
    var archive =
        new StoredVolume(
            StoredVolume.placeOf(order.storage, order.node),
            "backup/" + file,
            "backup",
            file.substring(file.indexOf('.') + 1),
            size,
            size,
            guest.vmid(),
            worker.now().getEpochSecond());
    site.disks().volumes().put(archive);
    backups.put(archive, new Backups.Archive(guest.kind(), guest.vmid(), config, volumes));
  }

  private SortedMap<String, StoredVolume> volumes(Guest guest) {
    var found = new TreeMap<String, StoredVolume>();
    guest
        .config()
        .forEach((key, value) -> {
          var drive = PropertyString.parse(value);
          var volid = Volid.parse(drive.first());
          if (!key.matches("(ide|scsi|virtio|sata|efidisk|tpmstate|mp)\\d+|rootfs")
              || volid == null
              || "cdrom".equals(drive.get("media"))) {
            return;
          }
          if ("0".equals(drive.get("backup"))
              || (key.startsWith("mp") && !"1".equals(drive.get("backup")))) {
            info("exclude disk '%s' '%s' (backup=no)".formatted(key, volid));
            return;
          }
          var volume = site.disks().existing(guest.node(), volid);
          info("include disk '%s' '%s' %s".formatted(key, volid, Size.text(volume.size())));
          found.put(key, volume);
        });
    return found;
  }

  private String file(Guest guest, Instant begun) {
    var packed =
        switch (order.compress) {
          case "1", "lzo" -> ".lzo";
          case "gzip" -> ".gz";
          case "zstd" -> ".zst";
          default -> "";
        };
    return "vzdump-%s-%d-%s.%s%s"
        .formatted(
            guest.kind().type(),
            guest.vmid(),
            IN_NAME.format(begun),
            guest.kind() == Kind.QEMU ? "vma" : "tar",
            packed);
  }

  private static String name(Guest guest) {
    return guest.get("name", guest.get("hostname", String.valueOf(guest.vmid())));
  }

  private String took(Instant begun) {
    var time = Duration.between(begun, worker.now());
    return "%02d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart());
  }

  private void info(String line) {
    worker.log("INFO: " + line);
  }

  /**
   * What is to be backed up.
   *
   * @param mode snapshot, suspend or stop
   * @param compress 0, 1, gzip, lzo or zstd
   */
  record Order(String node, Storage storage, List<Integer> vmids, String mode, String compress) {
    Order {
      vmids = List.copyOf(vmids);
    }
  }
}
