package direttore.domain.reservation.recurrence;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an edit makes of a series. Only what is listed needs a new decision.
 *
 * @param series what goes on under the name of the series
 * @param next what goes on under a new one, or null where the series is not split
 * @param moved what takes place at another time, or is known by another start, or belongs to what
 *     comes next
 * @param added the starts of new occurrences, of what comes next if there is that
 * @param dropped by what the occurrences were known that do not take place any more
 */
public record SeriesEdit(
    Recurrence series,
    @Nullable Recurrence next,
    List<Moved> moved,
    List<LocalDateTime> added,
    List<LocalDateTime> dropped) {
  public SeriesEdit {
    moved = List.copyOf(moved);
    added = List.copyOf(added);
    dropped = List.copyOf(dropped);
  }

  /**
   * An occurrence that stays.
   *
   * @param was by what it was known
   * @param is by what it is known now
   * @param from when it was to take place
   * @param to when it takes place now, which may be the same
   */
  public record Moved(LocalDateTime was, LocalDateTime is, LocalWindow from, LocalWindow to) {
    /** Whether its time is another, which is to be decided anew. */
    public boolean inTime() {
      return !from.equals(to);
    }
  }

  /** What the added ones belong to. */
  public Recurrence latest() {
    return next == null ? series : next;
  }
}
