package direttore.domain.reservation.recurrence;

import direttore.domain.Violations;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The occurrences that a request leaves out of a series. */
public final class LeftOut {
  private LeftOut() {}

  /**
   * Reads starts such as {@code 2027-03-29T09:00}, by the clocks of the place or with an offset.
   * Refuses with the fields {@code exdates[n]}.
   */
  public static Set<LocalDateTime> parse(List<String> texts, ZoneId zone) {
    var wrong = new Violations();
    if (texts.size() > RecurrenceRule.MOST_OCCURRENCES) {
      wrong.add("exdates", "must be at most %d".formatted(RecurrenceRule.MOST_OCCURRENCES));
      wrong.refuseIfAny();
    }
    var starts = new LinkedHashSet<LocalDateTime>();
    for (int i = 0; i < texts.size(); i++) {
      var field = "exdates[%d]".formatted(i);
      try {
        if (!starts.add(start(texts.get(i), zone))) {
          wrong.add(field, "is there twice");
        }
      } catch (DateTimeException _) {
        wrong.add(field, "must be a date with a time, such as 2027-03-29T09:00");
      }
    }
    wrong.refuseIfAny();
    return starts;
  }

  private static LocalDateTime start(String text, ZoneId zone) {
    var local =
        text.matches(".*T.*(Z|[+-][0-9:]+)")
            ? OffsetDateTime.parse(text).atZoneSameInstant(zone).toLocalDateTime()
            : LocalDateTime.parse(text);
    return local.truncatedTo(ChronoUnit.SECONDS);
  }
}
