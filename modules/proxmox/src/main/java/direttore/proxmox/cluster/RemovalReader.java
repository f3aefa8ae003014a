package direttore.proxmox.cluster;

import direttore.domain.guest.GuestRef;
import direttore.domain.guest.Removal;
import direttore.domain.guest.SnapshotTree;
import direttore.proxmox.api.Proxmox;
import direttore.proxmox.failure.Meaning;
import direttore.proxmox.failure.ProxmoxFailure;
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
    return new Removal(
        Details.read(proxmox, ref),
        config.text("protection").equals("1"),
        disks,
        guest.snapshots().all().stream().map(SnapshotTree.Snapshot::name).toList(),
        seen(() -> proxmox.cluster().backupJobs(ref.vmid())),
        seen(() -> proxmox.cluster().replicationJobs(ref.vmid())));
  }

  /** What the account may not see at Proxmox, nobody can be told. */
  private static List<String> seen(Supplier<List<String>> jobs) {
    try {
      return jobs.get();
    } catch (ProxmoxFailure.Answered e) {
      if (e.meaning() == Meaning.FORBIDDEN) {
        return List.of();
      }
      throw e;
    }
  }
}
