package direttore.simulator.netbox.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import direttore.simulator.netbox.data.Database;
import direttore.simulator.netbox.data.Row;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Finds the objects that clients name by number or attributes.
 *
 * @param database where they are
 */
record References(Database database) {

  JsonNode one(String type, JsonNode sent) {
    if (sent.isObject()) {
      var found = database.table(type).all().stream().filter(row -> matches(row, sent)).toList();
      if (found.size() == 1) {
        return LongNode.valueOf(found.getFirst().id());
      }
      var words =
          found.isEmpty()
              ? "Related object not found using the provided attributes: "
              : "Multiple objects match the provided attributes: ";
      throw new WrongValue(words + python(sent));
    }
    if (!sent.asText().matches("\\d{1,18}")) {
      throw new WrongValue(
          "Related objects must be referenced by numeric ID or by dictionary of attributes."
              + " Received an unrecognized value: "
              + sent.asText());
    }
    if (database.find(type, sent.asLong()) == null) {
      throw new WrongValue(
          "Related object not found using the provided numeric ID: " + sent.asText());
    }
    return LongNode.valueOf(sent.asLong());
  }

  JsonNode many(String type, JsonNode sent) {
    if (!sent.isArray()) {
      throw new WrongValue(
          Refusal.errors(
              "__all__",
              "Expected a list of items but got type \"%s\".".formatted(Values.python(sent))));
    }
    var ids = new LinkedHashSet<Long>();
    sent.forEach(item -> ids.add(one(type, item).asLong()));
    var all = JsonNodeFactory.instance.arrayNode();
    ids.forEach(all::add);
    return all;
  }

  private boolean matches(Row row, JsonNode attributes) {
    for (var entry : attributes.properties()) {
      var wanted = entry.getValue();
      var own = entry.getKey().equals("id") ? LongNode.valueOf(row.id()) : row.get(entry.getKey());
      var field = row.model().field(entry.getKey());
      if (wanted.isObject() && field != null) {
        var target = database.find(field.target(), own.asLong());
        if (target == null || !matches(target, wanted)) {
          return false;
        }
      } else if (!own.asText().equals(wanted.asText())) {
        return false;
      }
    }
    return true;
  }

  private static String python(JsonNode attributes) {
    List<String> parts =
        attributes.properties().stream()
            .map(e ->
                "'%s': %s"
                    .formatted(
                        e.getKey(),
                        e.getValue().isTextual()
                            ? "'" + e.getValue().asText() + "'"
                            : e.getValue()))
            .toList();
    return parts.stream().collect(Collectors.joining(", ", "{", "}"));
  }
}
