package direttore.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SteadyClockTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration AGE = Duration.ofSeconds(10);

  @Test
  void goesOnWhateverTheOtherClockDoes() {
    var steady = SteadyClock.from(Clock.fixed(NOON, ZoneOffset.UTC));
    var first = steady.instant();

    assertThat(first).isAfterOrEqualTo(NOON);
    assertThat(steady.instant()).isAfterOrEqualTo(first).isBefore(NOON.plusSeconds(60));
  }

  @Test
  void whatSeemsToBeOfTheFutureIsNotYoung() {
    assertThat(SteadyClock.younger(NOON, AGE, NOON)).isTrue();
    assertThat(SteadyClock.younger(NOON, AGE, NOON.plusSeconds(9))).isTrue();
    assertThat(SteadyClock.younger(NOON, AGE, NOON.plusSeconds(10))).isFalse();
    assertThat(SteadyClock.younger(NOON, AGE, NOON.minusSeconds(1))).isFalse();
  }
}
