package direttore.api.docs;

import direttore.api.http.Answer;
import direttore.api.http.EntityTag;
import direttore.api.http.MediaTypes;
import direttore.api.http.Paths;
import direttore.api.http.RequiredRight;
import direttore.api.http.Route;
import direttore.api.http.SecurityHeaders;
import direttore.domain.Refusal;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The contract and the pages that show it, all from files of our own. */
public final class DocsRoutes {
  private final Contract contract = new Contract();
  private final ConcurrentMap<String, Header> tags = new ConcurrentHashMap<>();

  public List<Route> routes() {
    return List.of(
        Route.get(
            "/openapi.yaml",
            RequiredRight.NONE,
            (req, res) -> send(req, res, "openapi.yaml", contract.yaml())),
        Route.get(
            "/openapi.json",
            RequiredRight.NONE,
            (req, res) -> send(req, res, "openapi.json", contract.json())),
        Route.get("/docs", RequiredRight.NONE, page("swagger.html")),
        Route.get("/redoc", RequiredRight.NONE, page("redoc.html")),
        Route.get("/docs-assets/{file}", RequiredRight.NONE, this::asset));
  }

  private Handler page(String file) {
    return (req, res) -> {
      SecurityHeaders.DOCS.set(res);
      send(req, res, file, Asset.own(file).orElseThrow());
    };
  }

  private void asset(ServerRequest req, ServerResponse res) {
    var file = Paths.text(req, "file");
    var body = Asset.find(file).orElseThrow(() -> new Refusal.NotFound("file", file));
    send(req, res, file, body);
  }

  private void send(ServerRequest req, ServerResponse res, String file, byte[] body) {
    res.header(MediaTypes.of(file));
    var tag =
        tags.computeIfAbsent(
            file, f -> HeaderValues.createCached(HeaderNames.ETAG, EntityTag.of(body)));
    Answer.tagged(req, res, body, tag);
  }
}
