package direttore.simulator.fault;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Something that goes wrong with calls.
 *
 * @param method the HTTP method that it strikes, or {@code *}
 * @param path a regular expression over the whole path below the root of the API
 * @param skip how many matching calls pass unharmed first
 * @param times how many calls it strikes after that
 */
public record Fault(String method, String path, int skip, int times, Effect effect) {

  public Fault {
    Pattern.compile(path);
    if (skip < 0) {
      throw new IllegalArgumentException("skip is " + skip + ", expected 0 or more");
    }
    if (times < 1) {
      throw new IllegalArgumentException("times is " + times + ", expected 1 or more");
    }
  }

  /** Strikes the next matching call. */
  public static Fault next(String method, String path, Effect effect) {
    return new Fault(method, path, 0, 1, effect);
  }

  /** Strikes every matching call. */
  public static Fault always(String method, String path, Effect effect) {
    return new Fault(method, path, 0, Integer.MAX_VALUE, effect);
  }

  boolean matches(String verb, String target) {
    return (method.equals("*") || method.equals(verb)) && target.matches(path);
  }

  /** What happens to the call. */
  public sealed interface Effect {}

  /** The call is carried out after so long. */
  public record Delay(Duration pause) implements Effect {}

  /**
   * The call is not carried out; the answer has this status and reason.
   *
   * @param bare the body is empty, as those of a proxy may be
   */
  public record Status(int status, String reason, boolean bare) implements Effect {}

  /** The connection is cut before anything happens. */
  public record DropBefore() implements Effect {}

  /** The call is carried out and its answer lost. */
  public record DropAfter() implements Effect {}

  /**
   * The call is held at a gate.
   *
   * @param afterEffect whether it has been carried out by then, and only its answer is held
   */
  public record Hold(Gate gate, boolean afterEffect) implements Effect {}
}
