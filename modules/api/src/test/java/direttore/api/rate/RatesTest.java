package direttore.api.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RatesTest {
  private static final RateLimit LIMIT = new RateLimit("orders", 6);

  private Instant now = Instant.parse("2026-03-01T09:00:00Z");
  private final Rates rates = new Rates(new Hands(), 100);

  /** A clock that the test moves. */
  private final class Hands extends Clock {
    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException("the zone does not matter");
    }
  }

  private void spend(String who, int times) {
    for (var i = 0; i < times; i++) {
      assertThat(rates.take(LIMIT, who)).isZero();
    }
  }

  @Test
  void letsAMinutesWorthComeAtOnceAndThenOneAtATime() {
    spend("a", 6);

    assertThat(rates.take(LIMIT, "a")).isEqualTo(Duration.ofSeconds(10));
    now = now.plusSeconds(4);
    assertThat(rates.look(LIMIT, "a")).isEqualTo(Duration.ofSeconds(6));
    now = now.plusSeconds(6);
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
    now = now.plus(Duration.ofDays(1));

    spend("a", 6);
    assertThat(rates.take(LIMIT, "a")).isPositive();
  }

  @Test
  void givesNothingAwayWhenTheClockIsSetBack() {
    spend("a", 6);
    now = now.minusSeconds(3600);

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
