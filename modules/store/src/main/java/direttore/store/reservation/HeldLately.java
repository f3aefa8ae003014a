package direttore.store.reservation;

import direttore.domain.reservation.Held;
import direttore.domain.reservation.Window;
import io.helidon.dbclient.DbClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/**
 * What others held a moment ago, by resource and day: for suggestions to many who are refused at
 * once. It decides nothing, and what is suggested by it has to be looked at again.
 */
final class HeldLately {
  private static final long DAY = Duration.ofDays(1).toSeconds();
  private static final int MOST = 10_000;

  private final DbClient db;
  private final Map<Key, Entry> entries = new ConcurrentHashMap<>();
  private final ReentrantLock reading = new ReentrantLock();

  /** A day of a resource, counted from 1970 on. */
  private record Key(int resource, long day) {}

  /**
   * What is held in a day of a resource.
   *
   * @param since by {@link System#nanoTime}, before it was read
   */
  private record Entry(List<Held> held, long since) {
    boolean isOlder(Duration age) {
      return System.nanoTime() - since > age.toNanos();
    }
  }

  HeldLately(DbClient db) {
    this.db = db;
  }

  /**
   * What overlaps the window.
   *
   * @param age how long ago that may have been
   */
  List<Held> of(Collection<Integer> resources, Window window, Duration age) {
    var first = day(window.from());
    var last = day(window.to());
    var all = new ArrayList<Held>();
    read(keys(resources, first, last), age)
        .forEach((key, entry) -> {
          for (var held : entry.held()) {
            // What lasts for days stands in each of them.
            if (key.day() == Math.max(first, day(held.during().from()))
                && held.during().overlaps(window)) {
              all.add(held);
            }
          }
        });
    return all;
  }

  private static long day(Instant moment) {
    return Math.floorDiv(moment.getEpochSecond(), DAY);
  }

  private static List<Key> keys(Collection<Integer> resources, long first, long last) {
    var keys = new ArrayList<Key>();
    for (var resource : resources) {
      for (var day = first; day <= last; day++) {
        keys.add(new Key(resource, day));
      }
    }
    return keys;
  }

  private Map<Key, Entry> read(List<Key> keys, Duration age) {
    var found = new HashMap<Key, Entry>();
    if (!found(keys, age, found)) {
      // One reads for all who wait.
      reading.lock();
      try {
        if (!found(keys, age, found)) {
          fill(keys.stream().filter(key -> !found.containsKey(key)).toList(), found);
        }
      } finally {
        reading.unlock();
      }
    }
    return found;
  }

  /** Whether all of it is known. */
  private boolean found(List<Key> keys, Duration age, Map<Key, Entry> found) {
    for (var key : keys) {
      var entry = entries.get(key);
      if (entry != null && !entry.isOlder(age)) {
        found.put(key, entry);
      }
    }
    return found.size() == keys.size();
  }

  private void fill(List<Key> keys, Map<Key, Entry> found) {
    var since = System.nanoTime();
    var resources = keys.stream().map(Key::resource).distinct().sorted().toList();
    var days = keys.stream().mapToLong(Key::day).summaryStatistics();
    var window = window(days.getMin(), days.getMax());
    var held = HeldRows.of(db.execute(), resources, List.of(window), List.of());
    var byKey = keys.stream().collect(Collectors.toMap(key -> key, key -> new ArrayList<Held>()));
    for (var each : held) {
      var end = Math.min(days.getMax(), day(each.during().to().minusSeconds(1)));
      for (var day = Math.max(days.getMin(), day(each.during().from())); day <= end; day++) {
        var there = byKey.get(new Key(each.resource(), day));
        if (there != null) {
          there.add(each);
        }
      }
    }
    if (entries.size() > MOST) {
      entries.clear();
    }
    byKey.forEach((key, all) -> found.put(key, new Entry(List.copyOf(all), since)));
    keys.forEach(key -> entries.put(key, Objects.requireNonNull(found.get(key))));
  }

  private static Window window(long first, long last) {
    return new Window(Instant.ofEpochSecond(first * DAY), Instant.ofEpochSecond((last + 1) * DAY));
  }
}
