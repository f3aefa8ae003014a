package direttore.domain.reservation.recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.domain.Refusal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecurrenceTest {
  private static final ZoneId ROME = ZoneId.of("Europe/Rome");

  static LocalWindow window(String start, String end, ZoneId zone) {
    return new LocalWindow(LocalDateTime.parse(start), LocalDateTime.parse(end), zone);
  }

  static Recurrence recurrence(String rule, String start, String end, String... except) {
    return new Recurrence(
        RecurrenceRule.parse(rule, ROME),
        window(start, end, ROME),
        LeftOut.parse(List.of(except), ROME));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # a time that is skipped comes later, of one that comes twice the first is meant
          Europe/Rome         | 2027-03-28T02:30 | 2027-03-28T04:00 | 2027-03-28T01:30:00Z | 2027-03-28T02:00:00Z | SKIPPED_TIME
          Europe/Rome         | 2027-10-31T02:30 | 2027-10-31T04:00 | 2027-10-31T00:30:00Z | 2027-10-31T03:00:00Z | REPEATED_TIME
          Europe/Rome         | 2027-03-27T22:00 | 2027-03-28T06:00 | 2027-03-27T21:00:00Z | 2027-03-28T04:00:00Z | BETWEEN
          Europe/Rome         | 2027-07-01T09:00 | 2027-07-01T11:00 | 2027-07-01T07:00:00Z | 2027-07-01T09:00:00Z | NONE
          America/New_York    | 2027-03-14T01:00 | 2027-03-14T02:15 | 2027-03-14T06:00:00Z | 2027-03-14T07:15:00Z | SKIPPED_TIME
          America/New_York    | 2027-11-07T00:30 | 2027-11-07T01:30 | 2027-11-07T04:30:00Z | 2027-11-07T05:30:00Z | REPEATED_TIME
          # half an hour
          Australia/Lord_Howe | 2027-10-03T02:10 | 2027-10-03T03:00 | 2027-10-02T15:40:00Z | 2027-10-02T16:00:00Z | SKIPPED_TIME
          Australia/Lord_Howe | 2027-04-04T01:45 | 2027-04-04T03:00 | 2027-04-03T14:45:00Z | 2027-04-03T16:30:00Z | REPEATED_TIME
          # Ramadan
          Africa/Casablanca   | 2027-02-07T02:30 | 2027-02-07T04:00 | 2027-02-07T01:30:00Z | 2027-02-07T04:00:00Z | REPEATED_TIME
          Africa/Casablanca   | 2027-03-14T02:30 | 2027-03-14T04:00 | 2027-03-14T02:30:00Z | 2027-03-14T03:00:00Z | SKIPPED_TIME
          # on the evening before
          America/Nuuk        | 2027-03-27T23:30 | 2027-03-28T02:00 | 2027-03-28T01:30:00Z | 2027-03-28T03:00:00Z | SKIPPED_TIME
          America/Nuuk        | 2027-10-30T22:30 | 2027-10-31T02:00 | 2027-10-30T23:30:00Z | 2027-10-31T04:00:00Z | BETWEEN
          """)
  void takesTimesByTheClockOnTheWall(
      ZoneId zone, String start, String end, Instant from, Instant to, ClockChange change) {
    var window = window(start, end, zone);

    assertThat(window.startsAt()).isEqualTo(from);
    assertThat(window.endsAt()).isEqualTo(to);
    assertThat(window.clockChange()).isEqualTo(change);
  }

  @Test
  void keepsTheTimeOfTheWallOverAChangeOfClocks() {
    var lessons = recurrence("FREQ=WEEKLY;COUNT=3", "2027-03-22T09:00", "2027-03-22T11:00");

    assertThat(lessons.occurrences())
        .extracting(LocalWindow::startsAt)
        .extracting(Instant::toString)
        .containsExactly("2027-03-22T08:00:00Z", "2027-03-29T07:00:00Z", "2027-04-05T07:00:00Z");
  }

  @Test
  void knowsWhatAChangeOfClocksLeavesNothingOf() {
    var daily = recurrence("FREQ=DAILY;COUNT=3", "2027-03-27T02:30", "2027-03-27T03:10");

    assertThat(daily.occurrences())
        .extracting(LocalWindow::isSkipped)
        .containsExactly(false, true, false);
  }

  @Test
  void leavesOutWhatIsExcepted() {
    var lessons =
        recurrence(
            "FREQ=WEEKLY;COUNT=3", "2027-03-22T09:00", "2027-03-22T11:00", "2027-03-29T07:00:00Z");

    assertThat(lessons.starts())
        .extracting(LocalDateTime::toString)
        .containsExactly("2027-03-22T09:00", "2027-04-05T09:00");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          FREQ=WEEKLY;BYDAY=TU;COUNT=3        | 2027-03-22T11:00 | BYDAY must include the day of the first start, which is a Monday
          FREQ=WEEKLY;UNTIL=20270321          | 2027-03-22T11:00 | UNTIL must not be before
          FREQ=WEEKLY;UNTIL=20280427          | 2027-03-22T11:00 | at most 400 days
          FREQ=WEEKLY;UNTIL=99991231          | 2027-03-22T11:00 | at most 400 days
          FREQ=DAILY;UNTIL=20271008T090000    | 2027-03-22T11:00 | more than 200
          FREQ=DAILY;COUNT=2                  | 2027-03-23T09:01 | before it has ended
          FREQ=WEEKLY;BYDAY=SU,MO;COUNT=2     | 2027-03-29T09:00 | before it has ended
          FREQ=DAILY;COUNT=2                  | 2027-03-22T09:00 | ends before it begins
          """)
  void refusesWhatMakesNoSeries(String rule, String end, String words) {
    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(() -> recurrence(rule, "2027-03-22T09:00", end))
        .withMessageContaining(words)
        .satisfies(e -> assertThat(e.field()).isEqualTo("rule"));
  }

  @Test
  void takesAsMuchAsMayBe() {
    var until = recurrence("FREQ=DAILY;UNTIL=20271007", "2027-03-22T09:00", "2027-03-23T09:00");

    assertThat(until.starts()).hasSize(200);
    assertThat(recurrence("FREQ=DAILY;COUNT=200", "2027-03-22T09:00", "2027-03-22T10:00").starts())
        .isEqualTo(until.starts());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2027-03-30T09:00      | exdates[1] must be the start of an occurrence
          2027-03-29            | exdates[1] must be a date with a time
          20270329T090000       | exdates[1] must be a date with a time
          next Monday           | exdates[1] must be a date with a time
          2027-03-22T08:00:00Z  | exdates[1] is there twice
          """)
  void refusesToLeaveOutWhatIsNoOccurrence(String second, String words) {
    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(() ->
            recurrence(
                "FREQ=WEEKLY;COUNT=3",
                "2027-03-22T09:00",
                "2027-03-22T11:00",
                "2027-03-22T09:00",
                second))
        .withMessageContaining(words);
  }

  @Test
  void leavesAtLeastOne() {
    var all = Set.of(LocalDateTime.parse("2027-03-22T09:00"));
    var first = window("2027-03-22T09:00", "2027-03-22T11:00", ROME);
    var once = RecurrenceRule.parse("FREQ=DAILY;COUNT=1", ROME);

    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(() -> new Recurrence(once, first, all))
        .satisfies(e -> assertThat(e.field()).isEqualTo("exdates"));
  }
}
