package direttore.domain.reservation.history;

import direttore.domain.reservation.Phase;
import direttore.domain.reservation.Status;
import direttore.domain.reservation.Window;
import direttore.domain.reservation.history.HistoryEntry.Whose;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a reservation was changed, of which its history makes one word.
 *
 * @param by the name of who changed it, or null where that is time alone or not known
 * @param checkedIn whether somebody checked in with it
 * @param fields what else was changed, by the names of the API
 */
public record RowChange(
    State before,
    State after,
    @Nullable String by,
    boolean checkedIn,
    boolean approved,
    List<String> fields) {

  /** A reservation before or after a change. */
  public record State(Phase phase, Status status, Window window, Whose whose) {
    private boolean cancelled() {
      return status == Status.CANCELLED;
    }
  }

  public RowChange {
    fields = List.copyOf(fields);
  }

  /** The same as something that happened. */
  public HistoryEntry entry(long id, Instant at, @Nullable String reason) {
    var moved = !before.window.equals(after.window);
    return new HistoryEntry(
        id,
        kind(),
        at,
        by,
        null,
        reason,
        moved ? after.window : null,
        moved ? before.window : null,
        before.whose.equals(after.whose) ? null : after.whose,
        fields);
  }

  /** What it was above all. */
  HistoryKind kind() {
    return switch (after.phase) {
      case REFUSED -> turned(HistoryKind.REFUSED);
      case LAPSED -> turned(HistoryKind.LAPSED);
      case MISSED -> turned(HistoryKind.MISSED);
      case CALLED_OFF -> turned(HistoryKind.CANCELLED);
      case RETURNING, RETURNED -> ended();
      case REQUESTED -> turned(HistoryKind.ACCEPTED);
      case OFFERED -> turned(HistoryKind.OFFERED);
      case BOOKED -> turned(booked());
      case PREPARING -> begun(HistoryKind.PREPARING);
      case RUNNING -> begun(HistoryKind.STARTED);
    };
  }

  private HistoryKind turned(HistoryKind kind) {
    return before.phase == after.phase ? changed() : kind;
  }

  private HistoryKind booked() {
    if (before.phase == Phase.OFFERED) {
      return HistoryKind.ACCEPTED;
    }
    return approved ? HistoryKind.APPROVED : HistoryKind.BOOKED;
  }

  /** What had ended and is brought back goes on for longer. */
  private HistoryKind begun(HistoryKind kind) {
    return before.phase == Phase.RETURNING ? changed() : turned(kind);
  }

  private HistoryKind ended() {
    if (after.cancelled() && !before.cancelled()) {
      return HistoryKind.CANCELLED;
    }
    if (!before.phase.open()) {
      return turned(HistoryKind.CLEARED);
    }
    if (by != null) {
      return HistoryKind.RETURNED;
    }
    return before.window.equals(after.window) ? HistoryKind.ENDED : HistoryKind.NO_SHOW;
  }

  /** What is changed of one that is as far as before. */
  private HistoryKind changed() {
    if (!before.whose.equals(after.whose)) {
      return HistoryKind.HANDED_OVER;
    }
    if (checkedIn) {
      return HistoryKind.CHECKED_IN;
    }
    return before.window.equals(after.window) ? HistoryKind.CHANGED : moved();
  }

  private HistoryKind moved() {
    if (!before.window.from().equals(after.window.from())) {
      return HistoryKind.MOVED;
    }
    return after.window.to().isAfter(before.window.to())
        ? HistoryKind.EXTENDED
        : HistoryKind.SHORTENED;
  }
}
