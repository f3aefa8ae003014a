package direttore.api.health;

import direttore.domain.agenda.DutyState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How it goes with what is done periodically.
 *
 * @param status {@code waiting} before the first time, then how the last time went
 */
record DutyView(
    String name,
    String scope,
    String status,
    @Nullable Instant lastRun,
    @Nullable Instant lastEnd,
    @Nullable String trouble,
    @Nullable Instant troubledAt,
    Instant nextRun) {
  static DutyView of(DutyState state) {
    return new DutyView(
        state.name(),
        state.scope().wire(),
        status(state),
        state.began(),
        state.ended(),
        state.trouble(),
        state.troubled(),
        state.due());
  }

  private static String status(DutyState state) {
    if (state.began() == null) {
      return "waiting";
    }
    return state.isTroubled() ? "troubled" : "done";
  }
}
