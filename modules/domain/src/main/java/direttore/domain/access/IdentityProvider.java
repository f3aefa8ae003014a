package direttore.domain.access;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Another server that people prove to who they are, such as a university's. */
public interface IdentityProvider {
  /** What it is called on the button. */
  String name();

  /**
   * Where a browser goes to prove who somebody is. Refuses with {@code Unreachable} or {@code
   * Upstream} when the provider cannot be asked how it works.
   *
   * @param back where the browser shall come back to
   * @param another whether it shall be asked for another account than the one at hand there
   */
  URI ask(Attempt attempt, URI back, boolean another);

  /**
   * Whom it vouches for. Refuses with {@code NotSignedIn} for what cannot be believed, with {@code
   * Unreachable} or {@code Upstream} when the provider cannot be asked.
   *
   * @param back where the browser was to come back to
   * @param answer the parameters that it came back with
   */
  Vouched answer(Attempt attempt, URI back, Map<String, List<String>> answer);

  /**
   * What it says now of whom it vouched for. Refuses with {@code NotSignedIn} when it no longer
   * vouches, with {@code Unreachable} or {@code Upstream} when it cannot be asked.
   */
  Vouched renew(String subject, Vouched.Renewal renewal);

  /**
   * Whose sessions it says to have ended. Refuses with {@code NotSignedIn} for what cannot be
   * believed, with {@code Unreachable} or {@code Upstream} when the provider cannot be asked for
   * its keys.
   *
   * @param token what it sent, signed
   */
  ProviderLogout signedOut(String token);

  /**
   * Where a browser goes to be signed out there too; empty where the provider knows no such place
   * or cannot be asked.
   *
   * @param idToken what it said of who leaves, or null
   * @param back where the browser shall come back to
   */
  Optional<URI> leave(@Nullable String idToken, URI back);

  /** Why nobody could sign in there now, a sentence; empty when all is well. */
  Optional<String> trouble();
}
