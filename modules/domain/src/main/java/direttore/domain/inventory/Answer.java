package direttore.domain.inventory;

import direttore.domain.system.SystemFailure;
import java.util.function.Function;

/** What came of asking NetBox: what could not be read is not known, and never nothing. */
public sealed interface Answer<T> {

  /** What was asked for, whole. */
  record Known<T>(T value) implements Answer<T> {}

  /**
   * It is not known.
   *
   * @param why with NetBox's own words where it said any
   */
  record Unknown<T>(SystemFailure why) implements Answer<T> {}

  /** The value, or the failure thrown. */
  default T orThrow() {
    return switch (this) {
      case Known<T>(var value) -> value;
      case Unknown<T>(var why) -> throw why;
    };
  }

  /** The same of another value. */
  default <U> Answer<U> map(Function<? super T, ? extends U> change) {
    return switch (this) {
      case Known<T>(var value) -> new Known<>(change.apply(value));
      case Unknown<T>(var why) -> new Unknown<>(why);
    };
  }
}
