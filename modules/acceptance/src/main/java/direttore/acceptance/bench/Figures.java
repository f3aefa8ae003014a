package direttore.acceptance.bench;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Durations of one kind, in nanoseconds, and what they come to. */
final class Figures {
  private final long[] sorted;

  Figures(long[] nanos) {
    if (nanos.length == 0) {
      throw new IllegalArgumentException("nothing was measured");
    }
    sorted = nanos.clone();
    Arrays.sort(sorted);
  }

  /** The duration that so many percent do not exceed, in milliseconds. */
  double percentile(double percent) {
    var rank = (int) Math.ceil(percent / 100 * sorted.length);
    return sorted[Math.max(rank, 1) - 1] / 1e6;
  }

  /** How many took longer. */
  long over(long millis) {
    return Arrays.stream(sorted).filter(nanos -> nanos > millis * 1_000_000).count();
  }

  int count() {
    return sorted.length;
  }

  /** That of several rounds. */
  static <T> double median(List<T> rounds, ToDoubleFunction<T> figure) {
    var sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
