package direttore.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that a test moves: by itself it stands still, or goes as another one does. */
public final class SettableClock extends Clock {
  private final Clock other;
  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

  /** Stands still, in the morning of some day. */
  public SettableClock() {
    this(Instant.parse("2026-03-01T09:00:00Z"));
  }

  /** Stands still at that moment. */
  public SettableClock(Instant now) {
    this(Clock.fixed(now, ZoneOffset.UTC));
  }

  /** Goes as that one does. */
  public SettableClock(Clock other) {
    this.other = other;
  }

  /** It is so much later. */
  public void advance(Duration time) {
    ahead.updateAndGet(time::plus);
  }

  /** It is so much later than with the other clock, or than at first. */
  public void setAhead(Duration time) {
    ahead.set(time);
  }

  @Override
  public Instant instant() {
    return other.instant().plus(ahead.get());
  }

  @Override
  public ZoneId getZone() {
    return other.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("one zone is enough");
  }
}
