package direttore.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.domain.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class GuessThrottleTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T09:00:00Z"), ZoneOffset.UTC);
  private static final String HOME = "192.0.2.7";
  private static final PersonName ANA = new PersonName("ana");
  private final GuessThrottle throttle = new GuessThrottle(CLOCK);

  private static void isFree(ThrowingCallable tried) {
    assertThatCode(tried).doesNotThrowAnyException();
  }

  private static void mustWait(ThrowingCallable tried) {
    assertThatExceptionOfType(Refusal.Throttled.class)
        .isThrownBy(tried)
        .satisfies(
            e -> assertThat(e.patience()).isBetween(Duration.ofSeconds(1), Duration.ofMinutes(5)));
  }

  private void begin(String account, String address) {
    throttle.begin(new PersonName(account), address, () -> false);
  }

  /** As many failures as an account bears, each from an address of its own. */
  private void strangersGuess(String account) {
    for (int i = 0; i < 100; i++) {
      begin(account, "198.51.100." + i);
    }
  }

  @Test
  void fiveFailuresOfOneAccountFromOneAddressAreFree() {
    for (int i = 0; i < 5; i++) {
      isFree(() -> begin("ana", HOME));
    }

    mustWait(() -> begin("ana", HOME));
    isFree(() -> begin("ben", HOME));
    isFree(() -> begin("ana", "192.0.2.8"));
  }

  @Test
  void manyStrangersSlowDownAllWhoWereNeverIn() {
    strangersGuess("ana");

    mustWait(() -> begin("ana", "203.0.113.1"));
    isFree(() -> begin("ben", "203.0.113.1"));
  }

  @Test
  void anOwnerComesInFromWhereTheyWere() {
    throttle.succeeded(ANA, HOME);

    strangersGuess("ana");

    isFree(() -> begin("ana", HOME));
  }

  @Test
  void anOwnerComesInFromWhereTheyWereInEarlierTimes() {
    strangersGuess("ana");

    isFree(() -> throttle.begin(ANA, HOME, () -> true));
    isFree(() -> begin("ana", HOME));
    mustWait(() -> begin("ana", "203.0.113.1"));
  }

  @Test
  void earlierTimesAreLookedUpOnlyWhenOthersAreInTheWay() {
    var lookUps = new AtomicInteger();
    BooleanSupplier before = () -> lookUps.incrementAndGet() > 0;

    isFree(() -> throttle.begin(new PersonName("ben"), HOME, before));
    assertThat(lookUps).hasValue(0);
    strangersGuess("ana");
    isFree(() -> throttle.begin(ANA, HOME, before));
    isFree(() -> throttle.begin(ANA, HOME, before));

    assertThat(lookUps).hasValue(1);
  }

  @Test
  void whoCameFromThereBeforeStillGuessesNoFasterThanOthers() {
    strangersGuess("ana");
    for (int i = 0; i < 5; i++) {
      isFree(() -> throttle.begin(ANA, HOME, () -> true));
    }

    mustWait(() -> throttle.begin(ANA, HOME, () -> true));
  }

  @Test
  void ofManyTriesAtOnceNoMoreAreHeardThanOneAfterTheOther() throws Exception {
    var heard = new AtomicInteger();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.invokeAll(
          Collections.nCopies(
              200,
              () -> {
                begin("ana", HOME);
                return heard.incrementAndGet();
              }));
    }

    assertThat(heard).hasValue(5);
  }

  @Test
  void whoKnowsThePasswordMayComeInAgainAndAgain() {
    for (int i = 0; i < 200; i++) {
      isFree(() -> begin("ana", HOME));
      throttle.succeeded(ANA, HOME);
    }

    isFree(() -> begin("ben", HOME));
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

  @Test
  void neighboursAtTheSameAddressSlowDownNobodyWhoCameFromThere() {
    for (int i = 0; i < 30; i++) {
      begin("guess" + i, HOME);
    }

    mustWait(() -> begin("ana", HOME));
    isFree(() -> throttle.begin(ANA, HOME, () -> true));
    isFree(() -> begin("ana", HOME));
  }

  @Test
  void anIpv6NetworkCountsAsOneAddress() {
    for (int i = 0; i < 30; i++) {
      begin("guess" + i, "2001:db8:0:1:0:0:0:%x".formatted(i + 1));
    }

    mustWait(() -> begin("ben", "2001:db8:0:1:ffff:0:0:1"));
    isFree(() -> begin("ben", "2001:db8:0:2:0:0:0:1"));
  }
}
