package direttore.app.wiring;

import direttore.api.health.Part;
import direttore.api.http.Route;
import direttore.domain.agenda.Duty;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one feature hands over to the program.
 *
 * @param routes where it answers
 * @param duties what it does periodically
 * @param readiness what of it must be well before requests are sent here
 */
record Feature(List<Route> routes, List<Duty> duties, List<Part> readiness) {
  Feature {
    routes = List.copyOf(routes);
    duties = List.copyOf(duties);
    readiness = List.copyOf(readiness);
  }

  /** One that answers, until it is said what else it does. */
  static Feature of(Stream<List<Route>> routes) {
    return new Feature(routes.flatMap(List::stream).toList(), List.of(), List.of());
  }

  /** The same with duties. */
  Feature doing(List<Duty> all) {
    return new Feature(routes, all, readiness);
  }

  /** The same, serving only while the parts are well. */
  Feature needing(Part... parts) {
    return new Feature(routes, duties, List.of(parts));
  }
}
