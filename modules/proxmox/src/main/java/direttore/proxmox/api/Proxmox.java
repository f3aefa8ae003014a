package direttore.proxmox.api;

import direttore.domain.node.NodeName;
import direttore.proxmox.access.ProxmoxSession;
import direttore.proxmox.reply.ReplyRow;
import direttore.proxmox.transport.ApiPath;
import direttore.transport.Endpoint;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** {@code /api2/json} of one cluster. */
public final class Proxmox implements AutoCloseable {
  private final ProxmoxSession session;

  public Proxmox(ProxmoxSession session) {
    this.session = session;
  }

  /**
   * The version of the host that answers.
   *
   * @param version such as {@code 9.2.11}
   */
  public record Version(String version, String release) {}

  /** {@code GET /version}. */
  public Version version() {
    var row = session.get(ApiPath.of("version")).row();
    return new Version(row.text("version"), row.text("release"));
  }

  /** {@code GET /access/permissions}: the privileges held, by path. */
  public Map<String, Set<String>> permissions() {
    var paths = session.get(ApiPath.of("access", "permissions")).row();
    var permissions = new TreeMap<String, Set<String>>();
    for (var path : paths.names()) {
      permissions.put(path, privileges(paths.row(path)));
    }
    return permissions;
  }

  private static Set<String> privileges(ReplyRow granted) {
    // The value says whether the privilege propagates, so that 0 grants it too.
    return new HashSet<>(granted.names());
  }

  /** {@code /cluster}. */
  public ClusterApi cluster() {
    return new ClusterApi(session);
  }

  /**
   * {@code GET /storage}: the type of a storage as it is set up, empty where the account sees none
   * of that name. No storage is asked for it, unlike by lists of a node.
   */
  public String storageType(String name) {
    return session.get(ApiPath.of("storage")).rows().stream()
        .filter(row -> row.text("storage").equals(name))
        .map(row -> row.text("type"))
        .findFirst()
        .orElse("");
  }

  /** {@code /nodes/{node}}. */
  public NodeApi node(NodeName node) {
    return new NodeApi(session, node);
  }

  /** How far the clock of the host that answered last is ahead of ours, about. */
  public Duration ahead() {
    return session.ahead();
  }

  /** The host that answered last, empty when none ever did. */
  public Optional<Endpoint> answering() {
    return session.answering();
  }

  @Override
  public void close() {
    session.close();
  }
}
