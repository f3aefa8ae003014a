package direttore.api.http;

import direttore.domain.Refusal;
import direttore.domain.cluster.Cluster;
import direttore.domain.guest.VmId;
import direttore.domain.node.NodeName;
import io.helidon.webserver.http.ServerRequest;
import java.util.UUID;
import java.util.regex.Pattern;

/** The variables of a request's address. */
public final class Paths {
  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private Paths() {}

  /** The variable as it was sent, decoded. */
  public static String text(ServerRequest req, String name) {
    return req.path().pathParameters().get(name);
  }

  /** The node; one whose name cannot be is not found. */
  public static NodeName node(ServerRequest req) {
    var name = text(req, "node");
    try {
      return new NodeName(name);
    } catch (Refusal.Invalid e) {
      throw new Refusal.NotFound("node", name);
    }
  }

  /** The node, one of the cluster's. */
  public static NodeName existingNode(ServerRequest req, Cluster cluster) {
    var node = node(req);
    if (!cluster.has(node)) {
      throw new Refusal.NotFound("node", node);
    }
    return node;
  }

  public static VmId vmid(ServerRequest req) {
    return VmId.parse(text(req, "vmid"));
  }

  /** The id; one that cannot be is not found. */
  public static UUID id(ServerRequest req, String kind) {
    return id(req, "id", kind);
  }

  /** The id in a variable of another name; one that cannot be is not found. */
  public static UUID id(ServerRequest req, String variable, String kind) {
    var text = text(req, variable);
    if (!UUID_FORM.matcher(text).matches()) {
      throw new Refusal.NotFound(kind, text);
    }
    return UUID.fromString(text);
  }
}
