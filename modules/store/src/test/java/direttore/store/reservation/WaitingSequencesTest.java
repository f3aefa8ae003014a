package direttore.store.reservation;

import direttore.domain.reservation.NewBlackout.Overlap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Random sequences of bookings, blackouts and what the waiting list offers, beside a grid of
 * quarters of an hour that only counts. What fails is shortened to the steps that matter.
 */
class WaitingSequencesTest {
  private static final int SEQUENCES = 16;
  private static final int STEPS = 40;
  private static ReservationLab lab;

  /** One thing that somebody does; which one it is about is counted among those there. */
  private record Step(int kind, int which, int wish, int cores, int start, int length, int more) {
    static Step random(Random random) {
      return new Step(
          random.nextInt(12),
          random.nextInt(1000),
          random.nextInt(Grid.WISHES),
          1 + random.nextInt(12),
          random.nextInt(Grid.QUARTERS / 2),
          1 + random.nextInt(16),
          random.nextInt(16));
    }
  }

  @BeforeAll
  static void open() {
    lab = Grid.lab();
  }

  @AfterAll
  static void close() {
    lab.close();
  }

  @Test
  void whatIsOfferedClosedAndLetGoIsAsTheGridSays() {
    Sequences.run(SEQUENCES, STEPS, Step::random, WaitingSequencesTest::run);
  }

  private static Optional<String> run(List<Step> steps) {
    lab.database.client().execute().dml("TRUNCATE waiting, reservation CASCADE");
    var model = new WaitingModel(lab);
    return Sequences.take(lab, steps, step -> take(step, model).or(model::differs));
  }

  private static Optional<String> take(Step step, WaitingModel model) {
    var overlap = Overlap.values()[step.which % Overlap.values().length];
    return switch (step.kind) {
      case 0, 1, 2 -> model.book(step.wish, step.cores, step.start, step.length);
      case 3 -> model.cancel(step.which);
      case 4, 5 -> model.close(step.wish, overlap, step.start, step.length);
      case 6, 7 ->
          model.wait(step.wish, step.cores, step.start, step.length + step.more, step.length);
      case 8, 9 -> model.serve();
      default -> model.answer(step.which, step.more % 4);
    };
  }
}
