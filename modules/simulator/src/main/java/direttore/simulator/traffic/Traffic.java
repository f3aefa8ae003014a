package direttore.simulator.traffic;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Counts and remembers the calls; of the calls themselves only the latest are kept. */
public final class Traffic {
  private static final int KEPT = 20_000;
  private static final int SECONDS_KEPT = 3_600;

  private final Deque<Answered> latest = new ArrayDeque<>();
  private final TreeMap<Long, Integer> bySecond = new TreeMap<>();
  private long total;

  /** No calls yet. */
  public Traffic() {}

  /** Notes a call. */
  public synchronized void note(Answered answered) {
    total++;
    latest.addLast(answered);
    if (latest.size() > KEPT) {
      latest.removeFirst();
    }
    bySecond.merge(answered.at().getEpochSecond(), 1, Integer::sum);
    if (bySecond.size() > SECONDS_KEPT) {
      bySecond.pollFirstEntry();
    }
  }

  /** All calls since the start or the last {@link #reset}. */
  public synchronized long total() {
    return total;
  }

  /** The most calls in any one second since then. */
  public synchronized int busiestSecond() {
    return bySecond.values().stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  /** The calls in each second since then, by seconds since 1970. */
  public synchronized SortedMap<Long, Integer> bySecond() {
    return new TreeMap<>(bySecond);
  }

  /** The latest calls, oldest first. */
  public synchronized List<Answered> latest() {
    return new ArrayList<>(latest);
  }

  /** How many of the latest calls are of that kind. */
  public long count(Predicate<Answered> kind) {
    return latest().stream().filter(kind).count();
  }

  /** How many of the latest calls came since that moment. */
  public long since(Instant moment) {
    return count(e -> !e.at().isBefore(moment));
  }

  /** Forgets everything. */
  public synchronized void reset() {
    total = 0;
    latest.clear();
    bySecond.clear();
  }
}
