package direttore.domain.reservation.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PartStewardTest {
  private static final int MANY = 2500;

  private static void play(int seed, LifeWorld world) {
    assertThatCode(
            () -> {
              world.play(150);
              world.assertOver();
            })
        .as("seed %d", seed)
        .doesNotThrowAnyException();
  }

  @Test
  void comesToARightEndWhateverIsLateLostOrChangedOnTheWay() {
    for (var seed = 0; seed < MANY; seed++) {
      play(seed, new LifeWorld(seed, 1 + seed % 3));
    }
  }

  /** Else the test above would pass whatever is built. */
  @ParameterizedTest
  @EnumSource
  void isCaughtWhenDoneWrong(Mutant mutant) {
    Throwable caught = null;
    for (var seed = 0; seed < MANY && caught == null; seed++) {
      var world = new LifeWorld(seed, 1 + seed % 3);
      world.mutants.add(mutant);
      caught =
          catchThrowable(() -> {
            world.play(150);
            world.assertOver();
          });
    }
    assertThat(caught).as("%s", mutant).isInstanceOf(AssertionError.class);
  }
}
