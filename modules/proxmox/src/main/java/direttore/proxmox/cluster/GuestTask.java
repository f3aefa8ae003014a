package direttore.proxmox.cluster;

import direttore.domain.guest.Guest;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.VmId;
import direttore.domain.task.Upid;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which guest a task changes, by its UPID. */
final class GuestTask {
  private static final Pattern VMID = Pattern.compile("[1-9]\\d{2,8}");

  /** Consoles change nothing. */
  private static final Set<String> CONSOLES = Set.of("vncproxy", "vncshell", "spiceproxy");

  /**
   * Where a guest went to stands in the cluster's summary at once, and in no list of its old node.
   */
  private static final Set<String> MOVES = Set.of("qmigrate", "vzmigrate", "hamigrate");

  private GuestTask() {}

  /**
   * The guest, empty where the task changes none or does not tell which.
   *
   * @param known guests of the cluster, for tasks that are alike for VMs and containers
   */
  static Optional<GuestRef> of(Upid task, Map<VmId, Guest> known) {
    var type = task.type();
    if (!VMID.matcher(task.subject()).matches()
        || CONSOLES.contains(type)
        || MOVES.contains(type)) {
      return Optional.empty();
    }
    var vmid = VmId.parse(task.subject());
    if (type.startsWith("qm")) {
      return Optional.of(new GuestRef(GuestKind.QEMU, task.node(), vmid));
    }
    if (type.startsWith("vz") && !type.equals("vzdump")) {
      return Optional.of(new GuestRef(GuestKind.LXC, task.node(), vmid));
    }
    return Optional.ofNullable(known.get(vmid)).map(Guest::ref);
  }
}
