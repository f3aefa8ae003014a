package direttore.worker.task;

import direttore.domain.time.Time;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;

/** So many requests within any one second, and not one more. */
final class Budget {
  private static final long WINDOW = Duration.ofSeconds(1).toNanos();
  private final int most;
  private final Time time;
  private final Queue<Long> spent = new ArrayDeque<>();

  Budget(int most, Time time) {
    this.most = most;
    this.time = time;
  }

  /** Takes one request if there is one left now. */
  synchronized boolean take() {
    var now = time.nanos();
    var oldest = spent.peek();
    while (oldest != null && now - oldest >= WINDOW) {
      spent.remove();
      oldest = spent.peek();
    }
    return spent.size() < most && spent.add(now);
  }
}
