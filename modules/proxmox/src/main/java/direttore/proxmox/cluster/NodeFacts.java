package direttore.proxmox.cluster;

import direttore.domain.SteadyClock;
import direttore.domain.node.Node;
import direttore.domain.node.NodeName;
import direttore.proxmox.failure.ProxmoxFailure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the summary does not tell of nodes: their version, asked for beside the readings so that
 * none waits for it, and since when they are in their status.
 */
final class NodeFacts {
  /** A node may be upgraded without a reboot. */
  private static final Duration AGAIN = Duration.ofMinutes(10);

  private record Told(String version, Instant at) {}

  private final Function<NodeName, String> versions;
  private final Clock clock;
  private final Map<NodeName, Told> told = new ConcurrentHashMap<>();
  private final Set<NodeName> asking = ConcurrentHashMap.newKeySet();

  /**
   * @param versions asks a node for its version; fails like a request to Proxmox
   */
  NodeFacts(Function<NodeName, String> versions, Clock clock) {
    this.versions = versions;
    this.clock = clock;
  }

  /** The node as it is now, with what is known besides. */
  Node complete(Node now, @Nullable Node before) {
    var known = told.get(now.name());
    if (now.online()
        && (known == null || !SteadyClock.younger(known.at(), AGAIN, clock.instant()))) {
      ask(now.name());
    }
    return now.known(known == null ? null : known.version(), since(now, before));
  }

  Instant now() {
    return clock.instant();
  }

  private @Nullable Instant since(Node now, @Nullable Node before) {
    if (before == null) {
      return null;
    }
    return before.status() == now.status() ? before.since() : clock.instant();
  }

  private void ask(NodeName node) {
    if (asking.add(node)) {
      Thread.ofVirtual().name("proxmox-version").start(() -> asked(node));
    }
  }

  private void asked(NodeName node) {
    try {
      told.put(node, new Told(versions.apply(node), clock.instant()));
    } catch (ProxmoxFailure e) {
      // The next reading asks again; what was told before still stands.
    } finally {
      asking.remove(node);
    }
  }
}
