package direttore.app.wiring;

import direttore.api.health.Part;
import direttore.api.http.Route;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one feature hands over to the program.
 *
 * @param routes where it answers
 * @param readiness what of it must be well before requests are sent here
 */
record Feature(List<Route> routes, List<Part> readiness) {
  Feature {
    routes = List.copyOf(routes);
    readiness = List.copyOf(readiness);
  }

  /** One that answers, until it is said what else it does. */
  static Feature of(Stream<List<Route>> routes) {
    return new Feature(routes.flatMap(List::stream).toList(), List.of());
  }

  /** The same, serving only while the parts are well. */
  Feature needing(Part... parts) {
    return new Feature(routes, List.of(parts));
  }
}
