package direttore.api;

import direttore.domain.reservation.history.History;
import direttore.domain.reservation.history.HistoryEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to any reservation, in memory: what a test says did. */
public final class FakeHistory implements History {
  public final List<HistoryEntry> entries = new ArrayList<>();
  public @Nullable Instant since;

  @Override
  public Page of(long reservation, long before, int limit) {
    var all =
        entries.stream()
            .filter(entry -> entry.id() < before)
            .sorted(Comparator.comparing(HistoryEntry::id).reversed())
            .toList();
    var some = all.stream().limit(limit).toList();
    return new Page(some, some.size() < all.size() ? some.getLast().id() : null, since);
  }
}
