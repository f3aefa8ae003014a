package direttore.api.rate;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * What clients have left of their limits, in memory and for this process. Each has a bucket of
 * tokens that fills again with time; a full one is forgotten, and so are the fullest when there are
 * too many, so that those who come from everywhere cannot fill the memory.
 */
public final class Rates {
  private static final int MOST_BUCKETS = 20_000;

  private final Clock clock;
  private final int most;
  private final ConcurrentMap<Key, Bucket> buckets = new ConcurrentHashMap<>();

  public Rates(Clock clock) {
    this(clock, MOST_BUCKETS);
  }

  Rates(Clock clock, int most) {
    this.clock = clock;
    this.most = most;
  }

  private record Key(String kind, String who) {}

  /**
   * What was left at some time.
   *
   * @param at in milliseconds of the clock
   */
  private record Bucket(RateLimit limit, double left, long at) {
    double left(long now) {
      return Math.min(limit.most(), left + Math.max(0, now - at) * limit.perMillisecond());
    }

    boolean isFull(long now) {
      return left(now) >= limit.most();
    }
  }

  /**
   * Takes one, if any is left.
   *
   * @param who an address, a name, or whatever the limit is for
   * @return zero when it was taken, else how long to wait for the next
   */
  public Duration take(RateLimit limit, String who) {
    var now = clock.millis();
    makeRoom(now);
    var wait = new double[1];
    buckets.compute(
        new Key(limit.kind(), who),
        (key, held) -> {
          var left = held == null ? limit.most() : held.left(now);
          wait[0] = left >= 1 ? 0 : (1 - left) / limit.perMillisecond();
          return new Bucket(limit, left >= 1 ? left - 1 : left, now);
        });
    return Duration.ofMillis((long) Math.ceil(wait[0]));
  }

  /** How long to wait for the next, zero when one is left; takes none. */
  public Duration look(RateLimit limit, String who) {
    if (buckets.isEmpty()) {
      return Duration.ZERO;
    }
    var held = buckets.get(new Key(limit.kind(), who));
    var left = held == null ? 1 : held.left(clock.millis());
    return left >= 1
        ? Duration.ZERO
        : Duration.ofMillis((long) Math.ceil((1 - left) / limit.perMillisecond()));
  }

  int size() {
    return buckets.size();
  }

  private void makeRoom(long now) {
    if (buckets.size() < most) {
      return;
    }
    buckets.values().removeIf(bucket -> bucket.isFull(now));
    for (var part = 0.9; buckets.size() >= most && part >= 0; part -= 0.1) {
      var fullest = part;
      buckets.values().removeIf(b -> b.left(now) >= fullest * b.limit().most());
    }
  }
}
