package direttore.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.domain.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
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

  /** As many failures as an account bears, each from an address of its own. */
  private void strangersGuess(String account) {
    for (int i = 0; i < 100; i++) {
      throttle.failed(account, "198.51.100." + i);
    }
  }

  @Test
  void fiveFailuresOfOneAccountFromOneAddressAreFree() {
    for (int i = 0; i < 5; i++) {
      isFree(() -> throttle.check("ana", HOME));
      throttle.failed("ana", HOME);
    }

    mustWait(() -> throttle.check("ana", HOME));
    isFree(() -> throttle.check("ben", HOME));
    isFree(() -> throttle.check("ana", "192.0.2.8"));
  }

  @Test
  void manyStrangersSlowDownAllWhoWereNeverIn() {
    strangersGuess("ana");

    mustWait(() -> throttle.check("ana", "203.0.113.1"));
    isFree(() -> throttle.check("ben", "203.0.113.1"));
  }

  @Test
  void anOwnerComesInFromWhereTheyWere() {
    throttle.succeeded("ana", HOME);

    strangersGuess("ana");

    isFree(() -> throttle.check("ana", HOME));
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
