package direttore.netbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What of the fields that are to be written an object has not got yet. NetBox reads otherwise than
 * it is written to: a choice as its value and label, a relation as an object of which the id is
 * written, what is unset as null. A PATCH without a difference would move {@code last_updated} and
 * set off webhooks all the same (pynetbox 748).
 */
final class Difference {
  private Difference() {}

  /** The fields with another value; of custom fields, those alone. */
  static ObjectNode of(JsonNode object, ObjectNode wanted) {
    var different = JsonNodeFactory.instance.objectNode();
    for (var field : wanted.properties()) {
      var there = object.path(field.getKey());
      if (field.getKey().equals("custom_fields") && field.getValue() instanceof ObjectNode values) {
        var some = of(there, values);
        if (!some.isEmpty()) {
          different.set(field.getKey(), some);
        }
      } else if (!same(
          NormalForm.of(field.getKey(), there), NormalForm.of(field.getKey(), field.getValue()))) {
        different.set(field.getKey(), field.getValue());
      }
    }
    return different;
  }

  /** The names of the fields. */
  static List<String> names(ObjectNode fields) {
    return fields.properties().stream().map(Map.Entry::getKey).toList();
  }

  /**
   * What was written and is not in the answer at all: a release that does not know a field drops it
   * without a word, as the {@code site} of a prefix, or leaves it unset, as an interface's MAC
   * address before 4.7.
   */
  static List<String> dropped(JsonNode answer, ObjectNode written) {
    return written.properties().stream()
        .flatMap(field -> dropped(answer.path(field.getKey()), field))
        .toList();
  }

  private static Stream<String> dropped(JsonNode there, Map.Entry<String, JsonNode> field) {
    if (field.getKey().equals("custom_fields") && field.getValue() instanceof ObjectNode values) {
      return dropped(there, values).stream();
    }
    return empty(there) && !empty(field.getValue()) ? Stream.of(field.getKey()) : Stream.empty();
  }

  private static boolean empty(JsonNode value) {
    return value.isMissingNode()
        || value.isNull()
        || (value.isTextual() && value.textValue().isEmpty())
        || (value.isContainerNode() && value.isEmpty());
  }

  private static boolean same(JsonNode there, JsonNode wanted) {
    if (empty(there) || empty(wanted)) {
      return empty(there) && empty(wanted) && !there.isMissingNode();
    }
    if (there.isArray() && wanted.isArray()) {
      return sameSet(there, wanted);
    }
    if (there.isObject()) {
      return one(there, wanted);
    }
    if (there.isNumber() && wanted.isNumber()) {
      return there.decimalValue().compareTo(wanted.decimalValue()) == 0;
    }
    return there.asText().equals(wanted.asText());
  }

  /** A choice is named by its value, a relation by its id or by attributes of it. */
  private static boolean one(JsonNode there, JsonNode wanted) {
    if (!there.has("value") && !there.has("id")) {
      return there.equals(wanted);
    }
    if (wanted.isObject()) {
      return wanted.properties().stream()
          .allMatch(attribute -> same(there.path(attribute.getKey()), attribute.getValue()));
    }
    var name = there.has("value") ? "value" : "id";
    return there.path(name).asText().equals(wanted.asText());
  }

  /** Relations have no order. */
  private static boolean sameSet(JsonNode there, JsonNode wanted) {
    return there.size() == wanted.size()
        && wanted
            .valueStream()
            .allMatch(each -> there.valueStream().anyMatch(one -> same(one, each)));
  }
}
