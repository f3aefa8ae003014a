package direttore.api;

import direttore.domain.access.Actor;
import direttore.domain.access.Secret;
import direttore.domain.calendar.CalendarFeed;
import direttore.domain.calendar.CalendarFeeds;
import direttore.domain.calendar.FeedName;
import direttore.domain.calendar.FeedScope;
import direttore.domain.calendar.ReservationCalendar;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Feeds in memory, and a calendar that says for whom it is. */
public final class FakeCalendar implements CalendarFeeds, ReservationCalendar {
  private final Map<String, CalendarFeed> feeds = new LinkedHashMap<>();

  /** When the calendar was changed last. */
  public Instant changed = Instant.parse("2026-03-01T08:00:00.5Z");

  /** What is in it besides. */
  public String more = "";

  @Override
  public CalendarFeed make(
      UUID person, FeedScope scope, FeedName name, Secret secret, Instant now) {
    var feed = new CalendarFeed(UUID.randomUUID(), person, scope, name.value(), now, null);
    feeds.put(secret.text(), feed);
    return feed;
  }

  @Override
  public Optional<CalendarFeed> find(Secret secret) {
    return Optional.ofNullable(feeds.get(secret.text()));
  }

  @Override
  public void used(UUID id, Instant now) {
    feeds.replaceAll((secret, f) ->
        f.id().equals(id)
            ? new CalendarFeed(f.id(), f.person(), f.scope(), f.name(), f.created(), now)
            : f);
  }

  @Override
  public List<CalendarFeed> of(UUID person) {
    return feeds.values().stream().filter(f -> f.person().equals(person)).toList().reversed();
  }

  @Override
  public boolean revoke(UUID person, UUID id) {
    return feeds.values().removeIf(f -> f.person().equals(person) && f.id().equals(id));
  }

  @Override
  public Sheet sheet(Actor viewer, FeedScope scope, String name, URI program) {
    return new Sheet(
        "%s of %s for %s at %s%s".formatted(name, scope, viewer.name(), program, more), changed);
  }
}
