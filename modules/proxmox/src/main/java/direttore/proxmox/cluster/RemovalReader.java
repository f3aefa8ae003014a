package direttore.proxmox.cluster;

import direttore.domain.guest.GuestRef;
import direttore.domain.guest.Removal;
import direttore.domain.guest.SnapshotTree;
import direttore.proxmox.api.Proxmox;
import direttore.proxmox.failure.Meaning;
import direttore.proxmox.failure.ProxmoxFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Reads what goes with the deletion of one guest. */
final class RemovalReader {
  private RemovalReader() {}

  static Removal read(Proxmox proxmox, GuestRef ref) {
    var guest = proxmox.node(ref.node()).guest(ref.kind(), ref.vmid());
    var config = guest.config();
    var disks =
        Stream.concat(config.disks().stream(), config.furtherVolumes().stream())
            .map(slot -> Details.disk(slot, false))
            .toList();
    var unread = new ArrayList<String>();
    return new Removal(
        Details.read(proxmox, ref),
        config.text("protection").equals("1"),
        disks,
        guest.snapshots().all().stream().map(SnapshotTree.Snapshot::name).toList(),
        seen("backup_jobs", unread, () -> proxmox.cluster().backupJobs(ref.vmid())),
        seen("replication_jobs", unread, () -> proxmox.cluster().replicationJobs(ref.vmid())),
        unread);
  }

  /** What the account may not see is noted as unread: none is not what it says. */
  private static List<String> seen(String kind, List<String> unread, Supplier<List<String>> jobs) {
    try {
      return jobs.get();
    } catch (ProxmoxFailure.Answered e) {
      if (e.meaning() == Meaning.FORBIDDEN) {
        unread.add(kind);
        return List.of();
      }
      throw e;
    }
  }
}
