package direttore.domain.provision;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** Asks all nodes at once, so that an answer takes as long as the slowest and not as all. */
final class EachNode {
  private static final Executor THREADS = task -> Thread.ofVirtual().name("each-node").start(task);

  private EachNode() {}

  /** The answers in the order of the questions. */
  static <A, B> List<B> ask(List<A> questions, Function<A, B> answer) {
    var asked =
        questions.stream()
            .map(each -> CompletableFuture.supplyAsync(() -> answer.apply(each), THREADS))
            .toList();
    try {
      return asked.stream().map(CompletableFuture::join).toList();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}
