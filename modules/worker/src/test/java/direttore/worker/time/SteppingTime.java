package direttore.worker.time;

import direttore.domain.time.Signal;
import direttore.domain.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Time that passes only while someone waits, at once; what is to happen meanwhile happens. */
public final class SteppingTime implements Time {
  private static final Duration STEP = Duration.ofMillis(100);
  private final List<Runnable> hooks = new ArrayList<>();
  private Instant now = Instant.parse("2026-03-01T08:00:00Z");
  private Duration changed = Duration.ZERO;

  /** Has something happen after each tenth of a second. */
  public void each(Runnable hook) {
    hooks.add(hook);
  }

  /** Lets time pass. */
  public void pass(Duration time) {
    var end = now.plus(time);
    while (now.isBefore(end)) {
      step(Duration.between(now, end));
    }
  }

  /** Sets the clock to another time, as an operator or a time server does. */
  public void change(Duration by) {
    changed = changed.plus(by);
  }

  /** The same time where the clock is never changed, as in Proxmox. */
  public Time elsewhere() {
    return new Time() {
      @Override
      public Instant now() {
        return now;
      }

      @Override
      public long nanos() {
        return SteppingTime.this.nanos();
      }

      @Override
      public Signal signal() {
        return SteppingTime.this.signal();
      }
    };
  }

  private void step(Duration most) {
    now = now.plus(most.compareTo(STEP) < 0 ? most : STEP);
    List.copyOf(hooks).forEach(Runnable::run);
  }

  @Override
  public Instant now() {
    return now.plus(changed);
  }

  @Override
  public long nanos() {
    return Duration.between(Instant.EPOCH, now).toNanos();
  }

  @Override
  public Signal signal() {
    return new Signal() {
      private boolean raised;

      @Override
      public void raise() {
        raised = true;
      }

      @Override
      public boolean await(Duration most) {
        var end = now.plus(most);
        while (!raised && now.isBefore(end)) {
          step(Duration.between(now, end));
        }
        var was = raised;
        raised = false;
        return was;
      }
    };
  }
}
