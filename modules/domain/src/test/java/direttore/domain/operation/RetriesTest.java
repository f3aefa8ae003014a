package direttore.domain.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.guest.GuestSecrets;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RetriesTest {
  private static final Submitter ADA = new Submitter(Actor.stranger("ada"), null, List.of());
  private final Operation earlier =
      Operation.queued(UUID.randomUUID(), new DeviceCheck(7), "ada", Instant.EPOCH);
  private final Operation again =
      Operation.queued(UUID.randomUUID(), new DeviceCheck(7), "ada", Instant.EPOCH);

  @Test
  void theFamilyOfTheOrderOrdersItAgain() {
    var retries = new Retries(operations(), List.of(family(false), family(true)));

    assertThat(retries.retry(earlier.id(), GuestSecrets.NONE, ADA)).isEqualTo(again);
  }

  @Test
  void whatNoFamilyOrdersAgainIsRefused() {
    var retries = new Retries(operations(), List.of(family(false)));

    assertThatExceptionOfType(Refusal.WrongState.class)
        .isThrownBy(() -> retries.retry(earlier.id(), GuestSecrets.NONE, ADA))
        .withMessage("operation %s (check-device) cannot be ordered again", earlier.id());
  }

  private Retry family(boolean ofDevices) {
    return new Retry() {
      @Override
      public boolean has(Order order) {
        return ofDevices && order instanceof DeviceCheck;
      }

      @Override
      public Operation retry(Operation operation, GuestSecrets secrets, Submitter by) {
        return again;
      }
    };
  }

  /** Operations that can do nothing but be found. */
  private Operations operations() {
    return (Operations)
        Proxy.newProxyInstance(
            RetriesTest.class.getClassLoader(),
            new Class<?>[] {Operations.class},
            (self, method, arguments) -> earlier);
  }
}
