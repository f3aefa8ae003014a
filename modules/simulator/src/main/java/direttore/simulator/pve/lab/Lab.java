package direttore.simulator.pve.lab;

import direttore.simulator.pve.guest.Guest;
import direttore.simulator.pve.guest.Guests;
import direttore.simulator.pve.guest.Kind;
import direttore.simulator.pve.guest.Run;
import direttore.simulator.pve.ha.Ha;
import direttore.simulator.pve.job.Jobs;
import direttore.simulator.pve.pool.PoolTable;
import direttore.simulator.pve.site.Ids;
import direttore.simulator.pve.site.Site;
import direttore.simulator.pve.storage.Size;
import direttore.simulator.pve.storage.Storage;
import direttore.simulator.pve.storage.StoredVolume;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Fills a new cluster: media, templates and guests in different states. */
public final class Lab {
  private static final long GIB = 1L << 30;
  private static final int FIRST_EXTRA = 1_000;

  private final Site site;
  private final Ids ids;
  private final List<String> nodes;
  private final long now;

  /** A lab on that site. */
  public Lab(Site site) {
    this.site = site;
    this.ids = site.ids();
    this.nodes = site.nodes().all().stream().map(n -> n.name()).toList();
    this.now = site.now();
  }

  /**
   * Fills it.
   *
   * @param guests how many guests there are in the end, at least those that every lab has
   */
  public void fill(int guests, long seed) {
    new Media(site.disks().storages(), site.disks().volumes(), now).place(nodes);
    templates();
    machines();
    containers();
    site.pools().put(new PoolTable.Pool("course", "Network course", Set.of(200), Set.of()));
    var random = new SplittableRandom(seed);
    var missing = guests - site.guests().all().size();
    for (var vmid = FIRST_EXTRA; missing > 0; vmid++) {
      if (site.guests().find(vmid).isEmpty()) {
        extra(vmid, random);
        missing--;
      }
    }
  }

  private void templates() {
    var first = nodes.getFirst();
    vm(9000, first, "debian-12-cloud", "local-lvm", 10, true)
        .set("template", "1")
        .set("agent", "enabled=1")
        .set("ide2", cloudinit(first, 9000, "local-lvm"))
        .stopped();
    vm(9001, first, "ubuntu-24-cloud", "nfs", 12, true)
        .set("template", "1")
        .set("agent", "enabled=1")
        .set("ide2", cloudinit(first, 9001, "nfs"))
        .stopped();
    ct(9100, first, "debian-12-base", 4, true).set("template", "1").stopped();
  }

  private void machines() {
    var first = nodes.getFirst();
    var second = nodes.getLast();
    vm(200, first, "gateway", "local-lvm", 16, false)
        .set("agent", "enabled=1")
        .set("onboot", "1")
        .set("tags", "course;router")
        .running();
    vm(201, second, "web", "nfs", 32, false).set("agent", "enabled=1").running();
    vm(202, first, "backup-target", "local-lvm", 64, false).set("lock", "backup").running();
    vm(203, second, "old-desktop", "local-lvm", 40, false).set("tags", "deaf").running();
    vm(204, first, "exam-server", "nfs", 20, false).set("agent", "enabled=1").running();
    vm(205, second, "spare", "local-lvm", 8, false).stopped();
    vm(206, first, "licence-server", "local-lvm", 8, false).set("protection", "1").stopped();
    site.jobs().put(new Jobs.Backup("backup-nightly", "02:00", "nfs", List.of(200, 206, 301)));
    site.jobs().put(new Jobs.Replication(205, 0, first, "*/15"));
    site.ha().put(new Ha.Service("vm:204", "started", 1, 1, null, "kept running during exams"));
  }

  private void containers() {
    ct(300, nodes.getFirst(), "dns", 2, false).set("onboot", "1").running();
    ct(301, nodes.getLast(), "git", 8, false).running();
    ct(302, nodes.getLast(), "scratch", 4, false).stopped();
  }

  private void extra(int vmid, SplittableRandom random) {
    var node = nodes.get(vmid % nodes.size());
    var running = random.nextInt(100) < 60;
    var made =
        random.nextInt(100) < 70
            ? vm(vmid, node, "student-" + vmid, "local-lvm", random.nextInt(1, 9) * 4L, false)
            : ct(vmid, node, "lab-" + vmid, random.nextInt(1, 5) * 2L, false);
    made.set("cores", String.valueOf(1 << random.nextInt(0, 3)))
        .set("memory", String.valueOf(512 << random.nextInt(0, 4)))
        .set("tags", "course-" + random.nextInt(1, 20));
    if (running) {
      made.running();
    } else {
      made.stopped();
    }
  }

  private Draft vm(int vmid, String node, String name, String storage, long gib, boolean template) {
    var disk = disk(node, vmid, storage, "images", gib, template);
    return new Draft(vmid, Kind.QEMU, node)
        .set("name", name)
        .set("cores", "2")
        .set("sockets", "1")
        .set("memory", "2048")
        .set("ostype", "l26")
        .set("scsihw", "virtio-scsi-single")
        .set("scsi0", disk.volid() + ",size=" + Size.text(disk.size()))
        .set("net0", "virtio=%s,bridge=vmbr0".formatted(ids.mac()))
        .set("boot", "order=scsi0;net0")
        .set("smbios1", "uuid=" + ids.uuid())
        .set("vmgenid", ids.uuid())
        .set("meta", "creation-qemu=10.1.2,ctime=" + now);
  }

  private Draft ct(int vmid, String node, String name, long gib, boolean template) {
    var disk = disk(node, vmid, "local-lvm", "rootdir", gib, template);
    return new Draft(vmid, Kind.LXC, node)
        .set("hostname", name)
        .set("arch", "amd64")
        .set("cores", "1")
        .set("memory", "512")
        .set("swap", "512")
        .set("ostype", "debian")
        .set("unprivileged", "1")
        .set("rootfs", disk.volid() + ",size=" + Size.text(disk.size()))
        .set("net0", "name=eth0,bridge=vmbr0,hwaddr=%s,ip=dhcp,type=veth".formatted(ids.mac()));
  }

  private StoredVolume disk(
      String node, int vmid, String storageId, String content, long gib, boolean template) {
    var storage = site.disks().storages().get(storageId);
    var file = "%s-%d-disk-0".formatted(template ? "base" : "vm", vmid);
    var format = storage.holdsFiles() ? "qcow2" : "raw";
    var name = storage.holdsFiles() ? "%d/%s.%s".formatted(vmid, file, format) : file;
    var bytes = gib * GIB;
    var volume =
        new StoredVolume(
            StoredVolume.placeOf(storage, node),
            name,
            content,
            format,
            bytes,
            bytes / 4,
            vmid,
            now);
    site.disks().volumes().put(volume);
    return volume;
  }

  private String cloudinit(String node, int vmid, String storageId) {
    var storage = site.disks().storages().get(storageId);
    var name = cloudinitName(storage, vmid);
    var place = StoredVolume.placeOf(storage, node);
    var format = storage.holdsFiles() ? "qcow2" : "raw";
    var volume = new StoredVolume(place, name, "images", format, 4L << 20, 0, vmid, now);
    site.disks().volumes().put(volume);
    return volume.volid() + ",media=cdrom,size=4M";
  }

  private static String cloudinitName(Storage storage, int vmid) {
    return storage.holdsFiles()
        ? "%d/vm-%d-cloudinit.qcow2".formatted(vmid, vmid)
        : "vm-%d-cloudinit".formatted(vmid);
  }

  private final class Draft {
    private final int vmid;
    private final Kind kind;
    private final String node;
    private final Map<String, String> config = new TreeMap<>();

    Draft(int vmid, Kind kind, String node) {
      this.vmid = vmid;
      this.kind = kind;
      this.node = node;
    }

    Draft set(String key, String value) {
      config.put(key, value);
      return this;
    }

    void stopped() {
      guests().add(Guest.stopped(vmid, kind, node, config));
    }

    void running() {
      var since = now - 3_600L - vmid % 1_000 * 60L;
      var run = Run.started(ids.pid(), since);
      guests().add(Guest.stopped(vmid, kind, node, config).running(run));
    }

    private Guests guests() {
      return site.guests();
    }
  }
}
