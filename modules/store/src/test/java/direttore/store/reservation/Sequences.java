package direttore.store.reservation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Random sequences of steps; one that fails is told with no more steps than it needs. */
final class Sequences {
  private Sequences() {}

  /**
   * Fails with the first sequence that has trouble.
   *
   * @param run what is wrong after those steps, each time from the beginning
   */
  static <S> void run(
      int sequences,
      int steps,
      Function<Random, S> random,
      Function<List<S>, Optional<String>> run) {
    for (var seed = 1; seed <= sequences; seed++) {
      var source = new Random(seed);
      var all = IntStream.range(0, steps).mapToObj(i -> random.apply(source)).toList();
      if (run.apply(all).isPresent()) {
        var few = shortened(all, run);
        throw new AssertionError(
            "seed %d: %s after%n%s"
                .formatted(
                    seed,
                    run.apply(few).orElse("?"),
                    few.stream().map(Object::toString).collect(Collectors.joining("\n"))));
      }
    }
  }

  /** What is wrong after the steps, be it with one of them or with what the judge finds then. */
  static <S> Optional<String> take(
      ReservationLab lab, List<S> steps, Function<S, Optional<String>> taken) {
    return take(lab, steps, taken, () -> {});
  }

  /**
   * The same.
   *
   * @param beforeJudging what is put right before the judge looks
   */
  static <S> Optional<String> take(
      ReservationLab lab,
      List<S> steps,
      Function<S, Optional<String>> taken,
      Runnable beforeJudging) {
    for (var step : steps) {
      var trouble = taken.apply(step);
      if (trouble.isPresent()) {
        return Optional.of(step + ": " + trouble.get());
      }
    }
    beforeJudging.run();
    return lab.overlaps() + lab.momentsOverCapacity() == 0
        ? Optional.empty()
        : Optional.of("the judge finds claims that overlap or are too many");
  }

  private static <S> List<S> shortened(List<S> failing, Function<List<S>, Optional<String>> run) {
    var few = failing;
    for (var i = few.size() - 1; i >= 0; i--) {
      var without = new ArrayList<>(few);
      without.remove(i);
      if (run.apply(without).isPresent()) {
        few = without;
      }
    }
    return few;
  }
}
