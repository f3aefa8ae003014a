package direttore.domain.access;

import direttore.domain.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Slows down who guesses. Failures count for a pair of account and address, for an address, and for
 * an account as tried from addresses that never got into it: so strangers can slow down strangers,
 * but never the owner, who comes from where they came from before.
 */
public final class Throttle {
  private static final int PAIR = 5;
  private static final int ADDRESS = 30;
  private static final int ACCOUNT = 100;
  private static final int MOST_KEYS = 20_000;
  private static final Duration FORGET = Duration.ofHours(1);
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private final Clock clock;
  private final Map<String, Failures> failures = recent();
  private final Set<String> known = Collections.newSetFromMap(recent());

  public Throttle(Clock clock) {
    this.clock = clock;
  }

  private record Failures(int count, Instant last) {}

  /**
   * Counts a try, before it is known how it ends: of many at once each finds those before it.
   * Refuses with {@code Throttled} when it must wait.
   *
   * @param before whether the owner came from there in earlier times, as far as is kept; asked only
   *     where the tries of others would make them wait
   */
  public void begin(String account, String address, BooleanSupplier before) {
    refuse(own(account, address));
    var others = others(account, address);
    if (others.isPositive()) {
      // Outside the lock, as it asks the database.
      if (!before.getAsBoolean()) {
        refuse(others);
      }
      know(account, address);
    }
    count(account, address);
  }

  private synchronized void count(String account, String address) {
    refuse(own(account, address));
    count(pair(account, address));
    count("@" + address);
    if (!known.contains(pair(account, address))) {
      count(account);
    }
  }

  private synchronized Duration own(String account, String address) {
    return max(wait(pair(account, address), PAIR), wait("@" + address, ADDRESS));
  }

  private synchronized Duration others(String account, String address) {
    return known.contains(pair(account, address)) ? Duration.ZERO : wait(account, ACCOUNT);
  }

  private synchronized void know(String account, String address) {
    known.add(pair(account, address));
  }

  /**
   * Refuses with {@code Throttled} when a try that names no account must wait: for itself only,
   * whatever others try.
   */
  public synchronized void check(String address) {
    refuse(wait("@" + address, ADDRESS));
  }

  /** Notes a try that failed and named no account. */
  public synchronized void failed(String address) {
    count("@" + address);
  }

  /** Takes a try back: the owner of the account came from there. */
  public synchronized void succeeded(String account, String address) {
    failures.remove(pair(account, address));
    forgive("@" + address);
    if (!known.contains(pair(account, address))) {
      forgive(account);
    }
    know(account, address);
  }

  private void forgive(String key) {
    failures.computeIfPresent(
        key, (k, f) -> f.count() > 1 ? new Failures(f.count() - 1, f.last()) : null);
  }

  private void count(String key) {
    var now = clock.instant();
    failures.merge(key, new Failures(1, now), (old, one) -> new Failures(still(old, now) + 1, now));
  }

  private Duration wait(String key, int free) {
    var now = clock.instant();
    var seen = failures.get(key);
    if (seen == null) {
      return Duration.ZERO;
    }
    var over = still(seen, now) - free;
    if (over < 0) {
      return Duration.ZERO;
    }
    var pause = Duration.ofSeconds(1L << Math.min(over, 10));
    return Duration.between(now, seen.last().plus(min(pause, LONGEST)));
  }

  private static void refuse(Duration wait) {
    if (wait.isPositive()) {
      throw new Refusal.Throttled("too many tries; wait before the next one", wait);
    }
  }

  private static int still(Failures seen, Instant now) {
    return seen.last().plus(FORGET).isBefore(now) ? 0 : seen.count();
  }

  private static String pair(String account, String address) {
    return account + " from " + address;
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static Duration max(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  /** Forgets the key that was used longest ago, so that nobody fills the memory with names. */
  @SuppressWarnings("serial") // never serialised
  private static <V> Map<String, V> recent() {
    return new LinkedHashMap<>(16, 0.75f, true) {
      @Override
      protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > MOST_KEYS;
      }
    };
  }
}
