package direttore.api;

import direttore.api.guard.Connections;
import direttore.api.http.AccessRules;
import direttore.api.http.Authenticator;
import direttore.api.http.Route;
import direttore.domain.access.Audit;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/**
 * What the API is made of, handed over by the composition root.
 *
 * @param routes those of all features
 * @param authenticator what knows who sends a request
 * @param connections which are open, under the limits of the protection
 * @param requestIds ids for requests that bring none, each once
 */
public record ApiParts(
    List<Route> routes,
    AccessRules access,
    Authenticator authenticator,
    Audit audit,
    Protection protection,
    Connections connections,
    Clock clock,
    Supplier<String> requestIds) {
  public ApiParts {
    routes = List.copyOf(routes);
  }
}
