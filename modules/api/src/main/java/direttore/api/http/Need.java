package direttore.api.http;

import direttore.domain.access.Right;
import org.jspecify.annotations.Nullable;

/**
 * Who may use a route. There is no route without one, so that none is open by oversight.
 *
 * @param wire the word in the contract's {@code x-right}
 * @param signedIn whether somebody must be signed in
 * @param right what they must be allowed at least somewhere, or null
 */
public record Need(String wire, boolean signedIn, @Nullable Right right) {
  /** Nothing: open to everybody. */
  public static final Need NONE = new Need("none", false, null);

  /** Nothing but a sign-in. */
  public static final Need ANY = new Need("any", true, null);

  /** The right. */
  public static Need of(Right right) {
    return new Need(right.wire(), true, right);
  }
}
