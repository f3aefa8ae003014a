package direttore.domain.reservation.history;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to reservations, kept as long as they are. */
public interface History {
  /**
   * What happened to a reservation, the latest first; that it was made comes last.
   *
   * @param before only what has a smaller id
   */
  Page of(long reservation, long before, int limit);

  /**
   * A page of it.
   *
   * @param next what comes after it has smaller ids than this; null where nothing does
   * @param since from when on it is kept; null where that is since the reservation was made
   */
  record Page(List<HistoryEntry> entries, @Nullable Long next, @Nullable Instant since) {
    public Page {
      entries = List.copyOf(entries);
    }
  }
}
