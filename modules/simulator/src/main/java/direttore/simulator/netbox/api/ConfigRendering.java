package direttore.simulator.netbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import direttore.simulator.netbox.data.Database;
import direttore.simulator.netbox.data.Row;
import direttore.simulator.netbox.view.ConfigContexts;
import direttore.simulator.netbox.view.Renderer;
import direttore.simulator.netbox.view.Template;
import direttore.simulator.netbox.write.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Renders the configuration of a device or machine from its template. */
record ConfigRendering(Database database, Renderer renderer) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  static boolean serves(String action) {
    return action.equals("render-config") || action.equals("render");
  }

  Answer answer(Call call, Row row) {
    var template = row.model().type().equals("extras.configtemplate") ? row : template(call, row);
    var context = template.equals(row) ? JSON.objectNode() : context(call, row);
    if (call.body() instanceof ObjectNode sent) {
      context.setAll(sent);
    }
    try {
      var content = new Template(template.text("template_code")).render(context);
      var plain =
          call.request().header("accept").contains("text/plain")
              || call.request().parameter("format").equals("txt");
      return plain ? Answer.text(200, content) : shown(call, template, content);
    } catch (Template.Broken e) {
      throw Refusal.detail(500, String.valueOf(e.getMessage()));
    }
  }

  private Answer shown(Call call, Row template, String content) {
    var body = JSON.objectNode();
    body.set("configtemplate", renderer.brief(template, "default", call.whole()));
    return Answer.json(200, body.put("content", content));
  }

  private ObjectNode context(Call call, Row row) {
    var context = new ConfigContexts(database).of(row);
    var name = row.model().type().equals("dcim.device") ? "device" : "virtualmachine";
    context.set(name, renderer.show(row, call.whole()));
    return context;
  }

  private Row template(Call call, Row row) {
    var wanted = call.body().path("config_template_id");
    if (!wanted.isMissingNode()) {
      var named = database.find("extras.configtemplate", wanted.asLong());
      if (named == null) {
        throw error("Config template with ID %s not found.".formatted(wanted.asText()));
      }
      return named;
    }
    for (var way : List.of("", "dcim.devicerole role", "dcim.platform platform")) {
      var own =
          way.isEmpty()
              ? row
              : database.find(way.split(" ", -1)[0], row.ref(way.split(" ", -1)[1]));
      var found = of(own);
      if (found != null) {
        return found;
      }
    }
    throw error(
        "No config template found for this %s."
            .formatted(row.model().type().equals("dcim.device") ? "device" : "virtualmachine"));
  }

  private @Nullable Row of(@Nullable Row row) {
    return row == null ? null : database.find("extras.configtemplate", row.ref("config_template"));
  }

  private static Refusal error(String words) {
    JsonNode body = JSON.objectNode().put("error", words);
    return new Refusal(400, body);
  }
}
