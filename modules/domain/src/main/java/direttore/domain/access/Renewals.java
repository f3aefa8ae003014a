package direttore.domain.access;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What the provider can be asked again with, by person. It stays in this process: a key to another
 * server is not for the database, and after a restart the provider's word runs out by itself.
 */
final class Renewals {
  private final Map<UUID, Kept> kept = new ConcurrentHashMap<>();

  /** One of somebody's. */
  record Kept(UUID person, String subject, Vouched.Renewal renewal, Instant asked) {}

  void keep(UUID person, Vouched vouched, Instant now) {
    kept.put(person, new Kept(person, vouched.subject(), vouched.renewal(), now));
  }

  void forget(UUID person) {
    kept.remove(person);
  }

  @Nullable String idToken(UUID person) {
    var found = kept.get(person);
    return found == null ? null : found.renewal().idToken();
  }

  /** Those with a refresh token that were not asked for so long. */
  List<Kept> due(Instant now, Duration after) {
    return List.copyOf(kept.values()).stream()
        .filter(each -> each.renewal().refresh() != null)
        .filter(each -> !now.isBefore(each.asked().plus(after)))
        .toList();
  }
}
