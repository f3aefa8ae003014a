package direttore.domain.reservation;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is noted beside many reservations, for lists. */
public interface Marks {
  /** By the reservations' ids; those of which nothing is noted are left out. */
  Map<Long, Mark> of(Collection<Long> reservations);

  /**
   * What is noted beside one.
   *
   * @param changedBy who changed it last; null where nobody did, or time alone
   * @param unmoved why it could not be moved when the rules of its zone changed; null where it
   *     takes place when its clocks say
   * @param checkInBy until when somebody has to check in; null where nobody has to any more
   * @param lateBy how long after its start it began; null where it did not, or within a minute
   * @param atRisk what of it is out of service
   */
  record Mark(
      @Nullable String changedBy,
      @Nullable String unmoved,
      @Nullable Instant checkInBy,
      @Nullable Duration lateBy,
      List<AtRisk> atRisk) {
    public static final Mark NONE = new Mark(null, null, null, null, List.of());

    private static final DateTimeFormatter MOMENT =
        DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    public Mark {
      atRisk = List.copyOf(atRisk);
    }

    /** That a reservation was changed, when, and by whom if that is known. */
    public String sentence(Reservation reservation) {
      var zone = reservation.times().zone();
      return "reservation %d was changed%s on %s (%s)"
          .formatted(
              reservation.id(),
              changedBy == null ? "" : " by " + changedBy,
              MOMENT.format(reservation.changed().atZone(zone)),
              zone);
    }
  }
}
