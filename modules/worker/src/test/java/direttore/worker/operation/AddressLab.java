package direttore.worker.operation;

import direttore.domain.operation.Operation;
import direttore.testkit.InMemoryOperations;
import direttore.worker.time.SteppingTime;
import java.time.Duration;
import java.util.UUID;

/** An engine that knows orders about addresses only. */
final class AddressLab {
  static final String ADDRESS = "192.0.2.7";
  static final Duration PATIENCE = Duration.ofMinutes(10);
  final SteppingTime time = new SteppingTime();
  final InMemoryOperations operations = new InMemoryOperations();
  final AddressBook book = new AddressBook(time);
  private final Engine engine;

  AddressLab() {
    time.each(book::tick);
    var settings = new OperationSettings(PATIENCE, PATIENCE);
    engine = new Engine(operations, new AddressFamily(book), settings, new FakePresence(1), time);
  }

  Operation queue(boolean checked) {
    var order = new AddressOrder(ADDRESS, "web", checked);
    return operations.put(Operation.queued(UUID.randomUUID(), order, "anna", time.now()));
  }

  Operation run(Operation operation) {
    return engine.run(operation);
  }

  /** Has someone cancel it, so much later. */
  void cancelAfter(Duration when, Operation operation) {
    var due = time.now().plus(when);
    time.each(() -> {
      if (!time.now().isBefore(due)) {
        operations.cancelled.add(operation.id());
      }
    });
  }

  /** Has something happen at each touch of the row or of the address book. */
  void touches(Runnable touch) {
    operations.beforeRecord = touch;
    operations.afterRecord = touch;
    book.beforeCall = touch;
    book.afterCall = touch;
  }
}
