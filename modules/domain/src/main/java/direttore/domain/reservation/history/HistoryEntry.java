package direttore.domain.reservation.history;

import direttore.domain.access.TeamName;
import direttore.domain.reservation.Window;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a reservation.
 *
 * @param id rises with time; 0 for that it was made
 * @param by the name of who did it, or null where it happened by itself or nobody knows
 * @param askedBy the name of who asked for it, where somebody else had to approve it, or null
 * @param reason what was said of it, or null
 * @param window its time since then, where that was another before, or null
 * @param before its time until then, or null
 * @param whose whose it is since then, where that was another before, or null
 * @param fields what else was changed with it, by the names of the API
 */
public record HistoryEntry(
    long id,
    HistoryKind kind,
    Instant at,
    @Nullable String by,
    @Nullable String askedBy,
    @Nullable String reason,
    @Nullable Window window,
    @Nullable Window before,
    @Nullable Whose whose,
    List<String> fields) {
  public HistoryEntry {
    fields = List.copyOf(fields);
  }

  /** Something of which there is no more to say. */
  public HistoryEntry(
      long id, HistoryKind kind, Instant at, @Nullable String by, @Nullable String reason) {
    this(id, kind, at, by, null, reason, null, null, null, List.of());
  }

  /** The same, as somebody had asked for it. */
  public HistoryEntry askedBy(@Nullable String name) {
    return new HistoryEntry(id, kind, at, by, name, reason, window, before, whose, fields);
  }

  /** Whose a reservation is. */
  public record Whose(String requester, @Nullable TeamName team) {}
}
