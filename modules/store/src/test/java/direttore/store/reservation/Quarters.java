package direttore.store.reservation;

import static direttore.store.reservation.ReservationLab.NOW;
import static direttore.store.reservation.ReservationLab.ROME;
import static direttore.store.reservation.ReservationLab.node;
import static direttore.store.reservation.ReservationLab.share;

import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.Times;
import direttore.domain.reservation.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Set;
import java.util.stream.IntStream;

/** Quarters of an hour of a node of 16 cores. */
final class Quarters {
  private static final int CORES = 16;

  private Quarters() {}

  /** One that takes place; 0 cores are the whole node. */
  record Date(long id, int start, int length, int cores) {
    Date at(int other, int lasting) {
      return new Date(id, other, lasting, cores);
    }
  }

  static Instant at(int quarter) {
    return NOW.plus(Duration.ofMinutes(15L * quarter + 60));
  }

  static int quarter(Instant at) {
    return (int) ((Duration.between(NOW, at).toMinutes() - 60) / 15);
  }

  static Times times(int start, int length) {
    return new Times(new Window(at(start), at(start + length)), ROME);
  }

  static int key(LocalDateTime start) {
    return quarter(start.atZone(ROME).toInstant());
  }

  static ClaimRequest claim(int cores) {
    return cores == 0 ? node("pve1") : share("pve1", cores);
  }

  static boolean free(Date date, Set<Date> others) {
    return IntStream.range(date.start, date.start + date.length)
        .allMatch(quarter -> {
          var there =
              others.stream()
                  .filter(d -> d.start <= quarter && quarter < d.start + d.length)
                  .toList();
          return there.isEmpty()
              || (date.cores > 0
                  && there.stream().allMatch(d -> d.cores > 0)
                  && there.stream().mapToInt(Date::cores).sum() + date.cores <= CORES);
        });
  }

  static Window wish(Date date) {
    return times(date.start, date.length).window();
  }
}
