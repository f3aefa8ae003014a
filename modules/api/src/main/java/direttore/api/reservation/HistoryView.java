package direttore.api.reservation;

import direttore.domain.access.TeamName;
import direttore.domain.reservation.Window;
import direttore.domain.reservation.history.HistoryEntry;
import direttore.domain.reservation.history.HistoryEntry.Whose;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a reservation, as far as whoever looks may know.
 *
 * @param window its time since then, where that was another before, or null
 * @param before its time until then, or null
 * @param whose whose it is since then, where that was another before and is for them, or null
 */
record HistoryView(
    long id,
    String kind,
    Instant at,
    @Nullable String by,
    @Nullable String askedBy,
    @Nullable String reason,
    @Nullable WindowView window,
    @Nullable WindowView before,
    @Nullable WhoseView whose,
    List<String> fields) {

  /** Whose a reservation is. */
  record WhoseView(String requester, @Nullable String team) {
    static @Nullable WhoseView of(@Nullable Whose whose) {
      return whose == null
          ? null
          : new WhoseView(
              whose.requester(),
              Optional.ofNullable(whose.team()).map(TeamName::value).orElse(null));
    }
  }

  /** Of a private one others see what happened to its time alone. */
  static HistoryView of(HistoryEntry entry, boolean open, ZoneId zone) {
    return new HistoryView(
        entry.id(),
        entry.kind().wire(),
        entry.at(),
        open ? entry.by() : null,
        open ? entry.askedBy() : null,
        open ? entry.reason() : null,
        window(entry.window(), zone),
        window(entry.before(), zone),
        open ? WhoseView.of(entry.whose()) : null,
        open ? entry.fields() : List.of());
  }

  private static @Nullable WindowView window(@Nullable Window window, ZoneId zone) {
    return window == null ? null : WindowView.of(window, zone);
  }
}
