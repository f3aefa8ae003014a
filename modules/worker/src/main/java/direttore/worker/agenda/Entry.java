package direttore.worker.agenda;

import direttore.domain.Refusal;
import direttore.domain.agenda.Duty;
import direttore.domain.agenda.DutyBook;
import direttore.domain.agenda.DutyFailed;
import direttore.domain.agenda.DutyRun;
import direttore.domain.time.Time;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A duty in the agenda of a process, and when this looks at it next. */
final class Entry {
  private static final System.Logger LOG = System.getLogger(Entry.class.getName());
  private static final Duration IN_HAND = Duration.ofMinutes(1);

  private final Duty duty;
  private final DutyBook book;
  private final Time time;
  private final BooleanSupplier closed;
  private final AtomicBoolean running = new AtomicBoolean();
  private @Nullable String told;

  /** By the count that no change of the clock disturbs. */
  private volatile long next;

  /**
   * A duty to be looked at as soon as may be.
   *
   * @param closed whether what it needs ends, so that failing is no news
   */
  Entry(Duty duty, DutyBook book, Time time, BooleanSupplier closed) {
    this.duty = duty;
    this.book = book;
    this.time = time;
    this.closed = closed;
    this.next = time.nanos();
  }

  String name() {
    return duty.name();
  }

  /** Whether it is to be looked at now; then nobody else does, until {@link #run} has ended. */
  boolean begin() {
    return left().isZero() && running.compareAndSet(false, true);
  }

  /** Takes {@link #begin} back. */
  void notBegun() {
    running.set(false);
  }

  /** How long it need not be looked at. */
  Duration left() {
    // Whoever has it in hand says when that is over.
    return running.get() ? IN_HAND : Duration.ofNanos(Math.max(0, next - time.nanos()));
  }

  /** Does it, if it is due and nobody else does. */
  void run() {
    var pause = duty.every().again();
    try {
      pause = looked();
    } catch (RuntimeException e) {
      // Its book cannot be read or written now, as while the database is away.
      LOG.log(level(e), () -> "the duty %s cannot be looked at now".formatted(duty.name()), e);
    } finally {
      next = time.nanos() + pause.toNanos();
      running.set(false);
    }
  }

  private Duration looked() {
    var now = time.now();
    book.note(duty.name(), now.plus(duty.every().first()), now.plus(duty.every().period()));
    var turn = book.take(duty.name(), now);
    if (turn.isEmpty()) {
      var due = book.due(duty.name());
      return due.isAfter(now) ? Duration.between(now, due) : soon();
    }
    try (var mine = turn.get()) {
      var run = done(now);
      mine.done(run);
      return Duration.between(run.ended(), run.due());
    }
  }

  /** When to look again at what another process has in hand. */
  private Duration soon() {
    var again = duty.every().again();
    return again.compareTo(IN_HAND) < 0 ? again : IN_HAND;
  }

  private DutyRun done(Instant began) {
    try {
      var wrong = duty.work().run().orElse(null);
      told = null;
      var ended = time.now();
      return new DutyRun(began, ended, wrong, ended.plus(duty.every().period()));
    } catch (RuntimeException e) {
      var why = Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
      LOG.log(
          why.equals(told) ? Level.DEBUG : level(e),
          () -> "the duty %s failed and is tried again".formatted(duty.name()),
          e);
      told = why;
      var ended = time.now();
      return new DutyRun(began, ended, why, ended.plus(duty.every().again()));
    }
  }

  private Level level(RuntimeException e) {
    var foreseen = e instanceof Refusal || e instanceof DutyFailed || closed.getAsBoolean();
    return foreseen ? Level.DEBUG : Level.WARNING;
  }
}
