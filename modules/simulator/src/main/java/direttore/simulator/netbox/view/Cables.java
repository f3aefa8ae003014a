package direttore.simulator.netbox.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import direttore.simulator.netbox.data.Database;
import direttore.simulator.netbox.data.Row;
import direttore.simulator.netbox.model.Field;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which interfaces cables join.
 *
 * @param database where the cables are
 * @param renderer for the interfaces at the other end
 */
public record Cables(Database database, Renderer renderer) {

  /** The cable of an interface, or null. */
  public static @Nullable Row of(Database database, Row port) {
    return database.table("dcim.cable").all().stream()
        .filter(c -> ends(c, "a").contains(port.id()) || ends(c, "b").contains(port.id()))
        .findFirst()
        .orElse(null);
  }

  JsonNode value(Row port, Field field, Shape shape) {
    var cable = of(database, port);
    return switch (field.name()) {
      case "cable" -> renderer.nested(cable, "default", shape);
      case "cable_end" ->
          cable == null ? nothing() : TextNode.valueOf(isFirst(cable, port) ? "A" : "B");
      case "link_peers" -> peers(cable, port, shape);
      case "connected_endpoints" -> cable == null ? nothing() : peers(cable, port, shape);
      case "link_peers_type", "connected_endpoints_type" ->
          cable == null ? nothing() : TextNode.valueOf("dcim.interface");
      case "connected_endpoints_reachable" -> BooleanNode.valueOf(cable != null);
      default -> BooleanNode.valueOf(cable != null);
    };
  }

  /** The ends of a cable, each with its object. */
  JsonNode terminations(JsonNode ends, Shape shape) {
    var all = JsonNodeFactory.instance.arrayNode();
    for (var end : ends) {
      var type = end.path("object_type");
      var id = end.path("object_id");
      var one = all.addObject();
      one.set("object_type", type);
      one.set("object_id", id);
      one.set(
          "object", renderer.nested(database.find(type.asText(), id.asLong()), "default", shape));
    }
    return all;
  }

  private JsonNode peers(@Nullable Row cable, Row port, Shape shape) {
    var all = JsonNodeFactory.instance.arrayNode();
    if (cable != null) {
      for (var id : ends(cable, isFirst(cable, port) ? "b" : "a")) {
        all.add(renderer.nested(database.find("dcim.interface", id), "default", shape));
      }
    }
    return all;
  }

  private static boolean isFirst(Row cable, Row port) {
    return ends(cable, "a").contains(port.id());
  }

  private static List<Long> ends(Row cable, String side) {
    var ids = new ArrayList<Long>();
    cable.get(side + "_terminations").forEach(end -> ids.add(end.path("object_id").asLong()));
    return ids;
  }

  private static JsonNode nothing() {
    return NullNode.getInstance();
  }
}
