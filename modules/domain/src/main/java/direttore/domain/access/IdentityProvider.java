package direttore.domain.access;

import java.net.URI;
import java.util.List;
import java.util.Map;

/** Another server that people prove to who they are, such as a university's. */
public interface IdentityProvider {
  /** What it is called on the button. */
  String name();

  /**
   * Where a browser goes to prove who somebody is. Refuses with {@code Unreachable} or {@code
   * Upstream} when the provider cannot be asked how it works.
   *
   * @param back where the browser shall come back to
   */
  URI ask(Attempt attempt, URI back);

  /**
   * Whom it vouches for. Refuses with {@code NotSignedIn} for what cannot be believed, with {@code
   * Unreachable} or {@code Upstream} when the provider cannot be asked.
   *
   * @param back where the browser was to come back to
   * @param answer the parameters that it came back with
   */
  Vouched answer(Attempt attempt, URI back, Map<String, List<String>> answer);
}
