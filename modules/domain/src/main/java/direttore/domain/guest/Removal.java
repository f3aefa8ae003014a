package direttore.domain.guest;

import java.util.List;

/**
 * What goes with the deletion of a guest.
 *
 * @param guarded whether Proxmox protects it from deletion
 * @param disks also those that are detached, and the state of EFI and TPM
 * @param snapshots their names
 * @param backupJobs ids of the backup jobs that name it
 * @param replicationJobs ids of its replication jobs
 * @param unread which of the two kinds of jobs the account may not see, so that there may be some
 */
public record Removal(
    GuestDetail guest,
    boolean guarded,
    List<GuestDetail.Disk> disks,
    List<String> snapshots,
    List<String> backupJobs,
    List<String> replicationJobs,
    List<String> unread) {
  public Removal {
    disks = List.copyOf(disks);
    snapshots = List.copyOf(snapshots);
    backupJobs = List.copyOf(backupJobs);
    replicationJobs = List.copyOf(replicationJobs);
    unread = List.copyOf(unread);
  }
}
