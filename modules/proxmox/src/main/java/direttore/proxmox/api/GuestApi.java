package direttore.proxmox.api;

import direttore.domain.cluster.HistoryPoint;
import direttore.domain.cluster.Timeframe;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.SnapshotTree;
import direttore.domain.task.Upid;
import direttore.proxmox.access.ProxmoxSession;
import direttore.proxmox.reply.ReplyRow;
import direttore.proxmox.transport.ApiPath;
import direttore.proxmox.transport.Parameters;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code /nodes/{node}/qemu/{vmid}} and {@code /nodes/{node}/lxc/{vmid}}. */
public final class GuestApi {
  private final ProxmoxSession session;
  private final GuestKind kind;
  private final ApiPath path;

  GuestApi(ProxmoxSession session, GuestKind kind, ApiPath path) {
    this.session = session;
    this.kind = kind;
    this.path = path;
  }

  /** {@code GET …/config}: what the guest is set up as, pending changes included. */
  public GuestConfig config() {
    return new GuestConfig(kind, session.get(path.child("config")).row().plain());
  }

  /** {@code PUT …/config}: changes the configuration at once. */
  public void configure(Parameters changes) {
    session.put(path.child("config"), changes);
  }

  /** {@code POST …/config}: changes the configuration of a VM by a task, which may allocate. */
  public Upid configureByTask(Parameters changes) {
    return upid("config", changes);
  }

  /** {@code GET …/status/current}. */
  public ReplyRow current() {
    return session.get(path.child("status", "current")).row();
  }

  public Upid start() {
    return upid("status/start", Parameters.none());
  }

  /** Lets a paused VM go on. */
  public Upid resume() {
    return upid("status/resume", Parameters.none());
  }

  /** Pulls the plug. */
  public Upid stop() {
    return upid("status/stop", Parameters.none());
  }

  /**
   * Asks the guest to end.
   *
   * @param timeout seconds, 0 for Proxmox's own
   */
  public Upid shutdown(int timeout, boolean forceStop) {
    return upid("status/shutdown", seconds(timeout).flag("forceStop", forceStop));
  }

  /**
   * Asks the guest to end and starts it again.
   *
   * @param timeout seconds, 0 for Proxmox's own
   */
  public Upid reboot(int timeout) {
    return upid("status/reboot", seconds(timeout));
  }

  private static Parameters seconds(int timeout) {
    return Parameters.none().with("timeout", timeout == 0 ? null : timeout);
  }

  /** {@code POST …/clone}; the parameters hold {@code newid}. */
  public Upid clone(Parameters parameters) {
    return upid("clone", parameters);
  }

  /**
   * {@code PUT …/resize}: grows a disk.
   *
   * @param size the new size, such as {@code 32G}
   * @return the task; older versions do it at once and name none
   */
  public Optional<Upid> resize(String disk, String size) {
    var grow = Parameters.none().with("disk", disk).with("size", size);
    var reply = session.put(path.child("resize"), grow);
    return reply.text().isEmpty() ? Optional.empty() : Optional.of(reply.upid());
  }

  /** {@code DELETE …}: with its disks, and with purge out of every job that names it. */
  public Upid delete(boolean purge) {
    return session.delete(path, Parameters.none().flag("purge", purge)).upid();
  }

  /** {@code GET …/snapshot}. */
  public SnapshotTree snapshots() {
    return SnapshotRows.tree(session.get(path.child("snapshot")).rows());
  }

  /** {@code POST …/snapshot}. */
  public Upid takeSnapshot(Parameters parameters) {
    return upid("snapshot", parameters);
  }

  /** {@code POST …/snapshot/{name}/rollback}. */
  public Upid rollBack(String snapshot) {
    return upid("snapshot/" + snapshot + "/rollback", Parameters.none());
  }

  /** {@code DELETE …/snapshot/{name}}. */
  public Upid deleteSnapshot(String snapshot) {
    return session.delete(path.child("snapshot", snapshot), Parameters.none()).upid();
  }

  /** {@code GET …/rrddata}: its load over time, oldest first. */
  public List<HistoryPoint> history(Timeframe frame) {
    return Histories.read(session, path, frame);
  }

  /** {@code GET …/feature}: whether its storage can do {@code snapshot}, {@code clone}, … */
  public boolean can(String feature) {
    var asked = Parameters.none().with("feature", feature);
    return session.get(path.child("feature"), asked).row().flag("hasFeature");
  }

  /** {@code POST …/agent/ping}: fails unless the agent in a VM answers. */
  public void pingAgent() {
    var _ = session.post(path.child("agent", "ping"), Parameters.none());
  }

  /** The addresses of its network cards, as the agent in a VM or a container's node tells them. */
  public List<String> addresses() {
    return switch (kind) {
      case QEMU ->
          session.get(path.child("agent", "network-get-interfaces")).row().rows("result").stream()
              .flatMap(card -> card.rows("ip-addresses").stream())
              .map(address -> address.text("ip-address"))
              .toList();
      case LXC ->
          session.get(path.child("interfaces")).rows().stream()
              .flatMap(card -> Stream.of(card.text("inet"), card.text("inet6")))
              .filter(address -> !address.isEmpty())
              .map(address -> address.split("/", 2)[0])
              .toList();
    };
  }

  private Upid upid(String action, Parameters parameters) {
    var segments = (Object[]) action.split("/");
    return session.post(path.child(segments), parameters).upid();
  }
}
