package direttore.domain.reservation;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/**
 * What repeats.
 *
 * @param rule the RRULE, without its name
 * @param exceptions what of the rule is left out (EXDATE)
 * @param start when the first begins by the clock on the wall
 * @param end when the first ends by the clock on the wall
 * @param skipped what of the rule could not be booked
 */
public record Series(
    long id,
    String uid,
    String rule,
    ZoneId zone,
    LocalDateTime start,
    LocalDateTime end,
    List<LocalDateTime> exceptions,
    NewSeries.Mode mode,
    List<Skipped> skipped,
    int version) {
  /**
   * An occurrence that could not be booked.
   *
   * @param why in a sentence that names nobody
   */
  public record Skipped(LocalDateTime occurrence, String why) {}

  public Series {
    exceptions = List.copyOf(exceptions);
    skipped = List.copyOf(skipped);
  }
}
