package direttore.domain.calendar;

import direttore.domain.access.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The addresses of feeds. */
public interface CalendarFeeds {
  /** Refuses with {@code WrongState} when the person has as many as they may. */
  CalendarFeed make(UUID person, FeedScope scope, FeedName name, Secret secret, Instant now);

  /** The feed of a secret. */
  Optional<CalendarFeed> find(Secret secret);

  void used(UUID id, Instant now);

  /** Somebody's, the latest first. */
  List<CalendarFeed> of(UUID person);

  /** Whether there was one. */
  boolean revoke(UUID person, UUID id);
}
