package direttore.proxmox.cluster;

import direttore.domain.Refusal;
import direttore.domain.SteadyClock;
import direttore.domain.cluster.Reading;
import direttore.domain.time.Signal;
import direttore.domain.time.Time;
import direttore.proxmox.failure.ProxmoxFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A value that is read from Proxmox when someone asks and it has grown old. However many ask, one
 * reading is under way at a time, and all wait for that one, but not for long; what was read before
 * is the answer when it takes longer or fails.
 */
final class Held<T> {
  /** Proxmox, where it is slow, spends at most a quarter of the time on these readings. */
  private static final long REST = 3;

  private static final long LONGEST_REST = Duration.ofSeconds(2).toNanos();

  /** What is older is waited for, however slow Proxmox was before. */
  private static final Duration OLD = Duration.ofMinutes(1);

  private final Function<@Nullable T, Fetched<T>> source;
  private final Terms terms;
  private final Time time;
  private final Landing<T> landing;
  private @Nullable Reading<T> held;
  private @Nullable ProxmoxFailure failure;
  private Instant checked = Instant.MIN;
  private long wanted;
  private long have = -1;
  private long begun;
  private long nextDue;
  private boolean tookLong;
  private @Nullable Flight flight;
  private UnaryOperator<T> amendment = value -> value;
  private long amendments;
  private long amended;

  /**
   * How a value is held.
   *
   * @param freshFor how old it may be without being read again
   * @param retryAfter how long a failure is the answer before the next attempt
   * @param patience how long a reading may take until those who ask go on without it; after one
   *     that took longer, nobody waits for the next
   * @param gap the least time from the begin of a reading to that of the next; after one that took
   *     long there is also a rest, three times as long as it took and 2 s at the most
   */
  record Terms(Duration freshFor, Duration retryAfter, Duration patience, Duration gap) {}

  /** Hears of each reading that succeeded, once it is the answer. */
  interface Landing<T> {
    void landed(@Nullable T before, T after);
  }

  /** One reading under way. */
  private static final class Flight {
    private final long due;
    private final long since;
    private final List<Signal> waiting = new ArrayList<>();
    private boolean landed;

    /** Due and since by the count of nanoseconds. */
    private Flight(long due, long since) {
      this.due = due;
      this.since = since;
    }

    /** Whether it lands within that time. */
    boolean await(Signal signal, Duration most) throws InterruptedException {
      return !waits(signal) || signal.await(most);
    }

    private synchronized boolean waits(Signal signal) {
      return !landed && waiting.add(signal);
    }

    synchronized void land() {
      landed = true;
      waiting.forEach(Signal::raise);
    }
  }

  /**
   * @param source reads the value, given the one held so far
   */
  Held(Function<@Nullable T, Fetched<T>> source, Terms terms, Time time) {
    this(source, terms, time, (before, after) -> {});
  }

  /**
   * @param source reads the value, given the one held so far
   */
  Held(Function<@Nullable T, Fetched<T>> source, Terms terms, Time time, Landing<T> landing) {
    this.source = source;
    this.terms = terms;
    this.time = time;
    this.landing = landing;
    this.begun = time.nanos();
    this.nextDue = begun;
  }

  /** The value, from memory while it is fresh; refuses only when there never was one. */
  Reading<T> get() {
    var before = memory();
    if (before != null) {
      return before;
    }
    var slow = !await();
    return answer(slow);
  }

  /** What was read last, however old; empty when nothing ever was. */
  synchronized Optional<T> last() {
    return Optional.ofNullable(held).map(Reading::value);
  }

  /** Reads the value now, unless that is under way. */
  void refresh() {
    flight();
  }

  /** From now on only a value read after this moment counts as fresh. */
  synchronized void forget() {
    wanted++;
  }

  /** Changes the value but not its age; a reading under way is changed likewise as it lands. */
  void amend(UnaryOperator<T> change) {
    for (var before = amending(change); before != null; before = value()) {
      var after = change.apply(before);
      if (replaced(before, after)) {
        landing.landed(before, after);
        return;
      }
    }
  }

  private synchronized @Nullable T amending(UnaryOperator<T> change) {
    amendment = change;
    amendments++;
    return value();
  }

  @SuppressWarnings("ReferenceEquality") // whether a reading has landed meanwhile
  private synchronized boolean replaced(T before, T after) {
    if (held == null || held.value() != before) {
      return false;
    }
    held = new Reading<>(after, held.at(), held.trouble());
    return true;
  }

  private synchronized @Nullable Reading<T> memory() {
    return fresh(wanted) ? held : null;
  }

  private boolean fresh(long target) {
    var age = failure == null ? terms.freshFor() : terms.retryAfter();
    return have >= target && SteadyClock.younger(checked, age, time.now());
  }

  /** After a reading that took long nobody waits for the next one, unless something changed. */
  private synchronized Duration patience() {
    var current = held != null && SteadyClock.younger(held.at(), OLD, time.now());
    return tookLong && current && have >= wanted ? Duration.ZERO : terms.patience();
  }

  private synchronized long target() {
    return wanted;
  }

  /**
   * Whether what is wanted now landed in time. A flight that began too early is followed by one
   * more; what others want in the meantime does not matter.
   */
  private boolean await() {
    var target = target();
    var patience = patience();
    for (var next = flightFor(target); next != null; next = flightFor(target)) {
      try {
        var left = Duration.ofNanos(next.since + patience.toNanos() - time.nanos());
        if (!next.await(time.signal(), left)) {
          return false;
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }

  /** The flight to wait for, a new one where there is none, or null when nothing needs to fly. */
  private synchronized @Nullable Flight flightFor(long target) {
    return flight == null && fresh(target) ? null : flight();
  }

  private synchronized Flight flight() {
    if (flight != null) {
      return flight;
    }
    var now = time.nanos();
    var next = new Flight(Math.max(now, nextDue), now);
    flight = next;
    Thread.ofVirtual().name("proxmox-reading").start(() -> fly(next));
    return next;
  }

  private void fly(Flight mine) {
    var of = -1L;
    Runnable afterwards = () -> {};
    try {
      time.signal().await(Duration.ofNanos(Math.max(0, mine.due - time.nanos())));
      of = begin();
      var at = time.now();
      afterwards = land(of, source.apply(value()), at);
    } catch (ProxmoxFailure e) {
      crash(of, e);
    } catch (InterruptedException | RuntimeException | Error e) {
      crash(of, new ProxmoxFailure.Unreadable("Proxmox's answer is not as expected", e));
    } finally {
      mine.land();
    }
    afterwards.run(); // nobody who asked waits for it
  }

  /** What is wanted by now, which is what the flight is of. */
  private synchronized long begin() {
    begun = time.nanos();
    amended = amendments;
    return wanted;
  }

  private synchronized @Nullable T value() {
    return held == null ? null : held.value();
  }

  /** Makes what was found the answer, and gives what to tell of it. */
  private synchronized Runnable land(long of, Fetched<T> found, Instant at) {
    var before = value();
    var after = amendments == amended ? found.value() : amendment.apply(found.value());
    held = new Reading<>(after, at, found.trouble());
    failure = null;
    done(of);
    return () -> landing.landed(before, after);
  }

  private synchronized void crash(long of, ProxmoxFailure e) {
    failure = e;
    if (held != null) {
      held = new Reading<>(held.value(), held.at(), e.getMessage());
    }
    done(of);
  }

  private void done(long of) {
    var ended = time.nanos();
    var rest = Math.min(REST * (ended - begun), LONGEST_REST);
    tookLong = ended - begun > terms.patience().toNanos();
    nextDue = Math.max(begun + terms.gap().toNanos(), ended + rest);
    have = of;
    checked = time.now();
    flight = null;
  }

  private synchronized Reading<T> answer(boolean slow) {
    if (held == null) {
      throw failure == null
          ? new Refusal.Unreachable("Proxmox", "Proxmox has not answered yet", null)
          : Refusals.of(failure);
    }
    return slow && !held.stale()
        ? new Reading<>(held.value(), held.at(), "Proxmox is slow to answer")
        : held;
  }
}
