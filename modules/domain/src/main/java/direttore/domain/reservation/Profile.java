package direttore.domain.reservation;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How much of a resource others have, moment by moment. */
final class Profile {
  /** Cores, memory, disk, VMs, containers, and both of these together. */
  static final int DIMENSIONS = 6;

  /** Later than all that is reserved. */
  static final long NEVER = Long.MAX_VALUE;

  private static final int WHOLE = DIMENSIONS;
  private static final int WIDTH = DIMENSIONS + 1;
  private final Resource resource;
  private final List<Held> held;

  /** When something changes, rising, in seconds. */
  private final long[] times;

  /** What is had from each of those moments on, one after the other. */
  private final long[] used;

  private final long[] limits;

  private Profile(Resource resource, List<Held> held, long[] times, long[] used) {
    this.resource = resource;
    this.held = held;
    this.times = times;
    this.used = used;
    this.limits = limits(resource);
  }

  /** From all that is held of it in the time that is asked for. */
  static Profile of(Resource resource, Collection<Held> held) {
    var times = times(held);
    var used = new long[times.length * WIDTH];
    for (var each : held) {
      var amount = amounts(each.share());
      add(used, at(times, each.during().from()), amount, 1);
      add(used, at(times, each.during().to()), amount, -1);
    }
    for (var i = WIDTH; i < used.length; i++) {
      used[i] += used[i - WIDTH];
    }
    return new Profile(resource, List.copyOf(held), times, used);
  }

  private static long[] times(Collection<Held> held) {
    var all = new long[2 * held.size()];
    var count = 0;
    for (var each : held) {
      all[count++] = each.during().from().getEpochSecond();
      all[count++] = each.during().to().getEpochSecond();
    }
    return rising(all);
  }

  /** Each of them once; the given ones are put in order. */
  static long[] rising(long[] all) {
    Arrays.sort(all);
    var count = 0;
    for (var i = 0; i < all.length; i++) {
      if (i == 0 || all[i] != all[i - 1]) {
        all[count++] = all[i];
      }
    }
    return Arrays.copyOf(all, count);
  }

  private static int at(long[] times, Instant when) {
    return Arrays.binarySearch(times, when.getEpochSecond());
  }

  private static void add(long[] used, int at, long[] amount, int sign) {
    for (var d = 0; d < WIDTH; d++) {
      used[at * WIDTH + d] += sign * amount[d];
    }
  }

  private static long[] amounts(@Nullable Amount share) {
    return share == null
        ? new long[] {0, 0, 0, 0, 0, 0, 1}
        : new long[] {
          share.cores(),
          share.memory(),
          share.disk(),
          share.vms(),
          share.lxc(),
          share.vms() + (long) share.lxc(),
          0
        };
  }

  private static long[] limits(Resource resource) {
    var capacity = resource.capacity();
    return new long[] {
      capacity.promisedCores(),
      capacity.promisedMemory(),
      bound(capacity.disk()),
      bound(capacity.vms()),
      bound(capacity.lxc()),
      bound(capacity.guests())
    };
  }

  private static long bound(@Nullable Number bound) {
    return bound == null ? Long.MAX_VALUE : bound.longValue();
  }

  Resource resource() {
    return resource;
  }

  List<Held> held() {
    return held;
  }

  /**
   * Whether so much of it is free all the time.
   *
   * @param more what the same decision takes of it already
   */
  boolean free(Window during, @Nullable Amount wanted, long[] more) {
    var asked = asked(wanted, more);
    return inReach(asked) && firstFull(during, asked) < 0;
  }

  /** When it is not free for the first time within a window; null where it is free throughout. */
  @Nullable Window full(Window during, @Nullable Amount wanted, long[] more) {
    var asked = asked(wanted, more);
    if (!inReach(asked)) {
      return during;
    }
    var first = firstFull(during, asked);
    if (first < 0) {
      return null;
    }
    var last = first;
    while (last + 1 < times.length && full(last + 1, asked)) {
      last++;
    }
    var until = last + 1 < times.length ? Instant.ofEpochSecond(times[last + 1]) : during.to();
    return new Window(Instant.ofEpochSecond(times[first]), until);
  }

  /**
   * The first moment from one on at which it becomes free for so long; {@link #NEVER} where there
   * is none. Both in seconds.
   */
  long nextFree(long from, long length, @Nullable Amount wanted, long[] more) {
    var asked = asked(wanted, more);
    if (!inReach(asked)) {
      return NEVER;
    }
    var start = from;
    // Nothing is had from the last change on, so there is one after each that is full.
    for (var i = Math.max(0, begin(from)); i < times.length && times[i] < start + length; i++) {
      if (full(i, asked)) {
        start = times[i + 1];
      }
    }
    return start;
  }

  /** Until when it stays free from a moment on at which it is; {@link #NEVER} where it does. */
  long freeUntil(long from, @Nullable Amount wanted, long[] more) {
    var asked = asked(wanted, more);
    for (var i = Math.max(0, begin(from)); i < times.length; i++) {
      if (full(i, asked)) {
        return times[i];
      }
    }
    return NEVER;
  }

  /** What is left at the fullest moment. */
  Left left(Window during, long[] more) {
    var peak = new long[DIMENSIONS];
    for (var i = Math.max(0, begin(during)); i < times.length && times[i] < end(during); i++) {
      for (var d = 0; d < DIMENSIONS; d++) {
        peak[d] = Math.max(peak[d], used[i * WIDTH + d]);
      }
    }
    return new Left(
        small(left(0, peak, more)),
        left(1, peak, more),
        left(2, peak, more),
        small(left(3, peak, more)),
        small(left(4, peak, more)),
        small(left(5, peak, more)),
        null);
  }

  private @Nullable Long left(int d, long[] peak, long[] more) {
    return limits[d] == Long.MAX_VALUE
        ? null
        : Math.max(0, limits[d] - peak[d] - standing(d) - more[d]);
  }

  private static @Nullable Integer small(@Nullable Long left) {
    return left == null ? null : (int) Math.min(left, Integer.MAX_VALUE);
  }

  /** Who has something of it then. */
  List<Held> during(Window window) {
    return held.stream().filter(each -> each.during().overlaps(window)).toList();
  }

  /** When it may become free, or be taken: each change, rising, in seconds. */
  long[] changes() {
    return times;
  }

  private static long[] asked(@Nullable Amount wanted, long[] more) {
    var asked = amounts(wanted);
    for (var d = 0; wanted != null && d < DIMENSIONS; d++) {
      asked[d] += more[d];
    }
    return asked;
  }

  /** Whether it would fit if nobody else had anything. */
  private boolean inReach(long[] asked) {
    for (var d = 0; asked[WHOLE] == 0 && d < DIMENSIONS; d++) {
      if (beyond(d, 0, asked)) {
        return false;
      }
    }
    return true;
  }

  private boolean beyond(int d, long taken, long[] asked) {
    return asked[d] > 0 && taken + standing(d) + asked[d] > limits[d];
  }

  private long standing(int d) {
    var standing = resource.standing();
    return switch (d) {
      case 0 -> standing.cores();
      case 1 -> standing.memory();
      case 2 -> standing.disk();
      case 5 -> standing.vms() + (long) standing.lxc();
      default -> 0;
    };
  }

  /** The first stretch within the window that is full, or -1. */
  private int firstFull(Window during, long[] asked) {
    for (var i = Math.max(0, begin(during)); i < times.length && times[i] < end(during); i++) {
      if (full(i, asked)) {
        return i;
      }
    }
    return -1;
  }

  private boolean full(int i, long[] asked) {
    var now = i * WIDTH;
    if (used[now + WHOLE] > 0) {
      return true;
    }
    for (var d = 0; d < DIMENSIONS; d++) {
      if (asked[WHOLE] > 0 ? used[now + d] > 0 : beyond(d, used[now + d], asked)) {
        return true;
      }
    }
    return false;
  }

  /** The stretch that the window begins in; -1 before the first. */
  private int begin(Window during) {
    return begin(during.from().getEpochSecond());
  }

  private int begin(long from) {
    var found = Arrays.binarySearch(times, from);
    return found >= 0 ? found : -found - 2;
  }

  private static long end(Window during) {
    return during.to().getEpochSecond();
  }
}
