package direttore.api.reservation;

import direttore.api.http.AuditedRequest;
import direttore.api.http.Query;
import direttore.domain.Refusal;
import direttore.domain.access.TeamName;
import direttore.domain.node.NodeName;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.ReservationFilter;
import direttore.domain.reservation.ReservationKind;
import direttore.domain.reservation.ReservationPage;
import direttore.domain.reservation.Status;
import io.helidon.webserver.http.ServerRequest;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a list of reservations is asked for, and where its next page is. */
final class ReservationQuery {
  private static final int LIMIT = 500;
  private static final String AFTER = "after";

  private ReservationQuery() {}

  static ReservationFilter of(ServerRequest req, ZoneId zone, Set<ReservationKind> kinds) {
    var from = Query.moment(req, "start", zone);
    var to = Query.moment(req, "end", zone);
    if (from != null && to != null && !from.isBefore(to)) {
      throw new Refusal.Invalid("end", "must be after start");
    }
    var node = Query.text(req, "node");
    var team = Query.text(req, "team");
    return new ReservationFilter(
        from,
        to,
        node == null ? null : new NodeName(node),
        resource(req),
        statuses(req),
        phases(req),
        kinds,
        Boolean.TRUE.equals(Query.flag(req, "mine")),
        team == null ? null : new TeamName(team),
        Query.text(req, "q"),
        null,
        AuditedRequest.of(req).actor(),
        after(req),
        limit(req));
  }

  private static @Nullable Integer resource(ServerRequest req) {
    if (!req.query().contains("resource")) {
      return null;
    }
    var resource = Query.integer(req, "resource", 0);
    if (resource < 1) {
      throw new Refusal.Invalid("resource", "must be the number of a resource, 1 or more");
    }
    return resource;
  }

  private static Set<Status> statuses(ServerRequest req) {
    return Query.texts(req, "status").stream().map(Status::parse).collect(Collectors.toSet());
  }

  private static Set<Phase> phases(ServerRequest req) {
    return Query.texts(req, "phase").stream().map(Phase::parse).collect(Collectors.toSet());
  }

  private static @Nullable Long after(ServerRequest req) {
    var text = Query.text(req, AFTER);
    if (text == null) {
      return null;
    }
    if (!text.matches("[0-9]{1,18}")) {
      throw new Refusal.Invalid(AFTER, "must be what the Link of the page before has");
    }
    return Long.parseLong(text);
  }

  private static int limit(ServerRequest req) {
    var limit = Query.integer(req, "limit", LIMIT);
    if (limit < 1 || limit > ReservationFilter.MOST) {
      throw new Refusal.Invalid("limit", "must be 1 to %d".formatted(ReservationFilter.MOST));
    }
    return limit;
  }

  /** The value of {@code Link} for the page after this one, empty on the last. */
  static Optional<String> next(ServerRequest req, ReservationPage page, String path) {
    if (!page.more() || page.reservations().isEmpty()) {
      return Optional.empty();
    }
    var others =
        Stream.of(req.query().rawValue().split("&"))
            .filter(part -> !part.isEmpty() && !part.startsWith(AFTER + "="));
    var last = AFTER + "=" + page.reservations().getLast().id();
    var query = Stream.concat(others, Stream.of(last)).collect(Collectors.joining("&"));
    return Optional.of("<%s?%s>; rel=\"next\"".formatted(path, query));
  }
}
