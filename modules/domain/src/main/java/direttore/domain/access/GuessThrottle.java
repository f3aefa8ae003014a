package direttore.domain.access;

import direttore.domain.Refusal;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Slows down who guesses. Failures count for a pair of account and address, for an address, and for
 * an account as tried from addresses that never got into it: so strangers can slow down strangers,
 * but never the owner, who comes from where they came from before.
 */
public final class GuessThrottle {
  private static final int PAIR = 5;
  private static final int ADDRESS = 30;
  private static final int ACCOUNT = 100;
  private static final int MOST_KEYS = 20_000;
  private static final Duration FORGET = Duration.ofHours(1);
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private final Clock clock;
  private final Map<Key, Failures> failures = recent();
  private final Set<Key> known = Collections.newSetFromMap(recent());

  public GuessThrottle(Clock clock) {
    this.clock = clock;
  }

  private record Failures(int count, Instant last) {}

  /** What tries are counted for; of types of their own, as an account may be called anything. */
  private sealed interface Key {
    record Pair(PersonName account, String address) implements Key {}

    record Account(PersonName account) implements Key {}

    record Address(String address) implements Key {}

    record Answer(String address) implements Key {}

    record Logout(String address) implements Key {}
  }

  /**
   * Counts a try, before it is known how it ends: of many at once each finds those before it.
   * Refuses with {@code Throttled} when it must wait.
   *
   * @param before whether the owner came from there in earlier times, as far as is kept; asked only
   *     where the tries of others would make them wait
   */
  public void begin(PersonName account, String address, BooleanSupplier before) {
    var network = network(address);
    refuse(own(account, network));
    var others = others(account, network);
    if (others.isPositive()) {
      // Outside the lock, as it asks the database.
      if (!before.getAsBoolean()) {
        refuse(others);
      }
      know(account, network);
    }
    count(account, network);
  }

  private synchronized void count(PersonName account, String network) {
    refuse(own(account, network));
    refuse(others(account, network));
    count(new Key.Pair(account, network));
    if (!known.contains(new Key.Pair(account, network))) {
      count(new Key.Address(network));
      count(new Key.Account(account));
    }
  }

  private synchronized Duration own(PersonName account, String network) {
    return wait(new Key.Pair(account, network), PAIR);
  }

  /** What others tried, from there or for the account: not the concern of who came from there. */
  private synchronized Duration others(PersonName account, String network) {
    return known.contains(new Key.Pair(account, network))
        ? Duration.ZERO
        : max(wait(new Key.Address(network), ADDRESS), wait(new Key.Account(account), ACCOUNT));
  }

  private synchronized void know(PersonName account, String address) {
    known.add(new Key.Pair(account, address));
  }

  /**
   * Refuses with {@code Throttled} when a try that names no account must wait: for itself only,
   * whatever others try.
   */
  public synchronized void check(String address) {
    refuse(wait(new Key.Address(network(address)), ADDRESS));
  }

  /** Counts a try that names nobody there could be; as {@link #check} otherwise. */
  public synchronized void begin(String address) {
    check(address);
    failed(address);
  }

  /** Notes a try that failed and named no account. */
  public synchronized void failed(String address) {
    count(new Key.Address(network(address)));
  }

  /**
   * Refuses with {@code Throttled} when an answer of the provider must wait: for made-up answers
   * from there, not for passwords that neighbours mistype.
   */
  public synchronized void checkAnswer(String address) {
    refuse(wait(new Key.Answer(network(address)), ADDRESS));
  }

  /** Notes an answer that was made up. */
  public synchronized void failedAnswer(String address) {
    count(new Key.Answer(network(address)));
  }

  /**
   * Refuses with {@code Throttled} when word of a sign-out at the provider must wait: for made-up
   * ones from there alone.
   */
  public synchronized void checkLogout(String address) {
    refuse(wait(new Key.Logout(network(address)), ADDRESS));
  }

  /** Notes word of a sign-out that was made up. */
  public synchronized void failedLogout(String address) {
    count(new Key.Logout(network(address)));
  }

  /** Takes a try back: the owner of the account came from there. */
  public synchronized void succeeded(PersonName account, String address) {
    var network = network(address);
    failures.remove(new Key.Pair(account, network));
    if (!known.contains(new Key.Pair(account, network))) {
      forgive(new Key.Address(network));
      forgive(new Key.Account(account));
    }
    know(account, network);
  }

  /** What one client can hardly change: an IPv4 address, or the /64 network of an IPv6 one. */
  private static String network(String address) {
    if (!address.contains(":")) {
      return address;
    }
    try {
      var bytes = InetAddress.ofLiteral(address).getAddress();
      return HexFormat.of().formatHex(bytes, 0, bytes.length / 2);
    } catch (IllegalArgumentException e) {
      return address;
    }
  }

  private void forgive(Key key) {
    failures.computeIfPresent(
        key, (k, f) -> f.count() > 1 ? new Failures(f.count() - 1, f.last()) : null);
  }

  private void count(Key key) {
    var now = clock.instant();
    failures.merge(key, new Failures(1, now), (old, one) -> new Failures(still(old, now) + 1, now));
  }

  private Duration wait(Key key, int free) {
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

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static Duration max(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  /** Forgets the key that was used longest ago, so that nobody fills the memory with names. */
  @SuppressWarnings("serial") // never serialised
  private static <V> Map<Key, V> recent() {
    return new LinkedHashMap<>(16, 0.75f, true) {
      @Override
      protected boolean removeEldestEntry(Map.Entry<Key, V> eldest) {
        return size() > MOST_KEYS;
      }
    };
  }
}
