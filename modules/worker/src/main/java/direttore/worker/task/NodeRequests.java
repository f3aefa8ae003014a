package direttore.worker.task;

import direttore.domain.hypervisor.HypervisorFailure;
import direttore.domain.node.NodeName;
import direttore.domain.time.Time;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Requests to single nodes, one at a time to each, so that a dead node delays only its own. */
final class NodeRequests {
  private static final System.Logger LOG = System.getLogger(NodeRequests.class.getName());
  private static final long REST = Duration.ofSeconds(2).toNanos();
  private final Executor executor;
  private final Time time;
  private final Set<NodeName> busy = ConcurrentHashMap.newKeySet();
  private final Map<NodeName, Long> failed = new ConcurrentHashMap<>();

  NodeRequests(Executor executor, Time time) {
    this.executor = executor;
    this.time = time;
  }

  /** Whether the node may be asked now: none under way, and no failure a moment ago. */
  boolean free(NodeName node) {
    var last = failed.get(node);
    return !busy.contains(node) && (last == null || time.nanos() - last >= REST);
  }

  /** Sends a request to a free node; a failure gives the node some rest. */
  void send(NodeName node, Runnable request, Consumer<HypervisorFailure> onFailure) {
    busy.add(node);
    executor.execute(() -> {
      try {
        request.run();
        failed.remove(node);
      } catch (HypervisorFailure e) {
        failed.put(node, time.nanos());
        onFailure.accept(e);
      } catch (RuntimeException e) {
        failed.put(node, time.nanos());
        LOG.log(Level.WARNING, () -> "could not ask node %s for its tasks".formatted(node), e);
      } finally {
        busy.remove(node);
      }
    });
  }
}
