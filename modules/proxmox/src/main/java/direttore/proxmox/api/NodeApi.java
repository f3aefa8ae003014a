package direttore.proxmox.api;

import direttore.domain.Refusal;
import direttore.domain.cluster.HistoryPoint;
import direttore.domain.cluster.Timeframe;
import direttore.domain.guest.Guest;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.VmId;
import direttore.domain.node.Network;
import direttore.domain.node.NodeName;
import direttore.domain.node.Storage;
import direttore.domain.task.Upid;
import direttore.proxmox.access.ProxmoxSession;
import direttore.proxmox.reply.ReplyRow;
import direttore.proxmox.transport.ApiPath;
import direttore.proxmox.transport.Parameters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code /nodes/{node}}. */
public final class NodeApi {
  /** Releases before 7 answer with everything, whatever is asked for. */
  private static final Set<String> PLUGGABLE = Set.of("bridge", "OVSBridge", "vnet");

  private final ProxmoxSession session;
  private final NodeName node;
  private final ApiPath path;

  NodeApi(ProxmoxSession session, NodeName node) {
    this.session = session;
    this.node = node;
    this.path = ApiPath.of("nodes", node);
  }

  /** {@code GET …/status}: load and versions, by Proxmox's names. */
  public Map<String, Object> status() {
    return session.get(path.child("status")).row().plain();
  }

  /** {@code GET …/network?type=any_bridge}: bridges, and the VNets that the account may use. */
  public List<Network> bridges() {
    var any = Parameters.none().with("type", "any_bridge");
    return session.get(path.child("network"), any).rows().stream()
        .map(NodeApi::network)
        .filter(network -> PLUGGABLE.contains(network.type()))
        .toList();
  }

  private static Network network(ReplyRow row) {
    var vnet = row.text("type").equals("vnet");
    return new Network(
        row.text("iface"),
        row.text("type"),
        vnet || row.flag("active"),
        row.text("comments").strip(),
        row.flag("bridge_vlan_aware"));
  }

  /** {@code GET …/storage}: every storage that the node may use, with its free room. */
  public List<Storage> storages() {
    return session.get(path.child("storage")).rows().stream().map(Storages::listed).toList();
  }

  /** {@code /storage/{storage}}. */
  public StorageApi storage(String name) {
    return new StorageApi(session, path.child("storage", name));
  }

  /** {@code GET …/qemu} or {@code …/lxc}: guests as the node knows them now. */
  public List<Guest> guests(GuestKind kind) {
    return session.get(path.child(kind.wire())).rows().stream()
        .flatMap(row -> listed(kind, row).stream())
        .toList();
  }

  private Optional<Guest> listed(GuestKind kind, ReplyRow row) {
    try {
      return Optional.of(Guests.listed(ref(kind, row), row));
    } catch (Refusal.Invalid e) {
      OddRows.tell("%s/%s/%s".formatted(node, kind.wire(), row.text("vmid")), e);
      return Optional.empty();
    }
  }

  private GuestRef ref(GuestKind kind, ReplyRow row) {
    return new GuestRef(kind, node, new VmId((int) row.number("vmid")));
  }

  /** {@code POST …/qemu} or {@code …/lxc}: begins to make a guest; the parameters hold its id. */
  public Upid create(GuestKind kind, Parameters parameters) {
    return session.post(path.child(kind.wire()), parameters).upid();
  }

  /** {@code …/qemu/{vmid}}. */
  public GuestApi qemu(VmId vmid) {
    return guest(GuestKind.QEMU, vmid);
  }

  /** {@code …/lxc/{vmid}}. */
  public GuestApi lxc(VmId vmid) {
    return guest(GuestKind.LXC, vmid);
  }

  /** {@code …/qemu/{vmid}} or {@code …/lxc/{vmid}}. */
  public GuestApi guest(GuestKind kind, VmId vmid) {
    return new GuestApi(session, kind, path.child(kind.wire(), vmid));
  }

  /** {@code …/tasks}. */
  public Tasks tasks() {
    return new Tasks(session, path.child("tasks"));
  }

  /** {@code GET …/version}: that of Proxmox VE, such as {@code 9.1.4}. */
  public String version() {
    return session.get(path.child("version")).row().text("version");
  }

  /** {@code GET …/rrddata}: its load over time, oldest first. */
  public List<HistoryPoint> history(Timeframe frame) {
    return Histories.read(session, path, frame);
  }
}
