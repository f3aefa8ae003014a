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
public record RequiredRight(String wire, boolean signedIn, @Nullable Right right) {
  /** Nothing: open to everybody. */
  public static final RequiredRight NONE = new RequiredRight("none", false, null);

  /** Nothing but a sign-in. */
  public static final RequiredRight ANY = new RequiredRight("any", true, null);

  /** The right. */
  public static RequiredRight of(Right right) {
    return new RequiredRight(right.wire(), true, right);
  }
}
