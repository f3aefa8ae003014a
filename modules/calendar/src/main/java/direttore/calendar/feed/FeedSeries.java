package direttore.calendar.feed;

import direttore.domain.reservation.recurrence.Recurrence;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Something that a calendar shows more than once.
 *
 * @param uid by which calendars know all of it for ever
 * @param sequence rises with each change of the series as a whole
 * @param occurrences by the starts that the rule gives them; one that is missing is left out
 * @param follows by which calendars know what it was split from, or null
 */
public record FeedSeries(
    String uid,
    Recurrence recurrence,
    int sequence,
    Map<LocalDateTime, FeedEvent> occurrences,
    @Nullable String follows) {
  /** One that was not split from another. */
  public FeedSeries(
      String uid, Recurrence recurrence, int sequence, Map<LocalDateTime, FeedEvent> occurrences) {
    this(uid, recurrence, sequence, occurrences, null);
  }

  public FeedSeries {
    occurrences = Collections.unmodifiableMap(new TreeMap<>(occurrences));
  }

  /** The occurrence that the rule has start then, which must be there. */
  FeedEvent at(LocalDateTime start) {
    return Objects.requireNonNull(occurrences.get(start), "a known occurrence");
  }
}
