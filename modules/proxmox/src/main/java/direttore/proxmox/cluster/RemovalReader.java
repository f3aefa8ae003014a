package direttore.proxmox.cluster;

import direttore.domain.guest.GuestDetail;
import direttore.domain.guest.Removal;
import direttore.domain.guest.Snapshots;
import direttore.proxmox.api.ClusterApi;
import direttore.proxmox.failure.ProxmoxFailure;
import java.util.List;
import java.util.function.Supplier;

/** Reads what goes with a guest's deletion. */
final class RemovalReader {
  private RemovalReader() {}

  static Removal read(ClusterApi cluster, GuestDetail guest, Snapshots snapshots) {
    var vmid = guest.ref().vmid();
    return new Removal(
        guest,
        "1".equals(String.valueOf(guest.config().get("protection"))),
        snapshots.all().stream().map(Snapshots.Snapshot::name).toList(),
        seen(() -> cluster.backupJobs(vmid)),
        seen(() -> cluster.replicationJobs(vmid)));
  }

  /** What the account may not see at Proxmox, nobody can be told. */
  private static List<String> seen(Supplier<List<String>> jobs) {
    try {
      return jobs.get();
    } catch (ProxmoxFailure.Answered e) {
      return List.of();
    }
  }
}
