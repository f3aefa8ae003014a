package direttore.calendar.feed;

import direttore.domain.reservation.recurrence.LocalWindow;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Something that a calendar shows.
 *
 * @param uid by which calendars know it for ever
 * @param sequence rises with each change that people must notice
 * @param changed when anything of it was changed last
 */
public record FeedEvent(
    String uid,
    Text text,
    Standing standing,
    int sequence,
    Instant created,
    Instant changed,
    Instant from,
    Instant to,
    ZoneId zone) {
  /**
   * What people read.
   *
   * @param summary never empty
   * @param location empty for none
   * @param description empty for none
   */
  public record Text(String summary, String location, String description, @Nullable URI page) {
    public Text {
      if (summary.isBlank()) {
        throw new IllegalArgumentException("calendars show an event without a summary as nothing");
      }
    }

    /** Whether both say the same of occurrences, each of which has a page of its own. */
    boolean saysAs(Text other) {
      return summary.equals(other.summary)
          && location.equals(other.location)
          && description.equals(other.description);
    }
  }

  /** Whether it will take place. */
  public enum Standing {
    CONFIRMED,
    TENTATIVE,
    CANCELLED
  }

  public FeedEvent {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("%s ends before it begins".formatted(uid));
    }
  }

  boolean cancelled() {
    return standing == Standing.CANCELLED;
  }

  /** Whether it takes place then. */
  boolean takesPlaceAt(LocalWindow window) {
    return from.equals(window.startsAt()) && to.equals(window.endsAt());
  }

  /** Whether it touches the time from one moment to another. */
  boolean touches(Instant since, Instant until) {
    return from.isBefore(until) && to.isAfter(since);
  }
}
