package direttore.store.inventory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import direttore.domain.inventory.CustomFields;
import direttore.domain.inventory.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** An object as NetBox wrote it, read field by field. */
record Body(JsonNode node) {
  private static final JsonMapper MAPPER = new JsonMapper();

  static Body parse(String json) {
    try {
      return new Body(MAPPER.readTree(json));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the database keeps what is no JSON", e);
    }
  }

  /** A text; empty where there is none. */
  String text(String field) {
    return node.path(field).asText("");
  }

  boolean flag(String field) {
    return node.path(field).asBoolean(false);
  }

  long number(String field) {
    return node.path(field).asLong();
  }

  /** The word of a choice; empty where there is none. */
  String choice(String field) {
    return node.path(field).path("value").asText("");
  }

  /** The name of another object; null where there is none. */
  @Nullable String nameOf(String field) {
    return node.path(field).isObject() ? named(node.path(field)).name() : null;
  }

  /** Another object; null where there is none. */
  @Nullable Body other(String field) {
    return node.path(field).isObject() ? new Body(node.path(field)) : null;
  }

  private static Named named(JsonNode object) {
    var name = object.path("name").asText("");
    return new Named(
        object.path("slug").asText(""), name.isEmpty() ? object.path("display").asText("") : name);
  }

  /** Names of its tags. */
  List<String> tags() {
    return StreamSupport.stream(node.path("tags").spliterator(), false)
        .map(tag -> tag.path("name").asText(""))
        .toList();
  }

  CustomFields fields() {
    var fields = node.path("custom_fields");
    var texts = new HashMap<String, List<String>>();
    for (Map.Entry<String, JsonNode> field : fields.properties()) {
      var values = values(field.getValue());
      if (!values.isEmpty()) {
        texts.put(field.getKey(), values);
      }
    }
    return new CustomFields(fields.isObject() ? fields.toString() : "{}", texts);
  }

  private static List<String> values(JsonNode value) {
    if (value.isArray()) {
      return StreamSupport.stream(value.spliterator(), false)
          .flatMap(each -> values(each).stream())
          .toList();
    }
    var text = value.isObject() ? ofObject(value) : value.asText("");
    return value.isNull() || text.isBlank() ? List.of() : List.of(text.strip());
  }

  /** An object of NetBox by its address or name; a choice by its word. */
  private static String ofObject(JsonNode object) {
    for (var field : List.of("address", "value", "name", "display")) {
      if (object.hasNonNull(field)) {
        return object.get(field).asText("");
      }
    }
    return "";
  }
}
