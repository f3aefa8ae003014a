package direttore.worker.operation;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.operation.Handle;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Operation.State;
import direttore.domain.operation.Operations;
import direttore.testkit.InMemoryOperations;
import direttore.worker.time.SteppingTime;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How each change is written: some must be on disk before anything else is done. */
class LedgerTest {
  private static final AddressOrder ORDER = new AddressOrder("192.0.2.7", "web", false);
  private final SteppingTime time = new SteppingTime();
  private final InMemoryOperations stored = new InMemoryOperations();
  private final List<String> written = new ArrayList<>();
  private final UUID id = UUID.randomUUID();
  private Ledger ledger;

  @BeforeEach
  void takeUp() {
    stored.put(Operation.queued(id, ORDER, "anna", time.now()));
    var operations =
        (Operations)
            Proxy.newProxyInstance(
                LedgerTest.class.getClassLoader(),
                new Class<?>[] {Operations.class},
                (self, method, arguments) -> write(method, arguments));
    ledger = new Ledger(operations, time, stored.claim(id, 1).orElseThrow());
  }

  private Object write(Method method, Object[] arguments) throws Throwable {
    written.add(method.getName());
    try {
      return method.invoke(stored, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  @Test
  void onlyWhatNoLookWouldShowWaitsForTheDisk() {
    ledger.begun("reserve");
    ledger.done("reserve");
    ledger.begun("publish");
    ledger.tracked("publish", new Handle.Reference("address book", "7"));
    ledger.waitingFor("for the address book");
    ledger.done("publish");

    assertThat(written).containsExactly("begin", "note", "begin", "note", "note", "note");
    assertThat(stored.find(id).state()).isEqualTo(State.SUCCEEDED);
  }

  @Test
  void whyItFailedIsNotForgotten() {
    ledger.failed(new Operation.Failure("refused", "no"));

    assertThat(written).containsExactly("record");
  }
}
