package direttore.worker.inventory;

import direttore.domain.inventory.Answer;
import direttore.domain.inventory.InventoryCopy;
import direttore.domain.inventory.InventorySource;
import direttore.domain.inventory.SourceChange;
import direttore.domain.system.SystemFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * NetBox's change log, as far as it is taken over. Entries come to light in the order of commits,
 * not of their ids: the last minutes are read again each time, and what was known already is left
 * out.
 */
final class ChangeLog {
  /** No request of NetBox's takes longer from its first entry to its commit. */
  private static final Duration LATE = Duration.ofMinutes(5);

  private static final int PAGES = 5;

  private final InventorySource source;
  private final InventoryCopy copy;
  private final Set<Long> known = new HashSet<>();

  ChangeLog(InventorySource source, InventoryCopy copy) {
    this.source = source;
    this.copy = copy;
  }

  /**
   * What the log has.
   *
   * @param changes what is new in it, oldest first
   * @param after up to where it is taken over once these are
   * @param gap whether there may be more that cannot be told, so that all has to be read
   */
  record News(List<SourceChange> changes, long after, boolean gap) {
    News {
      changes = List.copyOf(changes);
    }
  }

  /** What is new; empty where the token may not read the log. */
  Optional<News> news(Instant now) {
    try {
      return Optional.of(read(now));
    } catch (SystemFailure e) {
      if (e.kind() instanceof SystemFailure.Kind.Forbidden) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private News read(Instant now) {
    var after = copy.change();
    if (after.isEmpty()) {
      return new News(List.of(), source.newestChange().orThrow(), true);
    }
    var changes = new ArrayList<SourceChange>();
    for (var page = 0; page < PAGES; page++) {
      var from = changes.isEmpty() ? after.getAsLong() : changes.getLast().id();
      var more = source.changes(from).orThrow();
      changes.addAll(more);
      if (more.size() < InventorySource.CHANGES) {
        var unknown = changes.stream().filter(change -> !known.contains(change.id())).toList();
        return new News(unknown, settled(after.getAsLong(), changes, now), false);
      }
    }
    // Reading all takes fewer requests by now.
    return new News(List.of(), source.newestChange().orThrow(), true);
  }

  private static long settled(long after, List<SourceChange> changes, Instant now) {
    var settled = after;
    for (var change : changes) {
      if (change.time().isAfter(now.minus(LATE))) {
        break;
      }
      settled = change.id();
    }
    return settled;
  }

  /** Whether the log begins anew, as after NetBox was restored: it ends before where we are. */
  boolean rewound() {
    var after = copy.change();
    return after.isPresent()
        && source.newestChange() instanceof Answer.Known<Long>(var newest)
        && newest < after.getAsLong();
  }

  /** All of it is taken over. */
  void taken(News news) {
    copy.settle(news.after());
    news.changes().forEach(change -> known.add(change.id()));
    known.removeIf(id -> id <= news.after());
  }

  /** It cannot be read: where we were says nothing any more. */
  void lost() {
    copy.settle(null);
    known.clear();
  }
}
