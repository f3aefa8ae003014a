package direttore.api;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.serialization.NodeReader;
import direttore.api.contract.ContractParts;
import direttore.api.http.Route;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The OpenAPI document, as a judge of answers and requests. */
public final class Contract {
  private static final String BASE = "https://direttore.test/openapi.yaml";
  private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

  private final JsonNode document;
  private final SchemaRegistry schemas;

  public Contract() {
    var text = ContractParts.joined();
    document = new YAMLMapper().readTree(text);
    schemas =
        SchemaRegistry.withDefaultDialect(
            Dialects.getOpenApi31(),
            b -> b.schemas(Map.of(BASE, text)).nodeReader(new Reader(document)));
  }

  /** Gives the document as it was read, which would be read again for each schema in it. */
  private record Reader(JsonNode document) implements NodeReader {
    private static final NodeReader BODIES = NodeReader.builder().build();

    @Override
    public JsonNode readTree(String content, InputFormat format) {
      return BODIES.readTree(content, format);
    }

    @Override
    public JsonNode readTree(InputStream content, InputFormat format) {
      return BODIES.readTree(content, format);
    }

    @Override
    public JsonNode readSchema(String schema, InputFormat format) {
      return document;
    }

    @Override
    public JsonNode readSchema(InputStream schema, InputFormat format) {
      return document;
    }
  }

  public JsonNode document() {
    return document;
  }

  /** Every method and path that the document has. */
  public Set<String> operations() {
    var all = new TreeSet<String>();
    for (var path : document.get("paths").properties()) {
      for (var each : path.getValue().properties()) {
        if (METHODS.contains(each.getKey())) {
          all.add(each.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
        }
      }
    }
    return all;
  }

  /** What an answer of the route breaks. */
  public List<String> broken(Route route, int status, String mediaType, String body) {
    var at = operation(route) + "/responses/" + status;
    var response = document.at(at);
    if (response.isMissingNode()) {
      return List.of("status %d is not in the document".formatted(status));
    }
    if (response.has("$ref")) {
      at = response.get("$ref").asString().substring(1);
      response = document.at(at);
    }
    if (!response.has("content")) {
      return body.isEmpty() ? List.of() : List.of("a body where the document has none");
    }
    if (!response.get("content").has(mediaType)) {
      return List.of("media type %s is not in the document".formatted(mediaType));
    }
    if (!mediaType.endsWith("json")) {
      return List.of();
    }
    return validate(at + "/content/" + escaped(mediaType) + "/schema", body);
  }

  /** What a request's body breaks. */
  public List<String> brokenRequest(Route route, String body) {
    var at = operation(route) + "/requestBody";
    if (document.at(at).has("$ref")) {
      at = document.at(at).get("$ref").asString().substring(1);
    }
    return validate(at + "/content/application~1json/schema", body);
  }

  /** Whether the body of the route's requests is JSON, if they have one. */
  public boolean takesJson(Route route) {
    var content = document.at(operation(route) + "/requestBody/content");
    return content.isMissingNode() || content.has("application/json");
  }

  /** What a problem document breaks, for answers that belong to no operation. */
  public List<String> brokenProblem(String body) {
    return validate("/components/schemas/Problem", body);
  }

  /** Examples in the document that break their own schema. */
  public List<String> brokenExamples() {
    var found = new ArrayList<String>();
    look(document, "", found);
    return found;
  }

  private void look(JsonNode node, String at, List<String> found) {
    if (node.has("schema") && node.has("example")) {
      check(node.get("example"), at, found);
    }
    if (node.has("schema") && node.has("examples")) {
      node.get("examples").properties().forEach(e -> check(e.getValue().get("value"), at, found));
    }
    if (at.matches("/components/schemas/[^/]+")) {
      node.path("examples")
          .forEach(e -> validate(at, e.toString()).forEach(w -> found.add(at + ": " + w)));
    }
    if (node.isObject()) {
      node.properties().forEach(e -> look(e.getValue(), at + "/" + escaped(e.getKey()), found));
    }
  }

  private void check(JsonNode example, String at, List<String> found) {
    if (!at.contains("event-stream")) {
      validate(at + "/schema", example.toString()).forEach(e -> found.add(at + ": " + e));
    }
  }

  private List<String> validate(String pointer, String body) {
    return schemas
        .getSchema(SchemaLocation.of(BASE + "#" + pointer))
        .validate(
            body, InputFormat.JSON, x -> x.executionConfig(c -> c.formatAssertionsEnabled(true)))
        .stream()
        .map(e -> e.getInstanceLocation() + " " + e.getMessage())
        .toList();
  }

  public static String operation(Route route) {
    return "/paths/%s/%s"
        .formatted(escaped(route.path()), route.method().text().toLowerCase(Locale.ROOT));
  }

  private static String escaped(String key) {
    return key.replace("~", "~0").replace("/", "~1");
  }
}
