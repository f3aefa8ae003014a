package direttore.api.http;

import direttore.domain.access.Authentication;
import io.helidon.webserver.http.ServerRequest;
import java.util.Optional;

/** Knows who sends a request. */
@FunctionalInterface
public interface Authenticator {
  /** Where nobody signs in, and everybody may do everything. */
  Authenticator OPEN = req -> Optional.of(Authentication.ANYBODY);

  /**
   * Who it is, empty when the request comes with nothing to know somebody by. Refuses with {@code
   * NotSignedIn} when what it comes with does not hold.
   */
  Optional<Authentication> authenticate(ServerRequest req);
}
