package direttore.store.reservation;

import static direttore.store.reservation.ReservationLab.by;
import static direttore.store.reservation.ReservationLab.details;
import static direttore.store.reservation.ReservationLab.node;
import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.reservation.Anchors.Followed;
import direttore.domain.reservation.NewReservation;
import direttore.domain.reservation.NewSeries;
import direttore.domain.reservation.Occurrence;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.Times;
import direttore.domain.reservation.recurrence.ZoneData;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneOffsetTransitionRule.TimeDefinition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Paraguay stays on summer time since 15 October 2024: releases of zone data up to 2024a have it
 * change its clocks for ever, those from 2024b on never again.
 */
class ChangedClocksTest extends JudgedBookings {
  private static final ZoneId ASUNCION = ZoneId.of("America/Asuncion");
  private static final ZoneOffset WINTER = ZoneOffset.ofHours(-4);
  private static final ZoneOffset SUMMER = ZoneOffset.ofHours(-3);

  /** When the law came into force. */
  private static final Instant LAW = Instant.parse("2024-10-15T03:00:00Z");

  private static final ZoneData AFTER = ZoneData.ofJvm();
  private static final ZoneData BEFORE =
      new ZoneData() {
        @Override
        public String version() {
          return "2024a";
        }

        @Override
        public ZoneRules rules(ZoneId zone) {
          return zone.equals(ASUNCION) ? until2024() : zone.getRules();
        }
      };

  /** Since 2013: an hour on at the first Sunday of October, and back at the fourth of March. */
  private static ZoneRules until2024() {
    var first = LocalDateTime.of(2013, Month.MARCH, 24, 0, 0);
    return ZoneRules.of(
        WINTER,
        SUMMER,
        List.of(),
        List.of(ZoneOffsetTransition.of(first, SUMMER, WINTER)),
        List.of(
            changes(Month.MARCH, 22, SUMMER, WINTER), changes(Month.OCTOBER, 1, WINTER, SUMMER)));
  }

  /** At the midnight that begins the first Sunday from a day on. */
  private static ZoneOffsetTransitionRule changes(
      Month month, int day, ZoneOffset from, ZoneOffset to) {
    return ZoneOffsetTransitionRule.of(
        month,
        day,
        DayOfWeek.SUNDAY,
        LocalTime.MIDNIGHT,
        false,
        TimeDefinition.WALL,
        WINTER,
        from,
        to);
  }

  private static Times times(String start, String end) {
    return Times.local(LocalDateTime.parse(start), LocalDateTime.parse(end), ASUNCION);
  }

  private static NewReservation lesson(Times times) {
    return NewReservation.booking(details("lab"), times, List.of(node("pve1")));
  }

  /** Six Mondays, of which the fourth is the first after the clocks went back. */
  private List<Reservation> mondays() {
    var first = times("2027-03-08T09:00", "2027-03-08T11:00");
    var occurrences =
        IntStream.range(0, 6)
            .mapToObj(week -> first.startLocal().plusWeeks(week))
            .map(start -> new Occurrence(start, Times.local(start, start.plusHours(2), ASUNCION)))
            .toList();
    var series =
        new NewSeries("FREQ=WEEKLY;COUNT=6", List.of(), NewSeries.Mode.ALL, occurrences, null);
    return lab.reservations.bookSeries(lesson(first), series, by(null)).booked();
  }

  private Stream<Instant> starts(List<Reservation> of) {
    return of.stream().map(each -> lab.reservations.find(each.id()).window().from());
  }

  @Test
  void bothTellTheSameOfThePast() {
    var day = Instant.parse("2013-04-01T00:00:00Z");
    while (day.isBefore(LAW)) {
      assertThat(BEFORE.rules(ASUNCION).getOffset(day))
          .as("%s", day)
          .isEqualTo(AFTER.rules(ASUNCION).getOffset(day));
      day = day.plus(1, ChronoUnit.HOURS);
    }
    assertThat(AFTER.rules(ASUNCION).nextTransition(LAW)).isNull();
  }

  @Test
  void ofASeriesTheDatesMoveWhoseClocksShowAnotherTime() {
    var booked = mondays();
    assertThat(starts(booked)).allMatch(start -> start.toString().endsWith("T12:00:00Z"));

    assertThat(lab.reservations.anchors().follow(BEFORE)).isEqualTo(new Followed(3, List.of()));
    assertThat(starts(booked))
        .containsExactly(
            Instant.parse("2027-03-08T12:00:00Z"),
            Instant.parse("2027-03-15T12:00:00Z"),
            Instant.parse("2027-03-22T12:00:00Z"),
            Instant.parse("2027-03-29T13:00:00Z"),
            Instant.parse("2027-04-05T13:00:00Z"),
            Instant.parse("2027-04-12T13:00:00Z"));

    assertThat(lab.reservations.anchors().follow(AFTER)).isEqualTo(new Followed(3, List.of()));
    assertThat(starts(booked)).allMatch(start -> start.toString().endsWith("T12:00:00Z"));
    assertThat(lab.reservations.anchors().follow(AFTER)).isEqualTo(new Followed(0, List.of()));
  }

  @Test
  void aNightInWhichTheClocksWentBackIsAnHourShorter() {
    var night = times("2027-03-27T22:00", "2027-03-28T02:00");
    var booked = lab.reservations.book(lesson(night), by(null));

    assertThat(lab.reservations.anchors().follow(BEFORE).moved()).isEqualTo(1);
    assertThat(lab.reservations.find(booked.id()).window().length()).hasHours(5);
    assertThat(lab.reservations.anchors().follow(AFTER).moved()).isEqualTo(1);

    assertThat(lab.reservations.find(booked.id()).window()).isEqualTo(booked.window());
  }

  @Test
  void theFirstOfTwoTimesStaysWhenItComesOnceOnly() {
    var twice = times("2027-03-27T23:15", "2027-03-27T23:45");
    var booked = lab.reservations.book(lesson(twice), by(null));

    assertThat(lab.reservations.anchors().follow(BEFORE)).isEqualTo(new Followed(0, List.of()));
    assertThat(lab.reservations.anchors().follow(AFTER)).isEqualTo(new Followed(0, List.of()));

    assertThat(lab.reservations.find(booked.id()).window()).isEqualTo(booked.window());
  }
}
