package direttore.domain.reservation.life;

import direttore.domain.reservation.AtEnd;
import direttore.domain.reservation.CheckIn;
import direttore.domain.reservation.Margins;
import direttore.domain.reservation.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that is due for a reservation at a moment, whatever settings say since. */
public record Bell(BellKind what, Instant due) {

  /** How long before the last moment to check in somebody is told so once more. */
  private static final Duration CHECK_IN_WARNING = Duration.ofMinutes(5);

  /**
   * Those of a reservation that is booked.
   *
   * @param checkIn what somebody has to do, or null
   */
  public static List<Bell> of(
      Window window, Margins margins, @Nullable CheckIn checkIn, Collection<Part> parts) {
    var bells = new ArrayList<Bell>();
    if (!parts.isEmpty()) {
      bells.add(new Bell(BellKind.PREPARE, window.from().minus(margins.lead())));
    }
    bells.add(new Bell(BellKind.START, window.from()));
    if (checkIn != null && checkIn.pending()) {
      checkIn(bells, window, checkIn);
    }
    warn(bells, BellKind.WARN30, window, Duration.ofMinutes(30));
    warn(bells, BellKind.WARN5, window, Duration.ofMinutes(5));
    bells.add(new Bell(BellKind.END, window.to()));
    if (graceMatters(margins, parts)) {
      bells.add(new Bell(BellKind.DESTROY, window.to().plus(margins.grace())));
    }
    return List.copyOf(bells);
  }

  private static void checkIn(List<Bell> bells, Window window, CheckIn checkIn) {
    var last = lastToCheckIn(window, window.from().plus(checkIn.within()));
    if (!last.isEmpty()) {
      bells.add(new Bell(BellKind.CHECK_IN_FROM, window.from().minus(CheckIn.EARLY)));
      bells.addAll(last);
    }
  }

  /** Those of the last moment to check in; none where it has ended by then anyway. */
  static List<Bell> lastToCheckIn(Window window, Instant by) {
    return by.isBefore(window.to())
        ? List.of(
            new Bell(BellKind.CHECK_IN_WARN, by.minus(CHECK_IN_WARNING)),
            new Bell(BellKind.CHECK_IN_BY, by))
        : List.of();
  }

  /** What is destroyed waits for it, and what only rests is brought back within it. */
  private static boolean graceMatters(Margins margins, Collection<Part> parts) {
    return parts.stream()
        .map(Part::atEnd)
        .anyMatch(
            end -> end.destroys() || (!end.equals(AtEnd.NOTHING) && !margins.grace().isZero()));
  }

  private static void warn(List<Bell> bells, BellKind what, Window window, Duration before) {
    if (window.length().compareTo(before) > 0) {
      bells.add(new Bell(what, window.to().minus(before)));
    }
  }
}
