package direttore.simulator.pve.storage;

import direttore.simulator.pve.api.Failure;
import direttore.simulator.pve.pace.WorkPace;
import direttore.simulator.pve.task.TaskProcess;
import java.util.Locale;

/** Copies the data of a disk, as {@code qemu-img convert} reports it. */
public final class Copying {
  private static final int STEPS = 20;

  private final Disks disks;
  private final WorkPace pace;

  /** Copies on these disks, at that pace. */
  public Copying(Disks disks, WorkPace pace) {
    this.disks = disks;
    this.pace = pace;
  }

  /** Copies one volume into another, whose storage may run full. */
  public void copy(String node, StoredVolume from, StoredVolume to, String what, TaskProcess out)
      throws InterruptedException {
    var total = from.size();
    var time = pace.copying(total);
    progress(0, total, out);
    for (var step = 1; step <= STEPS; step++) {
      out.spend(time.dividedBy(STEPS));
      write(node, to, from.used() * step / STEPS, what);
      if (step == STEPS || time.isPositive()) {
        progress(total * step / STEPS, total, out);
      }
    }
  }

  private void write(String node, StoredVolume to, long written, String what) {
    var storage = disks.storages().get(to.storage());
    var before = disks.volumes().find(to.place(), to.name()).map(StoredVolume::used).orElse(0L);
    if (!disks.space().fits(storage, node, written - before)) {
      throw new Failure(
          ("%s: qemu-img: error while writing at byte %d: No space left on device\n"
                  + "copy failed: command '/usr/bin/qemu-img convert -p -n -f %s -O %s'"
                  + " failed: exit code 1")
              .formatted(what, written, to.format(), to.format()));
    }
    disks.volumes().change(to.place(), to.name(), v -> v.using(Math.min(written, v.size())));
  }

  private static void progress(long done, long total, TaskProcess out) {
    var part = total == 0 ? 100.0 : 100.0 * done / total;
    out.log(
        String.format(
            Locale.ROOT,
            "transferred %s of %s (%.2f%%)",
            Size.human(done),
            Size.human(total),
            part));
  }
}
