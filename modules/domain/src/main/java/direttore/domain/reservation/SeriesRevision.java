package direttore.domain.reservation;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an edit makes of a series, decided as one: all of it or nothing.
 *
 * @param series what goes on under its name
 * @param next what goes on as a series of its own, or null where it is not split
 * @param moved what is changed, or known by another start, or belongs to what comes next
 * @param change what changes of all that are moved and of no other's times, such as the title
 * @param added new occurrences, of what comes next if there is that; as those that are moved, or as
 *     the latest that there is
 * @param dropped what is called off
 */
public record SeriesRevision(
    Shape series,
    @Nullable Shape next,
    List<Moved> moved,
    ReservationChange change,
    List<Occurrence> added,
    List<Long> dropped) {
  /**
   * How something repeats.
   *
   * @param rule the RRULE, without its name
   * @param start when the first begins by the clock on the wall
   * @param exceptions what of the rule is left out (EXDATE)
   */
  public record Shape(
      String rule,
      ZoneId zone,
      LocalDateTime start,
      LocalDateTime end,
      List<LocalDateTime> exceptions) {
    public Shape {
      exceptions = List.copyOf(exceptions);
    }
  }

  /**
   * An occurrence that stays.
   *
   * @param occurrence by what it is known now
   * @param times when it takes place now, or null where that is as before
   * @param ofNext whether it belongs to what comes next
   */
  public record Moved(
      long reservation, LocalDateTime occurrence, @Nullable Times times, boolean ofNext) {}

  public SeriesRevision {
    moved = List.copyOf(moved);
    added = List.copyOf(added);
    dropped = List.copyOf(dropped);
  }
}
