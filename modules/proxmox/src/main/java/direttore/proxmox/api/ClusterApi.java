package direttore.proxmox.api;

import direttore.domain.cluster.ClusterState;
import direttore.domain.guest.Guest;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.VmId;
import direttore.domain.task.TaskReport;
import direttore.proxmox.access.ProxmoxSession;
import direttore.proxmox.failure.Meaning;
import direttore.proxmox.failure.ProxmoxFailure;
import direttore.proxmox.reply.ReplyRow;
import direttore.proxmox.transport.ApiPath;
import direttore.proxmox.transport.Parameters;
import java.util.List;
import java.util.Optional;

/** {@code /cluster}. */
public final class ClusterApi {
  private static final ApiPath CLUSTER = ApiPath.of("cluster");
  private final ProxmoxSession session;

  ClusterApi(ProxmoxSession session) {
    this.session = session;
  }

  /**
   * {@code GET /cluster/resources}: nodes, guests and storages, refreshed by Proxmox every 10 s.
   */
  public Resources resources() {
    return Resources.of(session.get(CLUSTER.child("resources")).rows());
  }

  /** A member of the cluster; a single host has one too. */
  public record Member(String name, boolean online) {}

  /** The nodes of {@code GET /cluster/status}. */
  public List<Member> members() {
    return session.get(CLUSTER.child("status")).rows().stream()
        .filter(row -> row.text("type").equals("node"))
        .map(row -> new Member(row.text("name"), row.flag("online")))
        .toList();
  }

  /** The cluster's own row of {@code GET /cluster/status}; a single host has none. */
  public ClusterState state() {
    return session.get(CLUSTER.child("status")).rows().stream()
        .filter(row -> row.text("type").equals("cluster"))
        .map(row -> new ClusterState(row.text("name"), row.flag("quorate")))
        .findFirst()
        .orElse(new ClusterState(null, null));
  }

  /** {@code GET /cluster/nextid}: an id that is free now, and may be taken a moment later. */
  public VmId nextId() {
    return VmId.parse(session.get(CLUSTER.child("nextid")).text());
  }

  /** {@code GET /cluster/nextid?vmid=…}: whether no guest of the cluster has the id now. */
  public boolean free(VmId vmid) {
    try {
      session.get(CLUSTER.child("nextid"), Parameters.none().with("vmid", vmid));
      return true;
    } catch (ProxmoxFailure.Answered e) {
      if (e.meaning() == Meaning.EXISTS) {
        return false;
      }
      throw e;
    }
  }

  /** Where the id is in use: ids are unique in a cluster, so that "not here" is not yet "gone". */
  public Sighting sighting(VmId vmid) {
    if (free(vmid)) {
      return new Sighting.Free();
    }
    return resources().guests().stream()
        .map(Guest::ref)
        .filter(guest -> guest.vmid().equals(vmid))
        .findFirst()
        .<Sighting>map(Sighting.At::new)
        .orElseGet(Sighting.Hidden::new);
  }

  /** {@code GET /cluster/backup}: ids of the jobs that name the guest. */
  public List<String> backupJobs(VmId vmid) {
    return session.get(CLUSTER.child("backup")).rows().stream()
        .filter(row -> List.of(row.text("vmid").split(",", -1)).contains(vmid.toString()))
        .map(row -> row.text("id"))
        .toList();
  }

  /** {@code GET /cluster/replication}: ids of the guest's jobs. */
  public List<String> replicationJobs(VmId vmid) {
    return session.get(CLUSTER.child("replication")).rows().stream()
        .filter(row -> row.text("guest").equals(vmid.toString()))
        .map(row -> row.text("id"))
        .toList();
  }

  /** {@code GET /cluster/tasks}: of each node what runs and what ended lately, 25 at most. */
  public List<TaskReport> tasks() {
    return Tasks.reports(session.get(CLUSTER.child("tasks")).rows());
  }

  /** {@code GET /cluster/ha/resources/{sid}}: the state that HA wants, empty when not managed. */
  public Optional<String> haState(GuestKind kind, VmId vmid) {
    return session.get(CLUSTER.child("ha", "resources")).rows().stream()
        .filter(row -> row.text("sid").equals(sid(kind, vmid)))
        .map(row -> state(row))
        .findFirst();
  }

  private static String state(ReplyRow row) {
    return row.optional("state").orElse("started");
  }

  /** {@code PUT /cluster/ha/resources/{sid}}: what HA shall see to, {@code started} or other. */
  public void haState(GuestKind kind, VmId vmid, String state) {
    session.put(
        CLUSTER.child("ha", "resources", sid(kind, vmid)), Parameters.none().with("state", state));
  }

  /** {@code DELETE /cluster/ha/resources/{sid}}: HA leaves the guest alone from now on. */
  public void leaveHa(GuestKind kind, VmId vmid) {
    session.delete(CLUSTER.child("ha", "resources", sid(kind, vmid)), Parameters.none());
  }

  private static String sid(GuestKind kind, VmId vmid) {
    return (kind == GuestKind.QEMU ? "vm:" : "ct:") + vmid;
  }
}
