package direttore.simulator.netbox.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import direttore.simulator.netbox.data.Database;
import direttore.simulator.netbox.data.Row;
import direttore.simulator.netbox.release.NetBoxRelease;
import java.util.Comparator;
import java.util.List;

/** The values of custom fields. */
public final class CustomValues {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Database database;
  private final Renderer renderer;
  private final NetBoxRelease release;

  CustomValues(Database database, Renderer renderer, NetBoxRelease release) {
    this.database = database;
    this.renderer = renderer;
    this.release = release;
  }

  /** The custom fields that objects of that kind have. */
  public static List<Row> fields(Database database, String type) {
    return database.table("extras.customfield").all().stream()
        .filter(f -> holds(f.get("object_types"), type))
        .sorted(
            Comparator.comparing((Row f) -> f.text("group_name"))
                .thenComparingLong(f -> f.ref("weight"))
                .thenComparing(f -> f.text("name")))
        .toList();
  }

  private static boolean holds(JsonNode list, String word) {
    for (var one : list) {
      if (one.asText().equals(word)) {
        return true;
      }
    }
    return false;
  }

  ObjectNode show(Row row, Shape shape) {
    var shown = JSON.objectNode();
    var values = row.get("custom_fields");
    for (var field : fields(database, row.model().type())) {
      shown.set(field.text("name"), value(field, values.path(field.text("name")), shape));
    }
    return shown;
  }

  private JsonNode value(Row field, JsonNode value, Shape shape) {
    if (value.isNull() || value.isMissingNode()) {
      return NullNode.getInstance();
    }
    return switch (field.text("type")) {
      case "select" -> release.isModern() ? choice(field, value) : value;
      case "multiselect" -> release.isModern() ? choices(field, value) : value;
      case "object" -> object(field, value, shape);
      case "multiobject" -> objects(field, value, shape);
      default -> value;
    };
  }

  private JsonNode choice(Row field, JsonNode value) {
    var set = database.find("extras.customfieldchoiceset", field.ref("choice_set"));
    var label = value;
    if (set != null) {
      for (var one : set.get("extra_choices")) {
        label = one.get(0).equals(value) ? one.get(1) : label;
      }
    }
    var shown = JSON.objectNode();
    shown.set("value", value);
    shown.set("label", label);
    return shown;
  }

  private ArrayNode choices(Row field, JsonNode values) {
    var all = JSON.arrayNode();
    values.forEach(one -> all.add(choice(field, one)));
    return all;
  }

  private JsonNode object(Row field, JsonNode id, Shape shape) {
    var target = field.text("related_object_type");
    return renderer.nested(database.find(target, id.asLong()), "default", shape);
  }

  private ArrayNode objects(Row field, JsonNode ids, Shape shape) {
    var all = JSON.arrayNode();
    ids.forEach(id -> all.add(object(field, id, shape)));
    return all;
  }
}
