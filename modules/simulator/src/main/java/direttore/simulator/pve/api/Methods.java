package direttore.simulator.pve.api;

import direttore.simulator.pve.access.AccessControl;
import direttore.simulator.pve.access.Caller;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Carries out calls in the order of Proxmox VE: find the method, permissions, the way to the node,
 * parameters, the method itself.
 */
public final class Methods {
  private final Router router;
  private final AccessControl access;
  private final Topology topology;

  /** The methods of a router. */
  public Methods(Router router, AccessControl access, Topology topology) {
    this.router = router;
    this.access = access;
    this.topology = topology;
  }

  @Nullable Object call(String verb, String path, @Nullable Caller caller, Map<String, Object> sent)
      throws InterruptedException {
    var match = router.find(verb, path);
    if (match == null) {
      throw Failure.unknownMethod(verb, path);
    }
    Arguments.agree(match.parameters(), sent);
    var all = new HashMap<String, Object>(sent);
    all.putAll(match.parameters());
    var spec = match.method().spec();
    if (caller != null) {
      access.authorize(spec, caller, all);
    }
    var proxied = spec.proxyTo();
    if (proxied != null) {
      reach(String.valueOf(all.get(proxied)));
    }
    if (topology.hangs(all)) {
      throw new Hanging();
    }
    var parameters = spec.check(match.parameters(), sent);
    return match.method().handler().handle(new MethodCall(spec, caller, parameters));
  }

  private void reach(String node) {
    if (!topology.knows(node)) {
      throw new Failure(
          ("hostname lookup '%s' failed - failed to get address info for: %s: Temporary failure in"
                  + " name resolution")
              .formatted(node, node));
    }
    if (!topology.answers(node)) {
      throw Failure.proxy(595, "Connection refused");
    }
  }

  /** The call waits for a storage that does not answer. */
  static final class Hanging extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Hanging() {
      super("a storage hangs");
    }
  }
}
