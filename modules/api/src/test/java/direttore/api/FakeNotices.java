package direttore.api;

import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.notice.Notice;
import direttore.domain.notice.Notices;
import direttore.domain.preference.PeoplePreferences;
import direttore.domain.preference.Preferences;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Notices and preferences in memory, by the name and the id of whoever they are for. */
public final class FakeNotices implements Notices, PeoplePreferences {
  private final Map<String, List<Notice>> all = new HashMap<>();
  private final Map<UUID, Preferences> preferences = new ConcurrentHashMap<>();

  /** Tells somebody. */
  public synchronized void tell(String name, Notice notice) {
    all.computeIfAbsent(name, _ -> new ArrayList<>()).add(notice);
  }

  @Override
  public synchronized List<Notice> of(Actor actor, Instant now) {
    return List.copyOf(all.getOrDefault(actor.name(), List.of()));
  }

  @Override
  public synchronized void putAway(Actor actor, long id, Instant now) {
    if (!all.getOrDefault(actor.name(), new ArrayList<>()).removeIf(each -> each.id() == id)) {
      throw new Refusal.NotFound("notice", id);
    }
  }

  @Override
  public int spread(int most) {
    throw new UnsupportedOperationException("workers do");
  }

  @Override
  public long forget(Instant before) {
    throw new UnsupportedOperationException("a duty does");
  }

  @Override
  public Preferences of(UUID person) {
    return preferences.getOrDefault(person, Preferences.NONE);
  }

  @Override
  public void set(UUID person, Preferences wanted) {
    preferences.put(person, wanted);
  }
}
