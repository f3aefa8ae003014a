package direttore.api.http;

import direttore.domain.access.Admission;
import io.helidon.webserver.http.ServerRequest;
import java.util.Optional;

/** Knows who sends a request. */
@FunctionalInterface
public interface Entrance {
  /** Where nobody signs in, and everybody may do everything. */
  Entrance OPEN = req -> Optional.of(Admission.ANYBODY);

  /**
   * Who it is, empty when the request comes with nothing to know somebody by. Refuses with {@code
   * NotSignedIn} when what it comes with does not hold.
   */
  Optional<Admission> admit(ServerRequest req);
}
