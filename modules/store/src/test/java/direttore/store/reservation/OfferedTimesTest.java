package direttore.store.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.Refusal;
import direttore.domain.reservation.Availability.Wanted;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.Margins;
import direttore.domain.reservation.NewReservation;
import direttore.domain.reservation.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is said to be free is accepted when it is booked, and what is refused was not said free. */
class OfferedTimesTest {
  private static final int SEEDS = 8;
  private static final int OTHERS = 24;
  private static final int QUESTIONS = 3;
  private static ReservationLab lab;

  @BeforeAll
  static void open() {
    lab = Grid.lab();
  }

  @AfterAll
  static void close() {
    lab.close();
  }

  @Test
  void whatIsOfferedIsAcceptedAndWhatIsRefusedWasNotOffered() {
    for (var seed = 0; seed < SEEDS; seed++) {
      lab.database.client().execute().dml("TRUNCATE reservation CASCADE");
      var random = new Random(seed);
      for (var i = 0; i < OTHERS; i++) {
        accepts(booking(random), true);
      }
      for (var i = 0; i < QUESTIONS; i++) {
        ask(seed, booking(random));
      }
    }
  }

  private static void ask(int seed, NewReservation booking) {
    var length = booking.times().window().length();
    var within = Grid.window(0, Grid.QUARTERS);
    var wanted = new Wanted(booking.claims(), length, booking.margins(), null);
    var offered =
        lab.availability.slots(wanted, within, 100).slots().stream()
            .map(slot -> slot.window().from())
            .collect(Collectors.toSet());
    var what = "seed %d, %s around %s".formatted(seed, booking.margins(), booking.claims());

    assertThat(offered).as(what).allMatch(start -> accepts(at(booking, start), false));
    assertThat(beginnings(booking, within)).as(what).isEqualTo(offered);
  }

  /** When it can begin, but not the moment before; all times here are of full five minutes. */
  private static Set<Instant> beginnings(NewReservation booking, Window within) {
    var last = within.length().minus(booking.times().window().length()).toMinutes();
    return IntStream.rangeClosed(0, (int) (last / 5))
        .mapToObj(i -> within.from().plus(Duration.ofMinutes(5L * i)))
        .filter(start -> accepts(at(booking, start), false))
        .filter(start ->
            start.equals(within.from()) || !accepts(at(booking, start.minusSeconds(1)), false))
        .collect(Collectors.toSet());
  }

  private static boolean accepts(NewReservation booking, boolean kept) {
    try {
      if (kept) {
        lab.reservations.book(booking, ReservationLab.by(null));
      } else {
        lab.reservations.check(booking);
      }
      return true;
    } catch (Refusal.ReservationConflict e) {
      return false;
    }
  }

  private static NewReservation at(NewReservation booking, Instant start) {
    var times = booking.times();
    return booking.at(times.at(Window.of(start, times.window().length())));
  }

  private static NewReservation booking(Random random) {
    var start = random.nextInt(Grid.QUARTERS - 16);
    var claims = Grid.claims(random.nextInt(Grid.WISHES), 1 + random.nextInt(12));
    var plain =
        ReservationLab.wanted(
            Grid.window(start, 1 + random.nextInt(12)), claims.toArray(ClaimRequest[]::new));
    return new NewReservation(
        plain.kind(),
        plain.details(),
        plain.times(),
        margins(random),
        plain.phase(),
        plain.atStart(),
        plain.atEnd(),
        plain.claims(),
        List.of());
  }

  private static Margins margins(Random random) {
    var five = Duration.ofMinutes(5);
    return new Margins(
        five.multipliedBy(random.nextInt(8)),
        five.multipliedBy(random.nextInt(8)),
        five.multipliedBy(random.nextInt(3)));
  }
}
