package direttore.domain.reservation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How much of a resource others have, moment by moment. */
final class Profile {
  /** Cores, memory, disk, VMs and containers. */
  static final int DIMENSIONS = 5;

  private static final int WHOLE = DIMENSIONS;
  private final Resource resource;
  private final List<Held> held;

  /** When something changes, rising, in seconds. */
  private final long[] times;

  /** What is had from that moment on. */
  private final long[][] used;

  private final long[] limits;

  private Profile(Resource resource, List<Held> held, long[] times, long[][] used) {
    this.resource = resource;
    this.held = held;
    this.times = times;
    this.used = used;
    this.limits = limits(resource);
  }

  /** From all that is held of it in the time that is asked for. */
  static Profile of(Resource resource, Collection<Held> held) {
    var changes = new TreeMap<Long, long[]>();
    for (var each : held) {
      var amount = amounts(each.share());
      add(changes, each.during().from(), amount, 1);
      add(changes, each.during().to(), amount, -1);
    }
    var times = new long[changes.size()];
    var used = new long[changes.size()][];
    var sum = new long[DIMENSIONS + 1];
    var at = 0;
    for (var change : changes.entrySet()) {
      for (var d = 0; d < sum.length; d++) {
        sum[d] += change.getValue()[d];
      }
      times[at] = change.getKey();
      used[at++] = sum.clone();
    }
    return new Profile(resource, List.copyOf(held), times, used);
  }

  private static void add(Map<Long, long[]> changes, Instant when, long[] amount, int sign) {
    var sum = changes.computeIfAbsent(when.getEpochSecond(), t -> new long[DIMENSIONS + 1]);
    for (var d = 0; d < sum.length; d++) {
      sum[d] += sign * amount[d];
    }
  }

  private static long[] amounts(@Nullable Amount share) {
    return share == null
        ? new long[] {0, 0, 0, 0, 0, 1}
        : new long[] {share.cores(), share.memory(), share.disk(), share.vms(), share.lxc(), 0};
  }

  private static long[] limits(Resource resource) {
    var capacity = resource.capacity();
    return new long[] {
      capacity.promisedCores(),
      capacity.promisedMemory(),
      bound(capacity.disk()),
      bound(capacity.vms()),
      bound(capacity.lxc())
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

  /** What is left at the fullest moment. */
  Amount left(Window during, long[] more) {
    var peak = new long[DIMENSIONS];
    for (var i = Math.max(0, begin(during)); i < times.length && times[i] < end(during); i++) {
      for (var d = 0; d < DIMENSIONS; d++) {
        peak[d] = Math.max(peak[d], used[i][d]);
      }
    }
    return new Amount(
        (int) left(0, peak, more, Amount.MOST_CORES),
        left(1, peak, more, Amount.MOST_MEMORY),
        left(2, peak, more, Amount.MOST_DISK),
        (int) left(3, peak, more, Amount.MOST_CORES),
        (int) left(4, peak, more, Amount.MOST_CORES));
  }

  private long left(int d, long[] peak, long[] more, long most) {
    var taken = peak[d] + standing(d) + more[d];
    return limits[d] == Long.MAX_VALUE ? most : Math.clamp(limits[d] - taken, 0, most);
  }

  /** Who has something of it then. */
  List<Held> during(Window window) {
    return held.stream().filter(each -> each.during().overlaps(window)).toList();
  }

  /** When it may become free, or be taken: each change. */
  List<Instant> changes() {
    var all = new ArrayList<Instant>(times.length);
    Arrays.stream(times).mapToObj(Instant::ofEpochSecond).forEach(all::add);
    return all;
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
    var now = used[i];
    if (asked[WHOLE] > 0) {
      return Arrays.stream(now).anyMatch(n -> n > 0);
    }
    if (now[WHOLE] > 0) {
      return true;
    }
    for (var d = 0; d < DIMENSIONS; d++) {
      if (beyond(d, now[d], asked)) {
        return true;
      }
    }
    return false;
  }

  /** The stretch that the window begins in; -1 before the first. */
  private int begin(Window during) {
    var found = Arrays.binarySearch(times, during.from().getEpochSecond());
    return found >= 0 ? found : -found - 2;
  }

  private static long end(Window during) {
    return during.to().getEpochSecond();
  }
}
