package direttore.api.rate;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.testkit.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RatesTest {
  private static final RateLimit LIMIT = new RateLimit("orders", 6);

  private final SettableClock clock = new SettableClock();
  private final Rates rates = new Rates(clock, 100);

  private void spend(String who, int times) {
    for (var i = 0; i < times; i++) {
      assertThat(rates.take(LIMIT, who)).isZero();
    }
  }

  @Test
  void letsAMinutesWorthComeAtOnceAndThenOneAtATime() {
    spend("a", 6);

    assertThat(rates.take(LIMIT, "a")).isEqualTo(Duration.ofSeconds(10));
    clock.advance(Duration.ofSeconds(4));
    assertThat(rates.look(LIMIT, "a")).isEqualTo(Duration.ofSeconds(6));
    clock.advance(Duration.ofSeconds(6));
    assertThat(rates.take(LIMIT, "a")).isZero();
    assertThat(rates.take(LIMIT, "a")).isPositive();
  }

  @Test
  void countsEachClientAndEachKindForItself() {
    spend("a", 6);

    assertThat(rates.take(LIMIT, "b")).isZero();
    assertThat(rates.take(new RateLimit("sign-ins", 1), "a")).isZero();
  }

  @Test
  void savesNoMoreThanAMinutesWorth() {
    spend("a", 1);
    clock.advance(Duration.ofDays(1));

    spend("a", 6);
    assertThat(rates.take(LIMIT, "a")).isPositive();
  }

  @Test
  void givesNothingAwayWhenTheClockIsSetBack() {
    spend("a", 6);
    clock.advance(Duration.ofHours(-1));

    assertThat(rates.take(LIMIT, "a")).isPositive();
  }

  @Test
  void forgetsThoseWhoUsedLeastWhenTheyAreTooMany() {
    spend("greedy", 6);
    for (var i = 0; i < 1000; i++) {
      spend("client-" + i, 1);
    }

    assertThat(rates.size()).isLessThanOrEqualTo(100);
    assertThat(rates.look(LIMIT, "greedy")).isPositive();
  }
}
