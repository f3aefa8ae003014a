package direttore.domain.access;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the provider can be asked again with, by person and by their session there. It stays in this
 * process: a key to another server is not for the database, and after a restart the provider's word
 * runs out by itself.
 */
final class Renewals {
  /** So many sessions of one person at the provider are asked about. */
  private static final int MOST = 8;

  private final List<Kept> kept = new ArrayList<>();

  /** One of somebody's. */
  record Kept(UUID person, String subject, Vouched.Renewal renewal, Instant asked) {
    private boolean isOf(UUID whose, @Nullable String session) {
      return person.equals(whose) && Objects.equals(renewal.session(), session);
    }
  }

  synchronized void keep(UUID person, Vouched vouched, Instant now) {
    forget(person, vouched.renewal().session());
    var theirs = kept.stream().filter(each -> each.person().equals(person)).toList();
    if (theirs.size() >= MOST) {
      theirs.stream().min(Comparator.comparing(Kept::asked)).ifPresent(kept::remove);
    }
    kept.add(new Kept(person, vouched.subject(), vouched.renewal(), now));
  }

  /** All of somebody's. */
  synchronized void forget(UUID person) {
    kept.removeIf(each -> each.person().equals(person));
  }

  /**
   * One of somebody's.
   *
   * @param session theirs at the provider; null where it did not say
   */
  synchronized void forget(UUID person, @Nullable String session) {
    kept.removeIf(each -> each.isOf(person, session));
  }

  /** Whether the provider can be asked about somebody. */
  synchronized boolean canAsk(UUID person) {
    return kept.stream().anyMatch(e -> e.person().equals(person) && e.renewal().refresh() != null);
  }

  synchronized @Nullable String idToken(UUID person, @Nullable String session) {
    return kept.stream()
        .filter(each -> each.isOf(person, session))
        .findFirst()
        .map(each -> each.renewal().idToken())
        .orElse(null);
  }

  /** Those with a refresh token that were not asked for so long. */
  synchronized List<Kept> due(Instant now, Duration after) {
    return kept.stream()
        .filter(each -> each.renewal().refresh() != null)
        .filter(each -> !now.isBefore(each.asked().plus(after)))
        .toList();
  }
}
