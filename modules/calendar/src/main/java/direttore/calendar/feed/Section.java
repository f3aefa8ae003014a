package direttore.calendar.feed;

import direttore.domain.reservation.recurrence.ClockChange;
import direttore.domain.reservation.recurrence.Recurrence;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Occurrences of a series that one rule of a calendar can say, or one that none can: calendars take
 * a time that is skipped or comes twice each in its own way, and give each occurrence the exact
 * length of the first.
 *
 * @param uid that of the series for its first section
 * @param starts of occurrences that follow each other in the rule
 * @param plain whether a rule can say them
 */
record Section(String uid, List<LocalDateTime> starts, boolean plain) {
  /** All of a series; the same ones as long as its rule and its clocks are. */
  static List<Section> of(FeedSeries series) {
    var recurrence = series.recurrence();
    var sections = new ArrayList<Section>();
    var run = new ArrayList<LocalDateTime>();
    for (var start : recurrence.allStarts()) {
      if (plain(recurrence, start)) {
        run.add(start);
      } else {
        close(run, series.uid(), sections);
        sections.add(new Section(uid(series.uid(), start, sections), List.of(start), false));
      }
    }
    close(run, series.uid(), sections);
    return sections;
  }

  private static boolean plain(Recurrence recurrence, LocalDateTime start) {
    return recurrence.at(start).clockChange() == ClockChange.NONE;
  }

  private static void close(List<LocalDateTime> run, String series, List<Section> sections) {
    if (!run.isEmpty()) {
      sections.add(new Section(uid(series, run.getFirst(), sections), List.copyOf(run), true));
      run.clear();
    }
  }

  private static String uid(String series, LocalDateTime start, List<Section> before) {
    return before.isEmpty() ? series : series + "-" + Stamp.local(start);
  }
}
