package direttore.worker.operation;

import direttore.domain.operation.Left;
import org.jspecify.annotations.Nullable;

/** What became of something that was to be taken back. */
public sealed interface Undone {

  /**
   * Nothing of it is left.
   *
   * @param words for people, or empty where there is nothing to say
   */
  record Gone(String words) implements Undone {}

  /**
   * It is still there.
   *
   * @param words for people: what is left, and why
   * @param left what is left for certain, or null
   */
  record Kept(String words, @Nullable Left left) implements Undone {}
}
