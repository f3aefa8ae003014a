package direttore.calendar.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZoneBlockTest {
  private static final Instant UNTIL = Instant.parse("2027-12-31T00:00:00Z");

  private static List<String> lines(String zone) {
    return new ZoneBlock(ZoneId.of(zone), 2027, UNTIL).lines();
  }

  @Test
  void saysYearlyChangesFromTheYearBefore() {
    assertThat(lines("Europe/Rome"))
        .containsExactly(
            "BEGIN:VTIMEZONE",
            "TZID:Europe/Rome",
            "BEGIN:DAYLIGHT",
            "TZOFFSETFROM:+0100",
            "TZOFFSETTO:+0200",
            "DTSTART:20260329T020000",
            "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
            "END:DAYLIGHT",
            "BEGIN:STANDARD",
            "TZOFFSETFROM:+0200",
            "TZOFFSETTO:+0100",
            "DTSTART:20261025T030000",
            "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
            "END:STANDARD",
            "END:VTIMEZONE");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          America/New_York    | FREQ=YEARLY;BYMONTH=3;BYDAY=2SU                     | FREQ=YEARLY;BYMONTH=11;BYDAY=1SU
          Australia/Lord_Howe | FREQ=YEARLY;BYMONTH=4;BYDAY=1SU                     | FREQ=YEARLY;BYMONTH=10;BYDAY=1SU
          # On Saturday evening there in spring, before the last Sunday
          America/Nuuk        | FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=24,25,26,27,28,29,30;BYDAY=SA | FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
          """)
  void saysOnWhichDayOfTheWall(String zone, String spring, String autumn) {
    assertThat(lines(zone)).contains("RRULE:" + spring, "RRULE:" + autumn);
  }

  @Test
  void saysEachChangeThatFollowsNoRule() {
    assertThat(lines("Africa/Casablanca"))
        .noneMatch(l -> l.startsWith("RRULE"))
        .contains("DTSTART:20260101T000000", "DTSTART:20260215T030000", "DTSTART:20270314T020000")
        .noneMatch(l -> l.startsWith("DTSTART:2028"));
  }

  @Test
  void saysWhatNeverChanges() {
    assertThat(lines("Asia/Tokyo"))
        .containsExactly(
            "BEGIN:VTIMEZONE",
            "TZID:Asia/Tokyo",
            "BEGIN:STANDARD",
            "TZOFFSETFROM:+0900",
            "TZOFFSETTO:+0900",
            "DTSTART:20260101T000000",
            "END:STANDARD",
            "END:VTIMEZONE");
  }

  @Test
  void neverSaysWhatReadersDoNotUnderstand() {
    for (var zone : ZoneId.getAvailableZoneIds()) {
      assertThat(lines(zone))
          .as(zone)
          .noneMatch(l -> l.startsWith("RDATE"))
          .allMatch(l -> !l.startsWith("TZOFFSET") || l.matches("[A-Z]+:[+-][0-9]{4}"));
    }
  }
}
