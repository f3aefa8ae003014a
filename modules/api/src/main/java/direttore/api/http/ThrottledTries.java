package direttore.api.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tries that were refused because there were too many: counted, so that whoever goes on and on
 * writes one line in a while.
 */
final class ThrottledTries {
  private static final Duration PERIOD = Duration.ofMinutes(10);
  private static final int MOST = 10_000;

  private final Clock clock;
  private final Map<String, Seen> tries = new LinkedHashMap<>();

  ThrottledTries(Clock clock) {
    this.clock = clock;
  }

  private record Seen(Instant since, int more) {}

  /**
   * Counts a try.
   *
   * @param who whose tries are counted together
   * @return how many before it were only counted, where it is time to tell of them
   */
  synchronized Optional<Integer> count(String who) {
    var now = clock.instant();
    var seen = tries.get(who);
    if (seen != null && now.isBefore(seen.since().plus(PERIOD))) {
      tries.put(who, new Seen(seen.since(), seen.more() + 1));
      return Optional.empty();
    }
    tries.remove(who);
    if (tries.size() >= MOST) {
      tries.remove(tries.keySet().iterator().next());
    }
    tries.put(who, new Seen(now, 0));
    return Optional.of(seen == null ? 0 : seen.more());
  }
}
