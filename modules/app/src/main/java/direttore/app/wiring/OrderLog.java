package direttore.app.wiring;

import direttore.domain.event.Event;
import direttore.domain.event.Events;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Operations;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * What the log of an API without a worker in its process says of the orders that it accepted: one
 * line for each when it is accepted and one when it has ended.
 */
final class OrderLog implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(OrderLog.class.getName());

  private final Operations operations;
  private final Events.Subscription subscription;
  private final Set<String> open = ConcurrentHashMap.newKeySet();
  private final Set<String> changed = ConcurrentHashMap.newKeySet();
  // Listeners to events must not wait for the database.
  private final ExecutorService looking =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("order-log").factory());

  OrderLog(Operations operations, Events events) {
    this.operations = operations;
    this.subscription = events.subscribe(this::heard);
  }

  /** Notes an order that is new. */
  void accepted(Operation operation) {
    open.add(operation.id().toString());
    LOG.log(
        Level.INFO,
        () ->
            "Operation %s is accepted: %s of %s."
                .formatted(operation.id(), operation.order().kind(), operation.order().about()));
  }

  private void heard(Event event) {
    if (event.type().equals(Event.OPERATION)
        && open.contains(event.subject())
        && changed.add(event.subject())) {
      looking.execute(() -> look(event.subject()));
    }
  }

  private void look(String id) {
    changed.remove(id);
    try {
      var operation = operations.find(UUID.fromString(id));
      if (!operation.state().active() && open.remove(id)) {
        LOG.log(
            Level.INFO,
            () ->
                "Operation %s has ended: %s of %s, %s."
                    .formatted(
                        id,
                        operation.order().kind(),
                        operation.order().about(),
                        operation.state().wire()));
      }
    } catch (RuntimeException e) {
      LOG.log(Level.DEBUG, () -> "how operation %s is could not be read".formatted(id), e);
    }
  }

  @Override
  public void close() {
    subscription.close();
    looking.shutdownNow();
  }
}
