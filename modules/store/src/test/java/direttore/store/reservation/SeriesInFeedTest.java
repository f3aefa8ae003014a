package direttore.store.reservation;

import static direttore.store.reservation.ReservationLab.ROME;
import static direttore.store.reservation.ReservationLab.by;
import static direttore.store.reservation.ReservationLab.hours;
import static direttore.store.reservation.ReservationLab.node;
import static direttore.store.reservation.ReservationLab.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import direttore.calendar.feed.ReservationFeeds;
import direttore.domain.access.Actor;
import direttore.domain.calendar.FeedScope;
import direttore.domain.reservation.NewSeries;
import direttore.domain.reservation.Occurrence;
import direttore.domain.reservation.ReservationChange;
import direttore.domain.reservation.Times;
import direttore.domain.reservation.recurrence.LeftOut;
import direttore.domain.reservation.recurrence.LocalWindow;
import direttore.domain.reservation.recurrence.Recurrence;
import direttore.domain.reservation.recurrence.RecurrenceRule;
import direttore.domain.reservation.series.EditScope;
import direttore.domain.reservation.series.SeriesEdit;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What calendars are told of a series that was booked, moved and called off in part. */
class SeriesInFeedTest {
  private final ReservationLab lab = new ReservationLab().nodes("pve1");

  @AfterEach
  void close() {
    lab.close();
  }

  private List<String> lines() {
    var feeds =
        new ReservationFeeds(
            lab.reservations::page,
            lab.reservations::series,
            Clock.fixed(ReservationLab.NOW, ZoneOffset.UTC));
    var all = new FeedScope.All();
    var program = URI.create("https://lab.example");
    return List.of(
        feeds
            .sheet(Actor.ANYBODY, all, "Lab", program)
            .text()
            .replace("\r\n ", "")
            .split("\r\n", -1));
  }

  private static NewSeries series(String rule, String start, String... except) {
    var first = LocalDateTime.parse(start);
    var recurrence =
        new Recurrence(
            RecurrenceRule.parse(rule, ROME),
            new LocalWindow(first, first.plusHours(2), ROME),
            LeftOut.parse(List.of(except), ROME));
    return new NewSeries(
        recurrence.rule().toString(),
        List.copyOf(recurrence.except()),
        NewSeries.Mode.ALL,
        recurrence.occurrences().stream()
            .map(w -> new Occurrence(w.start(), Times.local(w.start(), w.end(), w.zone())))
            .toList(),
        null);
  }

  @Test
  void isOneEventWithWhatDiffersFromIt() {
    var booked =
        lab.reservations
            .bookSeries(
                wanted(hours(1, 2), node("pve1")),
                series(
                    "FREQ=WEEKLY;COUNT=6",
                    "2027-01-11T09:00",
                    "2027-01-11T09:00",
                    "2027-01-25T09:00"),
                by(null))
            .booked();
    var moved = booked.get(1);
    var later =
        Times.local(
            LocalDateTime.parse("2027-02-02T14:00"), LocalDateTime.parse("2027-02-02T16:00"), ROME);
    lab.reservations.change(moved.id(), ReservationChange.NOTHING.withTimes(later), null);
    lab.reservations.cancel(booked.get(2).id(), null, null);

    assertThat(lines())
        .containsSubsequence(
            "DTSTART;TZID=Europe/Rome:20270118T090000",
            "DTEND;TZID=Europe/Rome:20270118T110000",
            "RRULE:FREQ=WEEKLY;COUNT=5",
            "EXDATE;TZID=Europe/Rome:20270125T090000",
            "RECURRENCE-ID;TZID=Europe/Rome:20270201T090000",
            "DTSTART;TZID=Europe/Rome:20270202T140000",
            "RECURRENCE-ID;TZID=Europe/Rome:20270208T090000",
            "STATUS:CANCELLED")
        .filteredOn(l -> l.startsWith("UID:"))
        .hasSize(3)
        .allMatch("UID:%s@direttore".formatted(booked.getFirst().uid())::equals);
  }

  @Test
  void beginsWhereItWasMeantToInAGapOfTheClocks() {
    lab.reservations.bookSeries(
        wanted(hours(1, 2), node("pve1")),
        series("FREQ=DAILY;COUNT=3", "2027-03-28T02:30"),
        by(null));

    assertThat(lines())
        .contains(
            "DTSTART:20270328T013000Z",
            "DTSTART;TZID=Europe/Rome:20270329T023000",
            "RRULE:FREQ=DAILY;COUNT=2");
  }

  @Test
  void whatIsEditedFromADateOnIsASeriesThatIsRelatedToTheFirst() {
    var booked =
        lab.reservations
            .bookSeries(
                wanted(hours(1, 2), node("pve1")),
                series("FREQ=WEEKLY;COUNT=6", "2027-01-11T09:00"),
                by(null))
            .booked();
    lab.reservations.cancel(booked.get(4).id(), null, null);
    var later =
        Times.local(
            LocalDateTime.parse("2027-02-01T14:00"), LocalDateTime.parse("2027-02-01T16:00"), ROME);

    var edited =
        lab.reservations
            .edits()
            .edit(
                new SeriesEdit(
                    booked.get(3).id(),
                    EditScope.LATER,
                    ReservationChange.NOTHING.withTimes(later),
                    null,
                    null,
                    NewSeries.Mode.ALL,
                    null,
                    null,
                    date -> true,
                    "ana"));

    var first = booked.getFirst().uid();
    assertThat(lines())
        .containsSubsequence(
            "UID:%s@direttore".formatted(first),
            "DTSTART;TZID=Europe/Rome:20270111T090000",
            "RRULE:FREQ=WEEKLY;COUNT=3",
            "UID:%s@direttore".formatted(edited.series().uid()),
            "DTSTART;TZID=Europe/Rome:20270201T140000",
            "RRULE:FREQ=WEEKLY;COUNT=3",
            "RELATED-TO:%s@direttore".formatted(first),
            "RECURRENCE-ID;TZID=Europe/Rome:20270208T140000",
            "STATUS:CANCELLED");
  }
}
