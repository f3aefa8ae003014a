package direttore.store.reservation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Many who do something at once. */
final class RulesStorm {
  private RulesStorm() {}

  static <T> List<T> all(int many, IntFunction<T> work) throws Exception {
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      var calls = IntStream.range(0, many).<Callable<T>>mapToObj(i -> () -> work.apply(i)).toList();
      var results = new ArrayList<T>();
      for (var done : pool.invokeAll(calls)) {
        results.add(done.get());
      }
      return results;
    }
  }
}
