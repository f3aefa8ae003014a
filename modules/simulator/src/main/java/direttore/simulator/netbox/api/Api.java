package direttore.simulator.netbox.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import direttore.simulator.netbox.data.Database;
import direttore.simulator.netbox.model.Model;
import direttore.simulator.netbox.release.NetBoxRelease;
import direttore.simulator.netbox.view.Renderer;
import direttore.simulator.netbox.write.Refusal;
import direttore.simulator.netbox.write.Writer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code /api/} as NetBox serves it. */
final class Api {
  private static final String LIST = "GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS";
  private static final String DETAIL = "GET, PUT, PATCH, DELETE, HEAD, OPTIONS";
  private static final String TAKEN = "GET, POST, HEAD, OPTIONS";
  private static final String READ = "GET, HEAD, OPTIONS";
  private static final Pattern OBJECTS =
      Pattern.compile("/api/([a-z-]+/[a-z-]+)/(?:([^/]+)/(?:([a-z-]+)/)?)?");

  private final Database database;
  private final NetBoxRelease release;
  private final Authentication authentication;
  private final Lists lists;
  private final Details details;
  private final Bulk bulk;
  private final Available available;
  private final About about;
  private final ConfigRendering rendering;
  private final Provision provision;
  private final ObjectMapper json = new ObjectMapper();

  Api(Database database, NetBoxRelease release) {
    var renderer = new Renderer(database, release);
    var writer = new Writer(database, release);
    this.database = database;
    this.release = release;
    this.authentication = new Authentication(database, release);
    this.lists = new Lists(database, release, renderer);
    this.details = new Details(database, release, renderer, writer);
    this.bulk = new Bulk(database, release, renderer, details, writer);
    this.available = new Available(database, release, renderer, writer);
    this.about = new About(database, release);
    this.rendering = new ConfigRendering(database, renderer);
    this.provision = new Provision(database, details, writer);
  }

  Authentication authentication() {
    return authentication;
  }

  Answer answer(Request request, String id) {
    try {
      return database.read(() -> routed(request, id));
    } catch (NeedsWrite e) {
      return written(request, id);
    } catch (Refusal e) {
      return refused(request, e);
    }
  }

  private Answer written(Request request, String id) {
    try {
      return database.alone(() -> routed(request, id, true));
    } catch (Refusal e) {
      return refused(request, e);
    } catch (Details.Precondition e) {
      return allowed(request, Answer.detail(412, "Precondition failed.").with("ETag", e.etag()));
    }
  }

  private Answer refused(Request request, Refusal refusal) {
    return allowed(request, Answer.json(refusal.status(), refusal.body()));
  }

  private Answer routed(Request request, String id) {
    return routed(request, id, false);
  }

  private Answer routed(Request request, String id, boolean mayWrite) {
    var path = request.path();
    if (!path.endsWith("/")) {
      return request.isRead() || !release.isModern()
          ? new Answer(
              301, "text/html; charset=utf-8", "", java.util.Map.of("Location", path + "/"))
          : Answer.page(404, "Page Not Found");
    }
    if (path.equals("/api/users/tokens/provision/") && request.method().equals("POST")) {
      needWrite(mayWrite);
      return allowed(request, provision.answer(request, body(request), id));
    }
    var match = OBJECTS.matcher(path);
    var model = match.matches() ? database.models().path(match.group(1)) : null;
    if (model == null && !about.serves(path)) {
      return Answer.page(404, "Page Not Found");
    }
    var caller = authentication.caller(request);
    var page = negotiated(request);
    if (page != null) {
      return page;
    }
    if (model == null) {
      return request.isRead()
          ? allowed(request, about.answer(request))
          : allowed(request, notAllowed(request));
    }
    if (!methods(match, model).contains(request.method())) {
      return allowed(request, notAllowed(request));
    }
    if (!request.isRead()) {
      needWrite(mayWrite);
    }
    var call =
        new Call(
            request,
            caller,
            request.isRead()
                ? MissingNode.getInstance()
                : checkedBody(request, caller, model, match),
            id);
    return allowed(request, carriedOut(call, model, match));
  }

  private static void needWrite(boolean mayWrite) {
    if (!mayWrite) {
      throw new NeedsWrite();
    }
  }

  private JsonNode checkedBody(Request request, Caller caller, Model model, Matcher match) {
    var action =
        switch (request.method()) {
          case "POST" -> "add";
          case "DELETE" -> "delete";
          default -> "change";
        };
    if (!caller.writes()
        || !caller.mayAny(database, match.group(3) == null ? model : target(match), action)) {
      throw Refusal.detail(403, "You do not have permission to perform this action.");
    }
    return body(request);
  }

  private Model target(Matcher match) {
    var type =
        switch (match.group(3)) {
          case "available-ips" -> "ipam.ipaddress";
          case "available-prefixes" -> "ipam.prefix";
          case "available-vlans" -> "ipam.vlan";
          default -> match.group(3).equals("render") ? "extras.configtemplate" : "dcim.device";
        };
    return database.models().type(type);
  }

  private Answer carriedOut(Call call, Model model, Matcher match) {
    var method = call.request().method();
    if (method.equals("OPTIONS")) {
      return about.options(call, model, match.group(2) != null);
    }
    if (call.request().isRead() && !call.caller().mayAny(database, model, "view")) {
      throw Refusal.detail(403, "You do not have permission to perform this action.");
    }
    if (match.group(3) != null && ConfigRendering.serves(match.group(3))) {
      return rendering.answer(call, details.find(call, model, match.group(2), "view"));
    }
    if (match.group(3) != null) {
      var row = details.find(call, model, match.group(2), "view");
      return method.equals("POST")
          ? available.take(call, row, match.group(3))
          : available.show(call, row, match.group(3));
    }
    return match.group(2) == null
        ? onList(call, model, method)
        : onObject(call, model, match.group(2), method);
  }

  private Answer onList(Call call, Model model, String method) {
    if (!method.equals("GET")
        && !method.equals("HEAD")
        && release.isModern()
        && call.request().parameter("background").equals("true")) {
      throw Refusal.detail(503, "Unable to process request: RQ worker process not running.");
    }
    return switch (method) {
      case "POST" -> call.body().isArray() ? bulk.create(call, model) : details.create(call, model);
      case "PUT", "PATCH" -> bulk.update(call, model, method.equals("PUT"));
      case "DELETE" -> bulk.delete(call, model);
      default -> lists.list(call, model);
    };
  }

  private Answer onObject(Call call, Model model, String id, String method) {
    return switch (method) {
      case "PUT", "PATCH" -> details.update(call, model, id, method.equals("PUT"));
      case "DELETE" -> details.delete(call, model, id);
      default -> details.show(call, model, id);
    };
  }

  private static List<String> methods(Matcher match, Model model) {
    if (model.readOnly()) {
      return List.of(READ.split(", ", -1));
    }
    if (match.group(3) != null && ConfigRendering.serves(match.group(3))) {
      return List.of("POST", "OPTIONS");
    }
    if (match.group(3) != null) {
      return List.of((Available.serves(match.group(3)) ? TAKEN : "").split(", ", -1));
    }
    return List.of((match.group(2) == null ? LIST : DETAIL).split(", ", -1));
  }

  private Answer allowed(Request request, Answer answer) {
    if (answer.status() == 500 || answer.isPage()) {
      return answer;
    }
    var match = OBJECTS.matcher(request.path());
    var model = match.matches() ? database.models().path(match.group(1)) : null;
    if (request.path().endsWith("/provision/")) {
      return answer.with("Allow", "POST, OPTIONS");
    }
    var allowed = model == null ? READ : String.join(", ", methods(match, model));
    if (request.path().equals("/api/users/config/")) {
      return answer.with("Allow", "GET, PATCH, HEAD, OPTIONS");
    }
    return answer.with("Allow", model != null && model.isTraced() ? allowed + ", TRACE" : allowed);
  }

  private static Answer notAllowed(Request request) {
    return Answer.detail(405, "Method \"%s\" not allowed.".formatted(request.method()));
  }

  private @Nullable Answer negotiated(Request request) {
    var accept = request.header("accept");
    var rendered = request.path().contains("/render") && accept.contains("text/plain");
    if (rendered
        || accept.isEmpty()
        || accept.contains("*/*")
        || accept.contains("application/json")) {
      var version = accept.replaceFirst("(?s).*version=([\\w.]+).*", "$1");
      return accept.contains("version=") && !version.equals(release.series())
          ? Answer.detail(406, "Invalid version in \"Accept\" header.").with("Allow", DETAIL)
          : null;
    }
    return accept.contains("text/html")
        ? Answer.page(200, "NetBox REST API").with("Allow", DETAIL)
        : Answer.detail(406, "Could not satisfy the request Accept header.").with("Allow", DETAIL);
  }

  private JsonNode body(Request request) {
    var type = request.header("content-type");
    if (request.body().isEmpty()) {
      return request.method().equals("DELETE")
          ? MissingNode.getInstance()
          : json.createObjectNode();
    }
    if (!type.startsWith("application/json")) {
      throw Refusal.detail(415, "Unsupported media type \"%s\" in request.".formatted(type));
    }
    try {
      return json.readTree(request.body());
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      throw Refusal.detail(
          400,
          "JSON parse error - Expecting value: line %d column %d (char %d)"
              .formatted(at.getLineNr(), at.getColumnNr(), at.getCharOffset()));
    }
  }

  /** The request changes something, so it cannot go on among readers. */
  private static final class NeedsWrite extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NeedsWrite() {
      super("needs to write", null, false, false);
    }
  }
}
