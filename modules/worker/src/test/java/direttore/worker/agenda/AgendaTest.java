package direttore.worker.agenda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import direttore.domain.agenda.Duty;
import direttore.domain.agenda.DutyState;
import direttore.domain.time.Every;
import direttore.worker.time.SteppingTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class AgendaTest {
  private static final Every MINUTELY =
      new Every(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofSeconds(5));
  private final SteppingTime time = new SteppingTime();
  private final Instant start = time.now();
  private final Queue<Runnable> held = new ArrayDeque<>();
  private boolean holding;
  private boolean full;
  private final Agenda agenda = new Agenda(new ProcessDuties(), time, this::execute);
  private final List<Long> done = new ArrayList<>();

  private void execute(Runnable run) {
    if (full) {
      full = false;
      throw new RejectedExecutionException("no thread is free");
    }
    if (holding) {
      held.add(run);
    } else {
      run.run();
    }
  }

  private Optional<String> note() {
    done.add(Duration.between(start, time.now()).toSeconds());
    return Optional.empty();
  }

  /** Lets time pass as the agenda's own thread would. */
  private void pass(Duration most) {
    var end = time.now().plus(most);
    while (time.now().isBefore(end)) {
      var wait = agenda.look();
      var left = Duration.between(time.now(), end);
      time.pass(wait.compareTo(left) < 0 ? wait : left);
    }
    agenda.look();
  }

  private DutyState state(String name) {
    return agenda.states().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void aDutyIsDoneSoonAfterTheStartAndThenEachPeriod() {
    agenda.add(Duty.each("cleaning", MINUTELY, this::note));

    pass(Duration.ofSeconds(135));

    assertThat(done).containsExactly(10L, 70L, 130L);
    assertThat(state("cleaning").began()).isEqualTo(start.plusSeconds(130));
    assertThat(state("cleaning").due()).isEqualTo(start.plusSeconds(190));
  }

  @Test
  void oneThatFoundNoThreadIsBegunTheNextTime() {
    agenda.add(Duty.each("cleaning", MINUTELY, this::note));
    full = true;
    assertThatThrownBy(agenda::look).isInstanceOf(RejectedExecutionException.class);

    pass(Duration.ofSeconds(15));

    assertThat(done).containsExactly(10L);
  }

  @Test
  void oneThatThrowsIsShownWithItsTroubleAndDoneAgainSoon() {
    agenda.add(
        Duty.each(
            "cleaning",
            MINUTELY,
            () -> {
              note();
              if (done.size() < 3) {
                throw new IllegalStateException("the broom is broken");
              }
              return Optional.empty();
            }));

    pass(Duration.ofSeconds(11));
    assertThat(state("cleaning").trouble()).isEqualTo("the broom is broken");
    assertThat(state("cleaning").isTroubled()).isTrue();
    pass(Duration.ofSeconds(60));

    assertThat(done).containsExactly(10L, 15L, 20L);
    assertThat(state("cleaning").isTroubled()).isFalse();
    assertThat(state("cleaning").trouble()).isEqualTo("the broom is broken");
    assertThat(state("cleaning").troubled()).isEqualTo(start.plusSeconds(15));
  }

  @Test
  void whatADutyFindsIsItsTroubleAndNoReasonToHurry() {
    agenda.add(
        Duty.each(
            "cleaning",
            MINUTELY,
            () -> {
              note();
              return Optional.of("there is dust");
            }));

    pass(Duration.ofSeconds(75));

    assertThat(done).containsExactly(10L, 70L);
    assertThat(state("cleaning").trouble()).isEqualTo("there is dust");
  }

  @Test
  void othersGoOnWhileOneFails() {
    agenda.add(
        Duty.each(
            "breaking",
            MINUTELY,
            () -> {
              throw new IllegalStateException("always");
            }));
    agenda.add(Duty.each("cleaning", MINUTELY, this::note));

    pass(Duration.ofSeconds(75));

    assertThat(done).containsExactly(10L, 70L);
  }

  @Test
  void oneThatTakesLongIsNotBegunTwice() {
    agenda.add(Duty.each("cleaning", MINUTELY, this::note));
    holding = true;
    time.pass(Duration.ofSeconds(10));

    agenda.look();
    time.pass(Duration.ofMinutes(5));
    agenda.look();
    assertThat(held).hasSize(1);
    held.remove().run();

    agenda.look();
    time.pass(Duration.ofSeconds(61));
    agenda.look();
    assertThat(held).hasSize(1);
  }

  @Test
  void aClockThatIsSetBackPutsNothingOff() {
    agenda.add(Duty.each("cleaning", MINUTELY, this::note));
    pass(Duration.ofSeconds(15));

    time.change(Duration.ofHours(-5));
    pass(Duration.ofSeconds(130));

    assertThat(done).hasSize(2);
  }

  @Test
  void twoDutiesOfOneNameWouldTakeEachOthersTurns() {
    agenda.add(Duty.each("cleaning", MINUTELY, this::note));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> agenda.add(Duty.each("cleaning", MINUTELY, this::note)))
        .withMessage("the duty cleaning is there already");
  }

  @Test
  void nothingIsBegunOnceItIsClosed() {
    agenda.add(Duty.each("cleaning", MINUTELY, this::note));
    agenda.close();

    time.pass(Duration.ofMinutes(5));
    agenda.look();

    assertThat(done).isEmpty();
  }
}
