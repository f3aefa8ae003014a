package direttore.worker.operation;

import direttore.domain.operation.Handle;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Operation.Failure;
import direttore.domain.system.SystemFailure;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one step does to the world, and how to see whether it happened. Whichever system does it
 * answers a failure as a {@link SystemFailure}.
 */
public interface Effect {
  /** What it does, for people: {@code reserve 192.0.2.7}. */
  String doing(Operation operation);

  /** The sentence that says what could not be done and why. */
  default String couldNot(Operation operation, String reason) {
    return "could not %s: %s".formatted(doing(operation), reason);
  }

  /** Asks for it, once; by what it is known where it is done, or null when it is done already. */
  @Nullable Handle ask(Operation operation);

  /** What can be seen of it, after an answer was lost with its worker or on the way. */
  Found look(Operation operation, Evidence evidence);

  /** Whether the world is now as the step wants it, however that came. */
  boolean holds(Operation operation);

  /** Waits for what was asked for, and judges how it ended. */
  default Next await(Next.Await asked) {
    throw new IllegalStateException("what is done at once is not waited for");
  }

  /** Whether it makes something whose name another may have. */
  default boolean makes() {
    return false;
  }

  /** Has another name be used, since that is taken, or fails so. */
  default void rename(Operation operation, String taken) {
    throw new RunStop.Failed("exists", couldNot(operation, taken));
  }

  /** What to do when it stays unclear for long whether it happens. */
  default Next unclear(Operation operation, Found.Unclear found) {
    throw new RunStop.Failed("unclear", couldNot(operation, found.why()));
  }

  /** What to do about a failure that it knows more of than its kind; empty where it does not. */
  default Optional<Next> recover(Next from, SystemFailure failure) {
    return Optional.empty();
  }

  /** Who hinders it now, as far as that shows: to be asked before each time it is asked for. */
  default Optional<String> hinderedBy(Operation operation) {
    return Optional.empty();
  }

  /** Who holds what it was refused for, as far as that shows; unknown is not free. */
  default Optional<String> heldBy(Operation operation) {
    return Optional.empty();
  }

  /** Whether it waits for whoever holds it up, or fails at once. */
  default boolean waitsForHolders(Operation operation) {
    return true;
  }

  /**
   * How what it did, or may have done, is taken back where the operation ends early for that
   * reason; empty where it stays.
   */
  default Optional<Undo> undo(Failure why) {
    return Optional.empty();
  }

  /** Where it must wait for its turn. */
  default List<Lanes.Lane> lanes(Operation operation) {
    return List.of();
  }

  /** What it has done at once that people are to know, empty when that goes without saying. */
  default Optional<String> did() {
    return Optional.empty();
  }

  /** What to say when the world was so before, or empty when that is as good as done. */
  default Optional<String> already(Operation operation) {
    return Optional.empty();
  }
}
