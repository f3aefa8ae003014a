package direttore.domain.hypervisor;

import direttore.domain.guest.DiskSize;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.GuestSecrets;
import direttore.domain.guest.NewContainer;
import direttore.domain.guest.NewVm;
import direttore.domain.guest.SnapshotName;
import direttore.domain.guest.SnapshotTree;
import direttore.domain.guest.VmId;
import direttore.domain.guest.VmSource;
import direttore.domain.node.NodeName;
import direttore.domain.task.TaskReport;
import direttore.domain.task.Upid;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a worker asks of Proxmox. Each method is one request, or few; none repeats a write. All
 * throw {@link HypervisorFailure}.
 */
public interface Hypervisor {
  /**
   * Begins to make a VM with an empty disk; the task's type is {@code qmcreate}. Never starts it.
   *
   * @param description what the guest's note shall say, with the marker
   */
  Upid createVm(NodeName node, VmId vmid, NewVm vm, GuestSecrets secrets, String description);

  /** Begins to copy a template or VM; {@code qmclone}, whose subject is the source's VMID. */
  Upid cloneVm(NodeName node, VmId vmid, NewVm vm, VmSource.Clone source, String description);

  /** Gives a fresh clone its processors, memory, NICs and cloud-init values, at once. */
  void configureClone(NodeName node, VmId vmid, NewVm vm, GuestSecrets secrets);

  /**
   * Grows the first disk of a VM to the size; nothing where it is as large already.
   *
   * @return the task that does it, or null where Proxmox did it at once or nothing was to do
   */
  @Nullable Upid growDisk(NodeName node, VmId vmid, DiskSize size);

  /** Begins to make a container; {@code vzcreate}. Never starts it. */
  Upid createContainer(
      NodeName node, VmId vmid, NewContainer container, GuestSecrets secrets, String description);

  /** Begins to start a guest; {@code qmstart} or {@code vzstart}, under HA {@code hastart}. */
  Upid start(GuestRef guest);

  /** Begins to stop a guest hard; {@code qmstop} or {@code vzstop}, under HA {@code hastop}. */
  Upid stop(GuestRef guest);

  /**
   * Begins to reboot a guest.
   *
   * @param timeout seconds, 0 for Proxmox's own
   */
  Upid reboot(GuestRef guest, int timeout);

  /**
   * Begins to shut a guest down.
   *
   * @param timeout seconds, 0 for Proxmox's own
   * @param forceStop whether a guest that does not obey is stopped
   */
  Upid shutdown(GuestRef guest, int timeout, boolean forceStop);

  /** Begins to let a paused VM go on; {@code qmresume}. */
  Upid resume(GuestRef guest);

  /** Takes a guest out of the HA manager's hands, at once; nothing when it is not in them. */
  void leaveHa(GuestRef guest);

  /**
   * Begins to delete a stopped guest with its disks and jobs; {@code qmdestroy}, {@code vzdestroy}.
   */
  Upid destroy(GuestRef guest);

  /** Begins to keep a guest's state; {@code qmsnapshot} or {@code vzsnapshot}. */
  Upid takeSnapshot(GuestRef guest, SnapshotName name, String description, boolean ram);

  /** Begins to put a guest back, stopping it; {@code qmrollback} or {@code vzrollback}. */
  Upid rollBack(GuestRef guest, SnapshotName name);

  /** Begins to forget a kept state; {@code qmdelsnapshot} or {@code vzdelsnapshot}. */
  Upid deleteSnapshot(GuestRef guest, SnapshotName name);

  /** The snapshots of a guest as its node knows them now, empty when there is no such guest. */
  Optional<SnapshotTree> snapshots(GuestRef guest);

  /** Which guest it is now, in one request; empty when there is none of that kind and id there. */
  Optional<GuestIdentity> identity(GuestRef guest);

  /** The guest as its node knows it now, empty when there is none of that kind and id there. */
  Optional<GuestState> state(GuestRef guest);

  /**
   * Whether no guest of the cluster has the id, and none of the given storages has volumes of it,
   * which a new guest there would inherit. Other storages are not asked: one that is slow would
   * hold up guests that have nothing to do with it.
   */
  boolean vmidFree(NodeName node, VmId vmid, Set<String> storages);

  /** The storages that a guest's volumes lie on; none when it is not there. */
  Set<String> storages(GuestRef guest);

  /** The VMIDs of all guests of the cluster, a few seconds old at the most. */
  Set<VmId> vmids();

  /** How far the clock of Proxmox is ahead of ours, about; asks for nothing. */
  Duration ahead();

  /** The state of one task, now. */
  TaskReport task(Upid task);

  /** Running tasks of the whole cluster, and some that ended lately, in one request. */
  Collection<TaskReport> recentTasks();

  /** Tasks of a node that ended since, newest first, at most the given number, in one request. */
  List<TaskReport> endedTasks(NodeName node, Instant since, int limit);

  /** Tasks of a node that began since, running or ended, newest first. */
  List<TaskReport> tasksSince(NodeName node, Instant since);

  /** The last lines of a task's log, oldest first. */
  List<String> log(Upid task, int lines);

  /** Asks a running task to end; nothing for one that has ended. */
  void interrupt(Upid task);
}
