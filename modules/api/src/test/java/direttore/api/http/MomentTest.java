package direttore.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.domain.Refusal;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentTest {
  @ParameterizedTest
  @CsvSource({
    "2026-03-01T09:00:00Z, 2026-03-01T09:00:00Z",
    "2026-03-01t09:00:00z, 2026-03-01T09:00:00Z",
    "2026-03-01T09:00Z, 2026-03-01T09:00:00Z",
    "2026-03-01T09:00:00.5Z, 2026-03-01T09:00:00.5Z",
    "2026-03-01T09:00:00.1234567891Z, 2026-03-01T09:00:00.123456789Z",
    "2026-03-01T10:00:00+01:00, 2026-03-01T09:00:00Z",
    "2026-03-01T10:00:00 01:00, 2026-03-01T09:00:00Z",
    "2026-03-01T09:00:00+23:59, 2026-02-28T09:01:00Z",
    "2026-03-01T09:00:00-23:59, 2026-03-02T08:59:00Z",
    "2016-12-31T23:59:60Z, 2017-01-01T00:00:00Z",
    "0000-01-01T00:00:00Z, 0000-01-01T00:00:00Z"
  })
  void readsEveryFormOfRfc3339(String text, Instant moment) {
    assertThat(Moment.parse("since", text)).isEqualTo(moment);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-01",
        "2026-03-01T09:00:00",
        "2026-02-30T09:00:00Z",
        "2026-03-01T24:00:00Z",
        "2026-03-01T09:00:61Z",
        "2026-03-01T09:00:00+24:00",
        "2026-03-01T09:00:00+01:60",
        "tomorrow"
      })
  void refusesWhatIsNone(String text) {
    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(() -> Moment.parse("since", text))
        .withMessageStartingWith("since must be a date and time");
  }

  @ParameterizedTest
  @CsvSource({
    "2027-03-01T09:00:00, 2027-03-01T08:00:00Z",
    "2027-07-01T09:00, 2027-07-01T07:00:00Z",
    "2027-07-01 09:00:00.9, 2027-07-01T07:00:00Z",
    "2027-10-31T02:30, 2027-10-31T00:30:00Z",
    "2027-03-01T09:00:00Z, 2027-03-01T09:00:00Z",
  })
  void takesWhatHasNoOffsetByTheClocksOfAZone(String text, Instant moment) {
    assertThat(Moment.parse("start_dt", text, ZoneId.of("Europe/Rome"))).isEqualTo(moment);
  }

  @Test
  void refusesATimeThatTheClocksSkip() {
    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(() -> Moment.parse("start_dt", "2027-03-28T02:30", ZoneId.of("Europe/Rome")))
        .withMessageContaining("in Europe/Rome the clocks are set forward over 2027-03-28T02:30");
  }
}
