package direttore.domain.reservation.recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.domain.Refusal;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecurrenceRuleTest {
  private static final ZoneId ROME = ZoneId.of("Europe/Rome");
  private static final LocalDateTime MONDAY = LocalDateTime.parse("2027-01-04T09:00");

  private static RecurrenceRule rule(String text) {
    return RecurrenceRule.parse(text, ROME);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          FREQ=DAILY;COUNT=3                            | FREQ=DAILY;COUNT=3
          RRULE:COUNT=3;FREQ=DAILY;INTERVAL=1           | FREQ=DAILY;COUNT=3
          freq=weekly;byday=we,mo,we;interval=2;count=4 | FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;COUNT=4
          FREQ=WEEKLY;UNTIL=20270630                    | FREQ=WEEKLY;UNTIL=20270630T235959
          FREQ=WEEKLY;UNTIL=20270630T180000             | FREQ=WEEKLY;UNTIL=20270630T180000
          FREQ=WEEKLY;UNTIL=20270630T180000Z            | FREQ=WEEKLY;UNTIL=20270630T200000
          """)
  void hasOneText(String text, String canonical) {
    assertThat(rule(text)).hasToString(canonical);
    assertThat(rule(canonical)).isEqualTo(rule(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                       | such as FREQ=WEEKLY;COUNT=12
          COUNT=3                                  | FREQ=DAILY or FREQ=WEEKLY
          FREQ=SECONDLY;COUNT=3                    | not SECONDLY
          FREQ=MONTHLY;COUNT=3                     | not MONTHLY
          FREQ=DAILY                               | COUNT or UNTIL
          FREQ=DAILY;COUNT=3;UNTIL=20270630        | only one
          FREQ=DAILY;COUNT=0                       | COUNT must be 1 to 200
          FREQ=DAILY;COUNT=201                     | COUNT must be 1 to 200
          FREQ=DAILY;COUNT=-1                      | COUNT must be a whole number
          FREQ=DAILY;COUNT=99999999999             | COUNT must be a whole number
          FREQ=DAILY;INTERVAL=53;COUNT=3           | INTERVAL must be 1 to 52
          FREQ=DAILY;INTERVAL=0;COUNT=3            | INTERVAL must be 1 to 52
          FREQ=DAILY;BYDAY=MO;COUNT=3              | BYDAY is only for
          FREQ=WEEKLY;BYDAY=1MO;COUNT=3            | not 1MO
          FREQ=WEEKLY;BYDAY=;COUNT=3               | BYDAY without a value
          FREQ=WEEKLY;COUNT=3;BYSETPOS=1           | BYSETPOS, which is not supported
          FREQ=WEEKLY;COUNT=3;WKST=SU              | WKST, which is not supported
          FREQ=WEEKLY;COUNT=3;COUNT=4              | COUNT twice
          FREQ=WEEKLY;COUNT=3;                     | which is not supported
          FREQ=WEEKLY;UNTIL=2027-06-30             | UNTIL must be
          FREQ=WEEKLY;UNTIL=20270230               | UNTIL must be
          FREQ=WEEKLY;UNTIL=20270630T18            | UNTIL must be
          """)
  void refusesNamingThePart(String text, String words) {
    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(() -> rule(text))
        .withMessageContaining(words)
        .satisfies(e -> assertThat(e.field()).isEqualTo("rule"));
  }

  @Test
  void repeatsOnDaysOfEverySecondWeek() {
    assertThat(rule("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;COUNT=5").starts(MONDAY.plusDays(2)))
        .extracting(LocalDateTime::toString)
        .containsExactly(
            "2027-01-06T09:00",
            "2027-01-18T09:00",
            "2027-01-20T09:00",
            "2027-02-01T09:00",
            "2027-02-03T09:00");
  }

  @Test
  void endsWithTheLastThatStartsByUntil() {
    assertThat(rule("FREQ=DAILY;INTERVAL=3;UNTIL=20270110T090000").starts(MONDAY))
        .extracting(LocalDateTime::toString)
        .containsExactly("2027-01-04T09:00", "2027-01-07T09:00", "2027-01-10T09:00");
    assertThat(rule("FREQ=DAILY;INTERVAL=3;UNTIL=20270110T085959").starts(MONDAY)).hasSize(2);
  }
}
