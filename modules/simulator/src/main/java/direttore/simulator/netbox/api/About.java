package direttore.simulator.netbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import direttore.simulator.netbox.data.Database;
import direttore.simulator.netbox.model.Field;
import direttore.simulator.netbox.model.Model;
import direttore.simulator.netbox.release.NetBoxRelease;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/** What NetBox says of itself: its roots, status, schema and the fields of its objects. */
final class About {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Database database;
  private final NetBoxRelease release;
  private final JsonNode roots;

  About(Database database, NetBoxRelease release) {
    this.database = database;
    this.release = release;
    try (var in = About.class.getResourceAsStream("roots.json")) {
      this.roots = new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException("the roots of the API cannot be read", e);
    }
  }

  boolean serves(String path) {
    return path.equals("/api/status/")
        || path.equals("/api/schema/")
        || path.equals("/api/users/config/")
        || roots.has(path.substring(1));
  }

  Answer answer(Request request) {
    return switch (request.path()) {
      case "/api/status/" -> Answer.json(200, status());
      case "/api/schema/" -> Answer.json(200, schema());
      case "/api/users/config/" -> Answer.json(200, JSON.objectNode());
      default -> Answer.json(200, root(request));
    };
  }

  private ObjectNode root(Request request) {
    var links = JSON.objectNode();
    for (var name : roots.path(request.path().substring(1))) {
      links.put(name.asText(), request.base() + request.path() + name.asText() + "/");
    }
    return links;
  }

  private ObjectNode status() {
    var status = JSON.objectNode();
    status.put("django-version", "6.0");
    status.put("hostname", "simulator");
    status.putObject("installed_apps");
    status.put("netbox-version", release.full());
    status.put("netbox-full-version", release.full());
    status.putObject("plugins");
    status.put("python-version", "3.13.0");
    status.put("rq-workers-running", 0);
    return status;
  }

  private ObjectNode schema() {
    var schema = JSON.objectNode().put("openapi", "3.0.3");
    schema.putObject("info").put("title", "NetBox REST API").put("version", release.full());
    var paths = schema.putObject("paths");
    for (var model : database.models().all()) {
      var parameters =
          paths
              .putObject("/api/%s/".formatted(model.path()))
              .putObject("get")
              .putArray("parameters");
      for (var name : model.fields().keySet()) {
        parameters.addObject().put("in", "query").put("name", name);
      }
    }
    return schema;
  }

  Answer options(Call call, Model model, boolean detail) {
    var title = model.title() + (detail ? " Instance" : " List");
    var body = JSON.objectNode().put("name", title).put("description", "");
    body.putArray("renders").add("application/json").add("text/html");
    body.putArray("parses").add("application/json").add("multipart/form-data");
    if (call.caller().writes()
        && call.caller().mayAny(database, model, "add")
        && !model.readOnly()) {
      var actions = body.putObject("actions");
      if (!detail) {
        actions.set("POST", fields(model));
      }
      actions.set("PUT", fields(model));
    }
    return Answer.json(200, body);
  }

  private static ObjectNode fields(Model model) {
    var all = JSON.objectNode();
    for (var field : model.fields().values()) {
      if (!field.is("hidden")) {
        all.set(field.name(), described(field));
      }
    }
    return all;
  }

  private static ObjectNode described(Field field) {
    var name = field.name().replace('_', ' ').strip();
    var label =
        field.name().equals("id")
            ? "ID"
            : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    var shown = JSON.objectNode();
    shown.put("type", kind(field));
    shown.put("required", field.required());
    shown.put("read_only", !field.written());
    shown.put("label", label);
    if (field.isText() && field.rules().path("max").isInt()) {
      shown.put("max_length", field.rules().path("max").asInt());
    }
    if (!field.choices().isEmpty()) {
      var choices = shown.putArray("choices");
      for (var choice : field.choices()) {
        var one = choices.addObject();
        one.set("value", choice.get(0));
        one.set("display_name", choice.get(1));
      }
    }
    return shown;
  }

  private static String kind(Field field) {
    return switch (field.type()) {
      case ID, INTEGER, COUNT -> "integer";
      case TEXT -> "string";
      case SLUG -> "slug";
      case BOOLEAN -> "boolean";
      case DECIMAL -> "decimal";
      case STAMP, DATETIME -> "datetime";
      case DATE -> "date";
      case REF, PRIMARY_ADDRESS -> "nested object";
      case CONSTANT -> field.name().endsWith("_count") ? "integer" : "field";
      default -> "field";
    };
  }
}
