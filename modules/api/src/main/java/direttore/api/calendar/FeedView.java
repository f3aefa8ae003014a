package direttore.api.calendar;

import direttore.domain.calendar.CalendarFeed;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A feed, without the secret of its address, which is not kept. */
record FeedView(UUID id, String name, String scope, Instant created, @Nullable Instant lastUsed) {
  static FeedView of(CalendarFeed feed) {
    return new FeedView(
        feed.id(), feed.name(), feed.scope().toString(), feed.created(), feed.lastUsed());
  }
}
