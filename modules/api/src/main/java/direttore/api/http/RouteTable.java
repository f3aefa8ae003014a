package direttore.api.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.PathMatcher;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** All routes of the server, in one list that the contract test reads too. */
public final class RouteTable {
  /** A path's matcher holds regular expressions; it is made once for all methods and servers. */
  private static final Map<String, PathMatcher> MATCHERS = new ConcurrentHashMap<>();

  private final List<Route> routes;

  public RouteTable(List<Route> routes) {
    this.routes = routes.stream().sorted(Comparator.comparingLong(RouteTable::variables)).toList();
  }

  /** Where two addresses fit, the one that says more of itself comes first. */
  private static long variables(Route route) {
    return route.path().chars().filter(c -> c == '{').count();
  }

  public List<Route> routes() {
    return routes;
  }

  /**
   * Registers the routes, each behind the authorization, and after those of each address an answer
   * to methods that it does not have: before the next address, which may fit as well.
   */
  public void install(HttpRouting.Builder routing, AuthorizationFilter authorization) {
    byPath().forEach((path, ofOnePath) -> install(routing, authorization, path, ofOnePath));
  }

  private static void install(
      HttpRouting.Builder routing,
      AuthorizationFilter authorization,
      String path,
      List<Route> ofOnePath) {
    var matcher = MATCHERS.computeIfAbsent(path, SlashAtTheEnd::allowed);
    for (var route : ofOnePath) {
      var handler = authorization.before(route);
      routing.route(route.method(), matcher, handler);
      if (route.isRead()) {
        routing.route(Method.HEAD, matcher, handler);
      }
    }
    routing.route(method -> true, matcher, otherMethod(methods(ofOnePath)));
  }

  private static Handler otherMethod(String allowed) {
    var allow = HeaderValues.createCached(HeaderNames.ALLOW, allowed);
    return (req, res) -> {
      var method = req.prologue().method();
      if (!Method.OPTIONS.equals(method)) {
        throw HttpRefusal.wrongMethod(method.text(), allowed);
      }
      res.status(Status.NO_CONTENT_204).header(allow).send();
    };
  }

  private Map<String, List<Route>> byPath() {
    return routes.stream()
        .collect(Collectors.groupingBy(Route::path, LinkedHashMap::new, Collectors.toList()));
  }

  private static String methods(List<Route> ofOnePath) {
    var names = new TreeSet<String>();
    names.add(Method.OPTIONS.text());
    for (var route : ofOnePath) {
      names.add(route.method().text());
      if (route.isRead()) {
        names.add(Method.HEAD.text());
      }
    }
    return String.join(", ", names);
  }
}
