package direttore.store.reservation;

import static direttore.store.reservation.ReservationLab.by;
import static direttore.store.reservation.ReservationLab.hours;
import static direttore.store.reservation.ReservationLab.wanted;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import direttore.domain.Refusal;
import direttore.domain.reservation.AddressRange;
import direttore.domain.reservation.Availability;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.Margins;
import direttore.domain.reservation.ReservationChange;
import direttore.domain.reservation.ResourceKind;
import direttore.store.SqlFailure;
import io.helidon.dbclient.DbClientException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Ranges of addresses, which keep each other out wherever they overlap. */
class AddressClaimsTest {
  private static final int WRITERS = 64;

  /** Pairs of reservations that have an address at the same moment. */
  private static final String OVERLAPS =
      """
      SELECT count(*) AS n FROM claim a
        JOIN resource r ON r.id = a.resource AND r.kind = 'addresses'
        JOIN claim b ON b.id > a.id AND b.reservation <> a.reservation
         AND lower(a.during) < upper(b.during) AND lower(b.during) < upper(a.during)
        JOIN resource s ON s.id = b.resource AND s.kind = 'addresses'
       WHERE a.holding AND b.holding
         AND lower(r.addresses) <= upper(s.addresses) AND lower(s.addresses) <= upper(r.addresses)
      """;

  private final ReservationLab lab = new ReservationLab().nodes("pve1");

  @AfterEach
  void close() {
    lab.close();
  }

  private static ClaimRequest range(String text) {
    return ClaimRequest.addresses(AddressRange.parse(text));
  }

  @Test
  void rangesThatOverlapAreNotHadAtTheSameTime() {
    var one = lab.book(hours(1, 2), range("10.20.0.10-10.20.0.50"));

    var refusal =
        catchThrowableOfType(
            Refusal.ReservationConflict.class,
            () -> lab.book(hours(2, 2), range("10.20.0.0/27"), ReservationLab.share("pve1", 1)));

    assertThat(refusal)
        .hasMessage("addresses 10.20.0.0/27 are taken from 2026-11-30 10:00 to 2026-11-30 12:00");
    assertThat(requireNonNull(refusal.conflicts().getFirst().by()).reservation())
        .isEqualTo(one.id());
    assertThat(refusal.nextFree()).hasSizeGreaterThanOrEqualTo(3);
    assertThat(refusal.nextFree().getFirst().window()).isEqualTo(hours(3, 2));
    assertThat(lab.book(hours(1, 2), range("10.20.0.51-10.20.0.60")).id()).isPositive();
    assertThat(lab.book(hours(1, 2), range("2001:db8::/64")).id()).isPositive();
    assertThat(lab.book(hours(3, 2), range("10.20.0.0/27")).id()).isPositive();
    assertThatExceptionOfType(Refusal.ReservationConflict.class)
        .isThrownBy(() -> lab.book(hours(1, 2), range("2001:db8::1")));
    assertThatExceptionOfType(Refusal.ReservationConflict.class)
        .isThrownBy(() -> lab.book(hours(1, 1), range("10.20.0.10-10.20.0.50")));
  }

  @Test
  void whatIsMovedOrCalledOffLetsGo() {
    var one = lab.book(hours(1, 2), range("10.20.0.10-10.20.0.50"));

    lab.reservations.change(
        one.id(), ReservationChange.NOTHING.withTimes(one.times().at(hours(5, 2))), null);
    var other = lab.book(hours(1, 2), range("10.20.0.0/24"));
    lab.reservations.cancel(other.id(), null, null);

    assertThat(lab.book(hours(1, 2), range("10.20.0.20")).id()).isPositive();
    assertThatExceptionOfType(Refusal.ReservationConflict.class)
        .isThrownBy(() -> lab.book(hours(6, 2), range("10.20.0.20")));
    assertThat(lab.resources.all(Set.of(ResourceKind.ADDRESSES)))
        .extracting(each -> each.name())
        .containsExactly("10.20.0.10-10.20.0.50", "10.20.0.20");
  }

  @Test
  void availabilityKnowsThemAndKeepsNothingOfTheQuestion() {
    lab.book(hours(1, 2), range("10.20.0.10-10.20.0.50"));
    var question =
        new Availability.Wanted(
            List.of(range("10.20.0.50-10.20.0.70")), Duration.ofHours(1), Margins.NONE, null);

    var slots = lab.availability.slots(question, hours(1, 10), 1).slots();

    assertThat(slots.getFirst().window().from()).isEqualTo(hours(3, 1).from());
    assertThat(lab.count("SELECT count(*) AS n FROM resource WHERE kind = 'addresses'"))
        .isEqualTo(1);
  }

  @Test
  void manyAtOnceNeverHaveAnAddressTwice() throws Exception {
    var booked = new AtomicInteger();
    var refused = new AtomicInteger();
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      var work = new ArrayList<Callable<Object>>();
      for (var i = 0; i < WRITERS; i++) {
        var random = new Random(i);
        work.add(() -> {
          for (var n = 0; n < 4; n++) {
            var first = random.nextInt(40);
            var text = "10.20.0.%d-10.20.0.%d".formatted(first, first + random.nextInt(12));
            var window = hours(1 + random.nextInt(8) / 4.0, 0.5);
            try {
              lab.reservations.book(wanted(window, range(text)), by(null));
              booked.incrementAndGet();
            } catch (Refusal.ReservationConflict | Refusal.Overloaded e) {
              refused.incrementAndGet();
            }
          }
          return true;
        });
      }
      for (var done : pool.invokeAll(work)) {
        done.get();
      }
    }

    assertThat(booked.get()).isPositive();
    assertThat(refused.get()).isPositive();
    assertThat(lab.count(OVERLAPS)).isZero();
    assertThat(
            lab.count(
                "SELECT deadlocks AS n FROM pg_stat_database WHERE datname = current_database()"))
        .isZero();
  }

  @Test
  void theDatabaseItselfRefusesWhatOverlaps() {
    var one = lab.book(hours(1, 1), range("10.20.0.10"));
    lab.book(hours(5, 1), range("10.20.0.0/24"));

    assertThatExceptionOfType(DbClientException.class)
        .isThrownBy(() ->
            lab.database
                .client()
                .execute()
                .dml(
                    """
                    UPDATE address_claim SET during = (SELECT during FROM claim WHERE reservation = %d)
                     WHERE reservation <> %d
                    """
                        .formatted(one.id(), one.id())))
        .matches(e -> SqlFailure.breaks(e, "address_claim_alone"));
  }
}
