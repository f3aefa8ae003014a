package direttore.domain.reservation.recurrence;

import static direttore.domain.reservation.recurrence.RecurrenceTest.recurrence;
import static direttore.domain.reservation.recurrence.RecurrenceTest.window;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.domain.Refusal;
import direttore.domain.reservation.recurrence.SeriesEdit.Moved;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeriesEditorTest {
  private static final ZoneId ROME = ZoneId.of("Europe/Rome");
  private static final Recurrence LESSONS =
      recurrence("FREQ=WEEKLY;COUNT=4", "2027-03-01T09:00", "2027-03-01T11:00", "2027-03-08T09:00");
  private static final LocalDateTime FIRST = LocalDateTime.parse("2027-03-01T09:00");
  private static final LocalDateTime THIRD = LocalDateTime.parse("2027-03-15T09:00");
  private static final LocalDateTime FOURTH = LocalDateTime.parse("2027-03-22T09:00");
  private static final LocalWindow TUESDAY = window("2027-03-16T14:00", "2027-03-16T15:00", ROME);

  /** As booked, of which the first so many have begun. */
  private static List<Held> held(Recurrence series, int begun) {
    var held = new ArrayList<Held>();
    for (var start : series.starts()) {
      held.add(new Held(start, series.at(start), held.size() < begun));
    }
    return held;
  }

  private static SeriesEditor editor(int begun) {
    return new SeriesEditor(LESSONS, held(LESSONS, begun));
  }

  private static List<String> known(Recurrence series) {
    return series.starts().stream().map(LocalDateTime::toString).toList();
  }

  @Test
  void movesOneAlone() {
    var edit = editor(0).move(THIRD, EditScope.THIS, TUESDAY);

    assertThat(edit.series()).isEqualTo(LESSONS);
    assertThat(edit.next()).isNull();
    assertThat(edit.moved()).containsExactly(new Moved(THIRD, THIRD, LESSONS.at(THIRD), TUESDAY));
  }

  @Test
  void movesThisAndLaterAsASeriesOfTheirOwn() {
    var edit = editor(0).move(THIRD, EditScope.LATER, TUESDAY);

    assertThat(edit.series())
        .isEqualTo(
            recurrence(
                "FREQ=WEEKLY;COUNT=2", "2027-03-01T09:00", "2027-03-01T11:00", "2027-03-08T09:00"));
    assertThat(edit.next())
        .isEqualTo(recurrence("FREQ=WEEKLY;COUNT=2", "2027-03-16T14:00", "2027-03-16T15:00"));
    assertThat(edit.moved()).extracting(Moved::was).containsExactly(THIRD, FOURTH);
    assertThat(edit.moved().getLast().to())
        .isEqualTo(window("2027-03-23T14:00", "2027-03-23T15:00", ROME));
  }

  @Test
  void movesAllUnderTheSameName() {
    var edit = editor(0).move(THIRD, EditScope.ALL, TUESDAY);

    assertThat(edit.next()).isNull();
    assertThat(edit.series())
        .isEqualTo(
            recurrence(
                "FREQ=WEEKLY;COUNT=4", "2027-03-02T14:00", "2027-03-02T15:00", "2027-03-09T14:00"));
    assertThat(edit.moved()).hasSize(3).allMatch(Moved::inTime);
  }

  @Test
  void leavesWhatHasBegunWhereItIs() {
    var edit = editor(1).move(THIRD, EditScope.ALL, TUESDAY);

    assertThat(known(edit.series())).containsExactly("2027-03-01T09:00");
    assertThat(known(edit.latest())).containsExactly("2027-03-16T14:00", "2027-03-23T14:00");
    assertThat(edit.moved()).extracting(Moved::was).doesNotContain(FIRST);
    assertThatExceptionOfType(Refusal.WrongState.class)
        .isThrownBy(() -> editor(1).move(FIRST, EditScope.THIS, TUESDAY));
  }

  @Test
  void leavesWhatWasMovedByItselfWhereItIs() {
    var elsewhere = window("2027-03-24T20:00", "2027-03-24T21:00", ROME);
    var held = new ArrayList<>(held(LESSONS, 0));
    held.set(2, new Held(FOURTH, elsewhere, false));

    var edit = new SeriesEditor(LESSONS, held).move(THIRD, EditScope.ALL, TUESDAY);

    assertThat(edit.moved().getLast())
        .isEqualTo(
            new Moved(FOURTH, LocalDateTime.parse("2027-03-23T14:00"), elsewhere, elsewhere));
    assertThat(edit.moved().getLast().inTime()).isFalse();
  }

  @Test
  void turnsTheDaysOfTheWeekWithTheSeries() {
    var series =
        recurrence("FREQ=WEEKLY;BYDAY=MO,WE;COUNT=4", "2027-03-01T09:00", "2027-03-01T11:00");

    var edit =
        new SeriesEditor(series, held(series, 0))
            .move(FIRST, EditScope.ALL, window("2027-03-02T09:00", "2027-03-02T11:00", ROME));

    assertThat(edit.series().rule()).hasToString("FREQ=WEEKLY;BYDAY=TU,TH;COUNT=4");
  }

  @Test
  void refusesAMoveThatNoRuleSays() {
    var series =
        recurrence(
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;COUNT=4", "2027-03-01T09:00", "2027-03-01T11:00");

    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(() ->
            new SeriesEditor(series, held(series, 0))
                .move(FIRST, EditScope.ALL, window("2027-03-02T09:00", "2027-03-02T11:00", ROME)))
        .satisfies(e -> assertThat(e.field()).isEqualTo("rule"));
  }

  @Test
  void decidesOnlyWhatAnotherRuleChanges() {
    var rule = RecurrenceRule.parse("FREQ=WEEKLY;BYDAY=MO,TH;COUNT=4", ROME);

    var edit = editor(0).repeat(THIRD, EditScope.LATER, rule);

    assertThat(known(edit.series())).containsExactly("2027-03-01T09:00");
    assertThat(edit.moved()).extracting(Moved::was).containsExactly(THIRD, FOURTH);
    assertThat(edit.moved()).noneMatch(Moved::inTime);
    assertThat(edit.added())
        .extracting(LocalDateTime::toString)
        .containsExactly("2027-03-18T09:00", "2027-03-25T09:00");
    assertThat(edit.dropped()).isEmpty();
  }

  @Test
  void dropsWhatAnotherRuleDoesNotSay() {
    var shorter = RecurrenceRule.parse("FREQ=WEEKLY;COUNT=3", ROME);

    var edit = editor(1).repeat(FOURTH, EditScope.ALL, shorter);

    assertThat(known(edit.series())).containsExactly("2027-03-01T09:00");
    assertThat(known(edit.latest())).containsExactly("2027-03-15T09:00");
    assertThat(edit.dropped()).containsExactly(FOURTH);
    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(() ->
            editor(1)
                .repeat(FOURTH, EditScope.ALL, RecurrenceRule.parse("FREQ=WEEKLY;COUNT=2", ROME)))
        .withMessageContaining("COUNT must be more than 2");
  }

  @Test
  void beginsOnTheFirstDayOfAnotherRule() {
    var thursdays = RecurrenceRule.parse("FREQ=WEEKLY;BYDAY=TH;COUNT=2", ROME);

    var edit = editor(0).repeat(THIRD, EditScope.LATER, thursdays);

    assertThat(edit.latest().first().start()).isEqualTo("2027-03-18T09:00");
    assertThat(edit.dropped()).containsExactly(THIRD, FOURTH);
  }

  @Test
  void changesTheRuleOfMoreThanOne() {
    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(() -> editor(0).repeat(THIRD, EditScope.THIS, LESSONS.rule()))
        .satisfies(e -> assertThat(e.field()).isEqualTo("scope"));
  }

  @Test
  void callsOffByScope() {
    assertThat(editor(1).cancel(THIRD, EditScope.THIS).dropped()).containsExactly(THIRD);
    assertThat(editor(0).cancel(THIRD, EditScope.LATER).dropped()).containsExactly(THIRD, FOURTH);
    assertThat(editor(1).cancel(FOURTH, EditScope.ALL).dropped()).containsExactly(THIRD, FOURTH);
    assertThat(editor(0).cancel(THIRD, EditScope.ALL).series()).isEqualTo(LESSONS);
    assertThatExceptionOfType(Refusal.NotFound.class)
        .isThrownBy(() -> editor(0).cancel(THIRD.plusDays(1), EditScope.THIS));
  }
}
