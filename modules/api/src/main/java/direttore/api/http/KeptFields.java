package direttore.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import direttore.api.contract.ContractParts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the audit keeps of a body: the fields that the contract has, those that it marks {@code
 * writeOnly} masked, and nothing else, since a secret may come under any other name.
 */
final class KeptFields {
  private static final JsonNode MASK = TextNode.valueOf("***");
  private static final List<String> COMBINED = List.of("allOf", "oneOf", "anyOf");

  private final JsonNode document;

  private KeptFields(JsonNode document) {
    this.document = document;
  }

  /** Read when it is first asked for: a start need not wait for it. */
  private static final class Holder {
    private static final KeptFields INSTANCE = new KeptFields(read());

    private static JsonNode read() {
      try {
        return new YAMLMapper().readTree(ContractParts.joined());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The body of a request to the route as it may be kept. */
  static JsonNode of(Route route, JsonNode body) {
    var kept = Holder.INSTANCE;
    return kept.kept(body, kept.schemas(kept.bodyOf(route)));
  }

  /** Those of the fields, such as {@code nics[1].vlan}, that the contract has. */
  static List<String> known(Route route, List<String> fields) {
    var kept = Holder.INSTANCE;
    return fields.stream().filter(field -> kept.has(route, field)).distinct().toList();
  }

  private JsonNode bodyOf(Route route) {
    var content =
        document
            .path("paths")
            .path(route.path())
            .path(route.method().text().toLowerCase(Locale.ROOT))
            .path("requestBody")
            .path("content");
    return content.path("application/json").isMissingNode()
        ? content.path("application/x-www-form-urlencoded").path("schema")
        : content.path("application/json").path("schema");
  }

  private boolean has(Route route, String field) {
    var within = schemas(bodyOf(route));
    for (var name : field.replaceAll("\\[\\d+]", "").split("\\.", -1)) {
      within = within(within, name);
      if (within.isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private JsonNode kept(JsonNode value, List<JsonNode> schemas) {
    if (schemas.stream().anyMatch(s -> s.path("writeOnly").asBoolean())) {
      return value.isNull() ? value : MASK;
    }
    return switch (value) {
      case ObjectNode object -> kept(object, schemas);
      case ArrayNode array -> {
        var items = schemas.stream().flatMap(s -> schemas(s.path("items")).stream()).toList();
        var all = JsonNodeFactory.instance.arrayNode();
        if (!items.isEmpty()) {
          array.forEach(each -> all.add(kept(each, items)));
        }
        yield all;
      }
      default -> value;
    };
  }

  private ObjectNode kept(ObjectNode object, List<JsonNode> schemas) {
    var all = JsonNodeFactory.instance.objectNode();
    for (var field : object.properties()) {
      var its = within(schemas, field.getKey());
      if (!its.isEmpty()) {
        all.set(field.getKey(), kept(field.getValue(), its));
      }
    }
    return all;
  }

  /** The schemas of a field of something that has these; of an item's field where it is a list. */
  private List<JsonNode> within(List<JsonNode> schemas, String name) {
    var all = new ArrayList<JsonNode>();
    for (var schema : schemas) {
      all.addAll(schemas(schema.path("properties").path(name)));
      for (var item : schemas(schema.path("items"))) {
        all.addAll(schemas(item.path("properties").path(name)));
      }
    }
    return all;
  }

  /** A schema with all that it refers to or is combined of. */
  private List<JsonNode> schemas(JsonNode schema) {
    var all = new ArrayList<JsonNode>();
    gather(schema, all);
    return all;
  }

  private void gather(JsonNode schema, List<JsonNode> all) {
    if (schema instanceof MissingNode || all.contains(schema)) {
      return;
    }
    all.add(schema);
    if (schema.has("$ref")) {
      gather(document.at(schema.path("$ref").asText().substring(1)), all);
    }
    COMBINED.forEach(word -> schema.path(word).forEach(each -> gather(each, all)));
  }
}
