package direttore.api.ui;

import direttore.api.http.Answer;
import direttore.api.http.EntityTag;
import direttore.api.http.Gzip;
import direttore.api.http.MediaTypes;
import direttore.api.http.Paths;
import direttore.api.http.RequiredRight;
import direttore.api.http.Route;
import direttore.api.http.SecurityHeaders;
import direttore.domain.Refusal;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The web UI. Its one page answers browsers at every address that is not the API's and does not
 * look like a file, since the page itself knows what to show there; what it loads may be kept for a
 * year, because the names change with the content. The names of people may look like files.
 */
public final class UiRoutes {
  private static final Header FOREVER =
      HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "public, max-age=31536000, immutable");
  private static final List<Encoding> ENCODINGS =
      List.of(new Encoding("br", ".br"), new Encoding("gzip", ".gz"));

  private final Bundle bundle = new Bundle(UiRoutes.class.getClassLoader());
  private final byte @Nullable [] page;
  private final Header tag;
  private final Map<String, byte[]> assets = new ConcurrentHashMap<>();

  /** How a file may be compressed; the build made each form. */
  private record Encoding(String name, String suffix) {}

  public UiRoutes() {
    page = bundle.page().orElse(null);
    tag =
        HeaderValues.createCached(
            HeaderNames.ETAG, EntityTag.of(page == null ? new byte[0] : page));
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/", RequiredRight.NONE, this::page),
        Route.get("/assets/{file}", RequiredRight.NONE, this::asset));
  }

  /** Adds the page at its own addresses; to be called when all other routes are there. */
  public void installPages(HttpRouting.Builder routing) {
    if (page != null) {
      routing.route(Method.GET, "/*", this::deepPage).route(Method.HEAD, "/*", this::deepPage);
    }
  }

  private void page(ServerRequest req, ServerResponse res) {
    if (page == null) {
      res.status(Status.FOUND_302)
          .header(HeaderValues.create(HeaderNames.LOCATION, "/docs"))
          .send();
      return;
    }
    SecurityHeaders.UI.set(res);
    res.header(MediaTypes.of("index.html"));
    Answer.tagged(req, res, page, tag);
  }

  private void deepPage(ServerRequest req, ServerResponse res) {
    var path = req.path().path();
    if (path.equals("/api")
        || path.startsWith("/api/")
        || looksLikeFile(path)
        || !isNavigation(req)) {
      res.next();
    } else {
      page(req, res);
    }
  }

  private static boolean looksLikeFile(String path) {
    return !path.startsWith("/people/") && path.indexOf('.', path.lastIndexOf('/')) >= 0;
  }

  /** Whether a person goes there with a browser; a program is told that nothing is there. */
  private static boolean isNavigation(ServerRequest req) {
    return req.headers().contains(HeaderNames.ACCEPT)
        && req.headers().get(HeaderNames.ACCEPT).values().contains("text/html");
  }

  private void asset(ServerRequest req, ServerResponse res) {
    var name = Paths.text(req, "file");
    for (var encoding : ENCODINGS) {
      if (Gzip.accepts(req, encoding.name())) {
        var body = body(name, encoding.suffix());
        if (body.isPresent()) {
          res.header(HeaderValues.create(HeaderNames.CONTENT_ENCODING, encoding.name()));
          send(req, res, name, body.get());
          return;
        }
      }
    }
    send(req, res, name, body(name, "").orElseThrow(() -> new Refusal.NotFound("file", name)));
  }

  private static void send(ServerRequest req, ServerResponse res, String name, byte[] body) {
    res.header(MediaTypes.of(name)).header(FOREVER).header(Gzip.VARIES);
    Answer.bytes(req, res, body);
  }

  private Optional<byte[]> body(String name, String suffix) {
    var key = name + suffix;
    var held = assets.get(key);
    if (held != null) {
      return Optional.of(held);
    }
    // What is not there is not remembered: anyone can invent names.
    var found = bundle.asset(name, suffix);
    found.ifPresent(body -> assets.put(key, body));
    return found;
  }
}
