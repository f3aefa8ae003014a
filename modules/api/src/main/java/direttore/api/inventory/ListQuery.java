package direttore.api.inventory;

import direttore.api.http.Query;
import direttore.domain.Refusal;
import direttore.domain.inventory.Listed;
import direttore.domain.inventory.Network;
import direttore.domain.inventory.Slice;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Parts of lists, and where the next one is. */
final class ListQuery {
  private static final HeaderName TOTAL = HeaderNames.create("X-Total-Count");
  private static final HeaderName LINK = HeaderNames.create("Link");
  private static final int LONGEST = 500;
  private static final int FURTHEST = 10_000_000;

  private ListQuery() {}

  /**
   * Which part is wanted.
   *
   * @param usual how many there are in one unless something else is asked for
   */
  static Slice slice(ServerRequest req, int usual) {
    return new Slice(
        Query.integer(req, "offset", 0, 0, FURTHEST),
        Query.integer(req, "limit", usual, 1, LONGEST));
  }

  /** The parameter as a version of IP, null when it is absent. */
  static @Nullable Integer family(ServerRequest req) {
    return switch (Query.text(req, "family", "")) {
      case "" -> null;
      case "4" -> 4;
      case "6" -> 6;
      default -> throw new Refusal.Invalid("family", "must be 4 or 6");
    };
  }

  /** The parameter as an id of NetBox, null when it is absent. */
  static @Nullable Long id(ServerRequest req, String name) {
    var text = Query.text(req, name);
    if (text != null && !text.matches("[1-9][0-9]{0,17}")) {
      throw new Refusal.Invalid(name, "must be a whole number of 1 or more");
    }
    return text == null ? null : Long.valueOf(text);
  }

  /** The parameter as a network, null when it is absent. */
  static @Nullable Network network(ServerRequest req, String name) {
    var text = Query.text(req, name);
    try {
      return text == null ? null : Network.parse(text);
    } catch (IllegalArgumentException e) {
      throw new Refusal.Invalid(name, "must be a network such as 10.10.0.0/24");
    }
  }

  /** Says how many there are in all, and where the next part is. */
  static void head(ServerRequest req, ServerResponse res, Listed<?> listed, Slice slice) {
    res.header(HeaderValues.create(TOTAL, listed.total()));
    var next = (long) slice.offset() + slice.limit();
    if (next < listed.total()) {
      res.header(HeaderValues.create(LINK, "<%s>; rel=\"next\"".formatted(address(req, next))));
    }
  }

  private static String address(ServerRequest req, long offset) {
    var others =
        Stream.of(req.query().rawValue().split("&"))
            .filter(part -> !part.isEmpty() && !part.startsWith("offset="));
    var query = Stream.concat(others, Stream.of("offset=" + offset));
    return req.path().path() + "?" + query.collect(Collectors.joining("&"));
  }
}
