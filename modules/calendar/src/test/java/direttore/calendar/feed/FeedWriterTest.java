package direttore.calendar.feed;

import static direttore.calendar.feed.SampleFeed.window;
import static org.assertj.core.api.Assertions.assertThat;

import direttore.calendar.feed.FeedEvent.Standing;
import direttore.calendar.feed.FeedEvent.Text;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FeedWriterTest {
  private static final String ROME = "Europe/Rome";

  private static LocalDateTime time(String text) {
    return LocalDateTime.parse(text);
  }

  private static List<String> lines(String feed) {
    return List.of(feed.replace("\r\n ", "").split("\r\n"));
  }

  /** The events of a feed, each with its lines. */
  private static List<String> events(String feed) {
    return List.of(feed.substring(feed.indexOf("BEGIN:VEVENT")).split("(?=BEGIN:VEVENT)"));
  }

  @Test
  void writesWhatRfc5545Says() {
    var event =
        new FeedEvent(
            "r7",
            new Text(
                "[VM] Böse; Lab, one\\two",
                "pve1",
                "first\nsecond",
                URI.create("https://lab.example/reservations/7")),
            Standing.TENTATIVE,
            3,
            SampleFeed.CREATED,
            Instant.parse("2027-02-02T09:30:15.987Z"),
            Instant.parse("2027-03-10T08:00:00Z"),
            Instant.parse("2027-03-10T10:00:00Z"),
            ZoneId.of(ROME));

    var feed =
        FeedWriter.write(new Feed("Lab", "lab.example", SampleFeed.DAY, List.of(event), List.of()));

    assertThat(feed)
        .isEqualTo(
            """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//Direttore//Reservations//EN
            CALSCALE:GREGORIAN
            METHOD:PUBLISH
            NAME:Lab
            X-WR-CALNAME:Lab
            REFRESH-INTERVAL;VALUE=DURATION:PT15M
            X-PUBLISHED-TTL:PT15M
            BEGIN:VTIMEZONE
            TZID:Europe/Rome
            BEGIN:DAYLIGHT
            TZOFFSETFROM:+0100
            TZOFFSETTO:+0200
            DTSTART:20260329T020000
            RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
            END:DAYLIGHT
            BEGIN:STANDARD
            TZOFFSETFROM:+0200
            TZOFFSETTO:+0100
            DTSTART:20261025T030000
            RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
            END:STANDARD
            END:VTIMEZONE
            BEGIN:VEVENT
            UID:r7@lab.example
            DTSTAMP:20270202T093015Z
            CREATED:20270201T080000Z
            LAST-MODIFIED:20270202T093015Z
            SEQUENCE:3
            DTSTART;TZID=Europe/Rome:20270310T090000
            DTEND;TZID=Europe/Rome:20270310T110000
            SUMMARY:[VM] Böse\\; Lab\\, one\\\\two
            LOCATION:pve1
            DESCRIPTION:first\\nsecond
            URL:https://lab.example/reservations/7
            STATUS:TENTATIVE
            TRANSP:OPAQUE
            END:VEVENT
            END:VCALENDAR
            """
                .replace("\n", "\r\n"));
  }

  @Test
  void writesASeriesByItsRuleAndWhatDiffersFromIt() {
    var feed =
        new SampleFeed()
            .series(
                "s1",
                "[LXC] Lesson",
                "FREQ=WEEKLY;UNTIL=20270618",
                window("2027-04-02T09:00", "2027-04-02T11:00", ROME),
                Set.of(time("2027-04-09T09:00")),
                Map.of(
                    time("2027-04-16T09:00"), window("2027-04-17T14:00", "2027-04-17T15:00", ROME)),
                Set.of(time("2027-04-23T09:00")))
            .write();

    assertThat(events(feed)).hasSize(3);
    assertThat(lines(events(feed).get(0)))
        .containsSubsequence(
            "UID:s1@lab.example",
            "DTSTART;TZID=Europe/Rome:20270402T090000",
            "DTEND;TZID=Europe/Rome:20270402T110000",
            "RRULE:FREQ=WEEKLY;COUNT=12",
            "EXDATE;TZID=Europe/Rome:20270409T090000",
            "STATUS:CONFIRMED");
    assertThat(lines(events(feed).get(1)))
        .containsSubsequence(
            "UID:s1@lab.example",
            "RECURRENCE-ID;TZID=Europe/Rome:20270416T090000",
            "DTSTART;TZID=Europe/Rome:20270417T140000")
        .noneMatch(l -> l.startsWith("RRULE"));
    assertThat(lines(events(feed).get(2)))
        .contains("RECURRENCE-ID;TZID=Europe/Rome:20270423T090000", "STATUS:CANCELLED");
  }

  @Test
  void splitsASeriesWhereClocksChange() {
    var feed =
        new SampleFeed()
            .series(
                "s1",
                "Night",
                "FREQ=DAILY;COUNT=5",
                window("2027-03-26T02:30", "2027-03-26T04:00", ROME))
            .write();

    assertThat(events(feed)).hasSize(3);
    assertThat(lines(events(feed).get(0)))
        .contains("UID:s1@lab.example", "RRULE:FREQ=DAILY;COUNT=2");
    assertThat(lines(events(feed).get(1)))
        .contains(
            "UID:s1-20270328T023000@lab.example",
            "DTSTART:20270328T013000Z",
            "DTEND:20270328T020000Z",
            "RELATED-TO:s1@lab.example");
    assertThat(lines(events(feed).get(2)))
        .contains(
            "UID:s1-20270329T023000@lab.example",
            "DTSTART;TZID=Europe/Rome:20270329T023000",
            "RRULE:FREQ=DAILY;COUNT=2",
            "RELATED-TO:s1@lab.example");
  }

  @Test
  void keepsTheRuleWhereItsFirstAndLastAreLeftOut() {
    var feed =
        new SampleFeed()
            .series(
                "s1",
                "Lesson",
                "FREQ=WEEKLY;COUNT=5",
                window("2027-04-02T09:00", "2027-04-02T11:00", ROME),
                Set.of(time("2027-04-02T09:00"), time("2027-04-30T09:00")),
                Map.of(),
                Set.of())
            .write();

    assertThat(lines(feed))
        .contains("DTSTART;TZID=Europe/Rome:20270409T090000", "RRULE:FREQ=WEEKLY;COUNT=3")
        .noneMatch(l -> l.startsWith("EXDATE"));
  }

  @Test
  void writesATimeThatComesTwiceInUtc() {
    var first = window("2027-10-31T02:15", "2027-10-31T02:45", ROME);

    assertThat(lines(new SampleFeed().single("r1", "Night", first).write()))
        .contains("DTSTART:20271031T001500Z", "DTEND:20271031T004500Z")
        .noneMatch(l -> l.startsWith("TZID"));
  }

  @Test
  void showsNinetyDaysBackAndFourHundredAhead() {
    var feed =
        new SampleFeed()
            .single("old", "Old", window("2026-11-30T09:00", "2026-11-30T11:00", ROME))
            .single("past", "Past", window("2026-12-01T09:00", "2026-12-01T11:00", ROME))
            .single("next", "Next", window("2028-04-03T09:00", "2028-04-03T11:00", ROME))
            .single("far", "Far", window("2028-04-05T09:00", "2028-04-05T11:00", ROME))
            .write();

    assertThat(lines(feed))
        .contains("UID:past@lab.example", "UID:next@lab.example")
        .doesNotContain("UID:old@lab.example", "UID:far@lab.example");
  }

  @Test
  void tellsForThirtyDaysWhatWasCancelled() {
    var sample =
        new SampleFeed()
            .cancelled("r1", "Off", window("2027-04-05T09:00", "2027-04-05T11:00", ROME))
            .series(
                "s1",
                "Lesson",
                "FREQ=WEEKLY;COUNT=3",
                window("2027-04-02T09:00", "2027-04-02T11:00", ROME),
                Set.of(),
                Map.of(),
                Set.of(time("2027-04-09T09:00")));

    var now = FeedWriter.write(sample.feed(SampleFeed.CREATED.plus(Duration.ofDays(30))));
    var later = FeedWriter.write(sample.feed(SampleFeed.CREATED.plus(Duration.ofDays(31))));

    assertThat(lines(now)).filteredOn("STATUS:CANCELLED"::equals).hasSize(2);
    assertThat(lines(now)).noneMatch(l -> l.startsWith("EXDATE"));
    assertThat(lines(later))
        .doesNotContain("STATUS:CANCELLED")
        .contains("EXDATE;TZID=Europe/Rome:20270409T090000");
  }

  @Test
  void writesAllOfASeriesThatIsCalledOffAsCancelled() {
    var starts = Set.of(time("2027-04-02T09:00"), time("2027-04-09T09:00"));
    var feed =
        new SampleFeed()
            .series(
                "s1",
                "Lesson",
                "FREQ=WEEKLY;COUNT=2",
                window("2027-04-02T09:00", "2027-04-02T11:00", ROME),
                Set.of(),
                Map.of(),
                starts)
            .write();

    assertThat(events(feed)).hasSize(1);
    assertThat(lines(feed)).contains("STATUS:CANCELLED", "RRULE:FREQ=WEEKLY;COUNT=2");
  }

  @Test
  void isTheSameUntilTheDayOrSomethingChanges() {
    var sample =
        new SampleFeed().single("r1", "Lab", window("2027-04-05T09:00", "2027-04-05T11:00", ROME));
    var morning = SampleFeed.DAY.plus(Duration.ofHours(8));
    var evening = SampleFeed.DAY.plus(Duration.ofHours(20));

    assertThat(FeedWriter.write(sample.feed(morning)))
        .isEqualTo(FeedWriter.write(sample.feed(evening)));
    assertThat(sample.feed(evening).changed()).isEqualTo(SampleFeed.DAY);
    assertThat(sample.feed(SampleFeed.CREATED).changed()).isEqualTo(SampleFeed.CREATED);
  }
}
