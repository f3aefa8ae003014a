package direttore.api;

import direttore.domain.access.Links;
import direttore.domain.access.Secret;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** One-time links in memory. */
final class FakeLinks implements Links {
  private final Map<String, Map.Entry<UUID, Instant>> links = new HashMap<>();

  @Override
  public void keep(UUID person, Secret secret, Instant expires) {
    links.values().removeIf(l -> l.getKey().equals(person));
    links.put(FakeAccess.key(secret), Map.entry(person, expires));
  }

  @Override
  public Optional<UUID> use(Secret secret, Instant now) {
    return Optional.ofNullable(links.remove(FakeAccess.key(secret)))
        .filter(l -> now.isBefore(l.getValue()))
        .map(Map.Entry::getKey);
  }

  @Override
  public Optional<UUID> find(Secret secret, Instant now) {
    return Optional.ofNullable(links.get(FakeAccess.key(secret)))
        .filter(l -> now.isBefore(l.getValue()))
        .map(Map.Entry::getKey);
  }
}
