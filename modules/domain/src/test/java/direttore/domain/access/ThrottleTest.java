package direttore.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.domain.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ThrottleTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T09:00:00Z"), ZoneOffset.UTC);
  private static final String HOME = "192.0.2.7";
  private final Throttle throttle = new Throttle(CLOCK);

  private static void isFree(ThrowingCallable tried) {
    assertThatCode(tried).doesNotThrowAnyException();
  }

  private static void mustWait(ThrowingCallable tried) {
    assertThatExceptionOfType(Refusal.Throttled.class)
        .isThrownBy(tried)
        .satisfies(
            e -> assertThat(e.patience()).isBetween(Duration.ofSeconds(1), Duration.ofMinutes(5)));
  }

  private void check(String account, String address) {
    throttle.check(account, address, () -> false);
  }

  /** As many failures as an account bears, each from an address of its own. */
  private void strangersGuess(String account) {
    for (int i = 0; i < 100; i++) {
      throttle.failed(account, "198.51.100." + i);
    }
  }

  @Test
  void fiveFailuresOfOneAccountFromOneAddressAreFree() {
    for (int i = 0; i < 5; i++) {
      isFree(() -> check("ana", HOME));
      throttle.failed("ana", HOME);
    }

    mustWait(() -> check("ana", HOME));
    isFree(() -> check("ben", HOME));
    isFree(() -> check("ana", "192.0.2.8"));
  }

  @Test
  void manyStrangersSlowDownAllWhoWereNeverIn() {
    strangersGuess("ana");

    mustWait(() -> check("ana", "203.0.113.1"));
    isFree(() -> check("ben", "203.0.113.1"));
  }

  @Test
  void anOwnerComesInFromWhereTheyWere() {
    throttle.succeeded("ana", HOME);

    strangersGuess("ana");

    isFree(() -> check("ana", HOME));
  }

  @Test
  void anOwnerComesInFromWhereTheyWereInEarlierTimes() {
    strangersGuess("ana");

    isFree(() -> throttle.check("ana", HOME, () -> true));
    isFree(() -> check("ana", HOME));
    mustWait(() -> check("ana", "203.0.113.1"));
  }

  @Test
  void earlierTimesAreLookedUpOnlyWhenOthersAreInTheWay() {
    var lookUps = new AtomicInteger();
    BooleanSupplier before = () -> lookUps.incrementAndGet() > 0;

    isFree(() -> throttle.check("ana", HOME, before));
    strangersGuess("ana");
    isFree(() -> throttle.check("ana", HOME, before));
    isFree(() -> throttle.check("ana", HOME, before));

    assertThat(lookUps).hasValue(1);
  }

  @Test
  void whoCameFromThereBeforeStillGuessesNoFasterThanOthers() {
    strangersGuess("ana");
    for (int i = 0; i < 5; i++) {
      throttle.failed("ana", HOME);
    }

    mustWait(() -> throttle.check("ana", HOME, () -> true));
  }

  @Test
  void linksAreSlowedDownForOneAddressOnly() {
    for (int i = 0; i < 200; i++) {
      throttle.failed("198.51.100." + i);
    }
    isFree(() -> throttle.check(HOME));

    for (int i = 0; i < 30; i++) {
      throttle.failed(HOME);
    }
    mustWait(() -> throttle.check(HOME));
    isFree(() -> throttle.check("192.0.2.8"));
  }
}
