package direttore.domain.operation;

import org.jspecify.annotations.Nullable;

/** What an operation belongs to that repeats another. */
@FunctionalInterface
public interface RetryPlaces {
  /** Every repetition stands by itself. */
  RetryPlaces NONE = (earlier, by) -> null;

  /**
   * Its place, once somebody of that name repeats it, or null where it belongs to nothing. Refuses
   * with {@code WrongState} where the earlier one belongs to what does not want it again.
   */
  @Nullable Membership place(Operation earlier, String by);
}
