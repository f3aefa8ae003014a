package direttore.simulator.netbox.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import direttore.simulator.netbox.model.Field;
import direttore.simulator.netbox.model.FieldType;
import java.util.Objects;

/** Rows as the change log holds them: numbers for references, plain choices, names of tags. */
record Flat(Database database) {

  ObjectNode of(Row row) {
    var flat = JsonNodeFactory.instance.objectNode();
    for (var field : row.model().fields().values()) {
      if (field.written()) {
        flat.set(field.name(), value(row, field));
      } else if (field.type() == FieldType.CONSTANT
          && field.rules().path("logged").asBoolean(true)) {
        flat.set(field.name(), field.rules().path("value"));
      } else if (field.is("stored")) {
        flat.put(field.name(), database.table(field.of()).count(field.by(), row.id()));
      }
    }
    return flat;
  }

  private JsonNode value(Row row, Field field) {
    var value = row.get(field);
    return switch (field.type()) {
      case TAGS -> names(row, field);
      case DECIMAL -> value.isNull() ? value : TextNode.valueOf(String.valueOf(value.asDouble()));
      case CHOICE -> value.isNull() && field.is("blank") ? TextNode.valueOf("") : value;
      default -> value;
    };
  }

  private JsonNode names(Row row, Field field) {
    var names = JsonNodeFactory.instance.arrayNode();
    row.refs(field.name()).stream()
        .map(id -> database.find("extras.tag", id))
        .filter(Objects::nonNull)
        .map(tag -> tag.text("name"))
        .sorted()
        .forEach(names::add);
    return names;
  }
}
