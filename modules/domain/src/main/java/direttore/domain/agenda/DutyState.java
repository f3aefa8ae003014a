package direttore.domain.agenda;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How it goes with a duty.
 *
 * @param began when it was last begun, and {@code ended} when that ended; null before the first
 * @param trouble what was last wrong, and {@code troubled} when that was; null where nothing was
 * @param due when it is done next
 */
public record DutyState(
    String name,
    Duty.Scope scope,
    @Nullable Instant began,
    @Nullable Instant ended,
    @Nullable String trouble,
    @Nullable Instant troubled,
    Instant due) {

  /** One that was not done yet. */
  public static DutyState fresh(String name, Duty.Scope scope, Instant due) {
    return new DutyState(name, scope, null, null, null, null, due);
  }

  /** The same after it was done once more, with what was wrong then. */
  public DutyState done(DutyRun run) {
    var wrong = run.trouble();
    return new DutyState(
        name,
        scope,
        run.began(),
        run.ended(),
        wrong == null ? trouble : wrong,
        wrong == null ? troubled : run.ended(),
        run.due());
  }

  /** The same, due at that time at the latest. */
  public DutyState dueBy(Instant latest) {
    return due.isAfter(latest)
        ? new DutyState(name, scope, began, ended, trouble, troubled, latest)
        : this;
  }

  /** Whether something was wrong the last time. */
  public boolean isTroubled() {
    return troubled != null && troubled.equals(ended);
  }
}
