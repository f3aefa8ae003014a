package direttore.api;

import direttore.domain.event.Event;
import direttore.domain.guest.VmId;
import direttore.domain.guestorder.VmidChoice;
import direttore.domain.node.ClusterName;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Subject;
import direttore.testkit.InMemoryOperations;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Operations in memory as workers change them; each change fires an event. */
public final class FakeOperations extends InMemoryOperations {
  public static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

  private final FakeEvents events;
  private int looks;

  public FakeOperations(FakeEvents events) {
    super(NOW);
    this.events = events;
  }

  /** Has it become something else, as if a worker had brought it there. */
  public void change(UUID id, UnaryOperator<Operation> change) {
    synchronized (this) {
      put(change.apply(find(id)));
    }
    events.fire(Event.OPERATION, id.toString());
  }

  public Operation only() {
    var all = all();
    if (all.size() != 1) {
      throw new AssertionError("expected one operation, there are " + all.size());
    }
    return all.getFirst();
  }

  /** How often it was asked what has a VMID, or which one is free. */
  public synchronized int looks() {
    return looks;
  }

  public int count() {
    return rows.size();
  }

  @Override
  public synchronized Optional<VmId> lowest(ClusterName cluster, VmidChoice.Free choice) {
    looks++;
    return super.lowest(cluster, choice);
  }

  @Override
  public synchronized Optional<Operation> activeOn(Subject subject) {
    looks++;
    return super.activeOn(subject);
  }
}
