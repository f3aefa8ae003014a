package direttore.store.reservation;

import direttore.domain.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Random sequences of what people do with series, beside a grid of quarters of an hour that only
 * counts. What fails is shortened to the steps that matter.
 */
class SeriesSequencesTest {
  private static final int SEQUENCES = 20;
  private static final int STEPS = 25;
  private static ReservationLab lab;

  /** One thing that somebody does; which date it is about is counted among those alive. */
  private record Step(
      int kind, int which, int start, int length, int cores, int count, boolean skip) {
    static Step random(Random random) {
      return new Step(
          random.nextInt(10),
          random.nextInt(1000),
          random.nextInt(SeriesModel.DAY * 3),
          1 + random.nextInt(12),
          random.nextInt(3) * 6,
          2 + random.nextInt(4),
          random.nextBoolean());
    }
  }

  @BeforeAll
  static void open() {
    lab = new ReservationLab().nodes("pve1");
  }

  @AfterAll
  static void close() {
    lab.close();
  }

  @Test
  void whatIsBookedMovedEditedAndCalledOffIsAsTheGridSays() {
    Sequences.run(SEQUENCES, STEPS, Step::random, SeriesSequencesTest::run);
  }

  private static Optional<String> run(List<Step> steps) {
    lab.database
        .client()
        .execute()
        .dml("TRUNCATE claim, part, possession, bell, reservation, reservation_series CASCADE");
    var model = new SeriesModel(lab);
    return Sequences.take(lab, steps, step -> take(step, model).or(model::differs));
  }

  /** What went otherwise than the grid says, or nothing. */
  private static Optional<String> take(Step step, SeriesModel model) {
    try {
      var shift = step.start - SeriesModel.DAY - SeriesModel.DAY / 2;
      return switch (step.kind) {
        case 0 -> model.book(step.start, step.length, step.cores);
        case 1, 2 -> model.series(step.start, step.length, step.cores, step.count, step.skip);
        case 3 -> model.move(step.which, step.start, step.length);
        case 4 -> model.edit(step.which, true, shift, step.length, step.skip);
        case 5 -> model.edit(step.which, false, shift, step.length, step.skip);
        case 6 -> model.repeat(step.which, true, step.count, step.skip);
        case 7 -> model.repeat(step.which, false, step.count, step.skip);
        case 8 -> model.retry(step.which);
        default -> model.cancel(step.which);
      };
    } catch (Refusal.ReservationConflict e) {
      return Optional.of("refused what is free: " + e.getMessage());
    }
  }
}
