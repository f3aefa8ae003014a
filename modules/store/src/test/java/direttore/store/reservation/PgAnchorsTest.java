package direttore.store.reservation;

import static direttore.store.reservation.ReservationLab.by;
import static direttore.store.reservation.ReservationLab.details;
import static direttore.store.reservation.ReservationLab.node;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.reservation.Anchors.Followed;
import direttore.domain.reservation.NewReservation;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.ReservationChange;
import direttore.domain.reservation.Times;
import direttore.domain.reservation.Window;
import direttore.domain.reservation.ZoneDuty;
import direttore.domain.reservation.recurrence.ZoneData;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** British Columbia stays on summer time from 2026 on: data of another age says otherwise. */
class PgAnchorsTest {
  private static final ZoneId VANCOUVER = ZoneId.of("America/Vancouver");
  private static final ZoneData BEFORE = data("2025b", -8);
  private static final ZoneData AFTER = data("2026b", -7);

  private final ReservationLab lab = new ReservationLab().nodes("pve1");

  @AfterEach
  void close() {
    assertThat(lab.overlaps()).isZero();
    lab.close();
  }

  private static ZoneData data(String version, int hours) {
    return new ZoneData() {
      @Override
      public String version() {
        return version;
      }

      @Override
      public ZoneRules rules(ZoneId zone) {
        return zone.equals(VANCOUVER) ? ZoneRules.of(ZoneOffset.ofHours(hours)) : zone.getRules();
      }
    };
  }

  /** For two hours, by the rules of before. */
  private Reservation book(String start) {
    var local = LocalDateTime.parse(start);
    var window =
        new Window(
            local.toInstant(ZoneOffset.ofHours(-8)),
            local.plusHours(2).toInstant(ZoneOffset.ofHours(-8)));
    var booked =
        lab.reservations.book(
            NewReservation.booking(
                details("lab"), new Times(window, VANCOUVER), List.of(node("pve1"))),
            by(null));
    lab.database
        .client()
        .execute()
        .dml(
            "UPDATE reservation SET zone_data = '2025b', start_local = '%s', end_local = '%s' WHERE id = %d"
                .formatted(local, local.plusHours(2), booked.id()));
    return booked;
  }

  private Instant start(Reservation of) {
    return lab.reservations.find(of.id()).window().from();
  }

  private String meant(Reservation of) {
    return lab.database
        .client()
        .execute()
        .get("SELECT CAST(start_local AS text) AS n FROM reservation WHERE id = " + of.id())
        .map(row -> row.column("n").getString())
        .orElseThrow();
  }

  @Test
  void theSameDataMovesNothing() {
    var booked = book("2027-01-11T09:00");

    assertThat(lab.reservations.anchors().follow(BEFORE)).isEqualTo(new Followed(0, List.of()));

    assertThat(start(booked)).isEqualTo("2027-01-11T17:00:00Z");
  }

  @Test
  void whatFollowsEachOtherIsMovedTogether() {
    var first = book("2027-01-11T09:00");
    var second = book("2027-01-11T11:00");

    var followed = lab.reservations.anchors().follow(AFTER);

    assertThat(followed).isEqualTo(new Followed(2, List.of()));
    assertThat(start(first)).isEqualTo("2027-01-11T16:00:00Z");
    assertThat(start(second)).isEqualTo("2027-01-11T18:00:00Z");
    assertThat(meant(first)).isEqualTo("2027-01-11 09:00:00");
    assertThat(lab.reservations.find(first.id()).sequence()).isEqualTo(1);
    assertThat(lab.reservations.anchors().follow(AFTER)).isEqualTo(new Followed(0, List.of()));
  }

  @Test
  void whatIsTakenKeepsItsTimeAndIsReportedUntilItCanBeMoved() {
    var lesson = book("2027-01-11T09:00");
    var other =
        lab.book(
            new Window(
                Instant.parse("2027-01-11T16:00:00Z"), Instant.parse("2027-01-11T17:00:00Z")),
            node("pve1"));
    var duty = new ZoneDuty(lab.reservations.anchors(), AFTER);

    assertThat(duty.run()).hasValueSatisfying(s -> assertThat(s).contains("" + lesson.id()));
    // What else is changed of it leaves what was meant.
    lab.reservations.change(
        lesson.id(), ReservationChange.NOTHING.withDetails(details("other")), null);

    assertThat(start(lesson)).isEqualTo("2027-01-11T17:00:00Z");
    assertThat(
            requireNonNull(new PgMarks(lab.database).of(List.of(lesson.id())).get(lesson.id()))
                .unmoved())
        .isEqualTo("node pve1 is taken");
    lab.reservations.cancel(other.id(), null, null);
    assertThat(duty.run()).isEmpty();
    assertThat(start(lesson)).isEqualTo("2027-01-11T16:00:00Z");
    assertThat(new PgMarks(lab.database).of(List.of(lesson.id()))).isEmpty();
  }

  @Test
  void whatIsMovedByHandIsMovedNoMore() {
    var lesson = book("2027-01-11T09:00");
    lab.book(
        new Window(Instant.parse("2027-01-11T16:00:00Z"), Instant.parse("2027-01-11T17:00:00Z")),
        node("pve1"));
    lab.reservations.anchors().follow(AFTER);
    var by =
        new Times(
            Window.of(Instant.parse("2027-01-12T17:00:00Z"), lesson.window().length()), VANCOUVER);

    lab.reservations.change(lesson.id(), ReservationChange.NOTHING.withTimes(by), null);

    assertThat(new PgMarks(lab.database).of(List.of(lesson.id()))).isEmpty();
  }

  @Test
  void whatHasBegunStays() {
    var lesson = book("2027-01-11T09:00");
    lab.now = Instant.parse("2027-01-11T17:30:00Z");

    assertThat(lab.reservations.anchors().follow(AFTER)).isEqualTo(new Followed(0, List.of()));

    assertThat(start(lesson)).isEqualTo("2027-01-11T17:00:00Z");
  }
}
