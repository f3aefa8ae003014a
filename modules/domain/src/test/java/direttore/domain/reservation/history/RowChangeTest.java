package direttore.domain.reservation.history;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.access.TeamName;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.Status;
import direttore.domain.reservation.Window;
import direttore.domain.reservation.history.HistoryEntry.Whose;
import direttore.domain.reservation.history.RowChange.State;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One word for each change of a reservation. */
class RowChangeTest {
  private static final Instant NINE = Instant.parse("2027-03-01T09:00:00Z");
  private static final Whose ANA = new Whose("ana", null);

  private static Window hours(int from, int to) {
    return new Window(NINE.plusSeconds(from * 3600L), NINE.plusSeconds(to * 3600L));
  }

  private static State state(Phase phase) {
    return state(phase, Status.ACTIVE);
  }

  private static State state(Phase phase, Status status) {
    return new State(phase, status, hours(0, 2), ANA);
  }

  private static State at(Phase phase, Window window) {
    return new State(phase, Status.ACTIVE, window, ANA);
  }

  private static HistoryKind kind(State before, State after, @Nullable String by) {
    return new RowChange(before, after, by, false, false, List.of()).kind();
  }

  private static HistoryKind kind(Phase before, Phase after) {
    return kind(state(before), state(after), null);
  }

  @Test
  void whatIsApprovedIsNotWhatNeedsNoApprovalAnyMore() {
    var before = state(Phase.REQUESTED);
    var after = state(Phase.BOOKED);

    assertThat(new RowChange(before, after, "olga", false, true, List.of()).kind())
        .isEqualTo(HistoryKind.APPROVED);
    assertThat(kind(before, after, "ana")).isEqualTo(HistoryKind.BOOKED);
    assertThat(kind(Phase.OFFERED, Phase.BOOKED)).isEqualTo(HistoryKind.ACCEPTED);
    assertThat(kind(Phase.OFFERED, Phase.REQUESTED)).isEqualTo(HistoryKind.ACCEPTED);
  }

  @Test
  void eachPhaseHasItsWord() {
    assertThat(kind(Phase.REQUESTED, Phase.REFUSED)).isEqualTo(HistoryKind.REFUSED);
    assertThat(kind(Phase.OFFERED, Phase.LAPSED)).isEqualTo(HistoryKind.LAPSED);
    assertThat(kind(Phase.BOOKED, Phase.CALLED_OFF)).isEqualTo(HistoryKind.CANCELLED);
    assertThat(kind(Phase.BOOKED, Phase.MISSED)).isEqualTo(HistoryKind.MISSED);
    assertThat(kind(Phase.BOOKED, Phase.PREPARING)).isEqualTo(HistoryKind.PREPARING);
    assertThat(kind(Phase.PREPARING, Phase.RUNNING)).isEqualTo(HistoryKind.STARTED);
    assertThat(kind(Phase.RUNNING, Phase.RETURNING)).isEqualTo(HistoryKind.ENDED);
    assertThat(kind(Phase.RUNNING, Phase.RETURNED)).isEqualTo(HistoryKind.ENDED);
    assertThat(kind(Phase.RETURNING, Phase.RETURNED)).isEqualTo(HistoryKind.CLEARED);
  }

  @Test
  void whoEndsItBeforeItsTimeReturnsOrCancelsItAndNobodyIsANoShow() {
    var running = state(Phase.RUNNING);
    var shorter = at(Phase.RETURNED, hours(0, 1));
    var cancelled = state(Phase.RETURNING, Status.CANCELLED);

    assertThat(kind(running, shorter, "ana")).isEqualTo(HistoryKind.RETURNED);
    assertThat(kind(running, shorter, null)).isEqualTo(HistoryKind.NO_SHOW);
    assertThat(kind(running, cancelled, "ana")).isEqualTo(HistoryKind.CANCELLED);
    assertThat(kind(cancelled, state(Phase.RETURNED, Status.CANCELLED), null))
        .isEqualTo(HistoryKind.CLEARED);
  }

  @Test
  void itsTimeIsMovedOrEndsLaterOrSooner() {
    var before = at(Phase.BOOKED, hours(0, 2));

    assertThat(kind(before, at(Phase.BOOKED, hours(1, 3)), "ana")).isEqualTo(HistoryKind.MOVED);
    assertThat(kind(before, at(Phase.BOOKED, hours(0, 3)), "ana")).isEqualTo(HistoryKind.EXTENDED);
    assertThat(kind(before, at(Phase.BOOKED, hours(0, 1)), "ana")).isEqualTo(HistoryKind.SHORTENED);
    assertThat(kind(at(Phase.RETURNING, hours(0, 2)), at(Phase.RUNNING, hours(0, 3)), "ana"))
        .isEqualTo(HistoryKind.EXTENDED);
    assertThat(kind(before, before, "ana")).isEqualTo(HistoryKind.CHANGED);
  }

  @Test
  void saysWhoseItIsAndWhatElseWasChangedWithIt() {
    var bens = new Whose("ben", new TeamName("net"));
    var after = new State(Phase.BOOKED, Status.PENDING, hours(1, 3), bens);
    var before = new State(Phase.BOOKED, Status.PENDING, hours(0, 2), ANA);

    var entry =
        new RowChange(before, after, "olga", false, false, List.of("title")).entry(7, NINE, "ill");

    assertThat(entry)
        .isEqualTo(
            new HistoryEntry(
                7,
                HistoryKind.HANDED_OVER,
                NINE,
                "olga",
                null,
                "ill",
                hours(1, 3),
                hours(0, 2),
                bens,
                List.of("title")));
  }

  @Test
  void aCheckInIsOne() {
    var running = state(Phase.RUNNING);

    assertThat(new RowChange(running, running, "ana", true, false, List.of()).kind())
        .isEqualTo(HistoryKind.CHECKED_IN);
  }
}
