package direttore.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** That whoever reads the OpenAPI document alone can write a client. What is missing is named. */
class ContractIsCompleteTest {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");
  private static final List<String> ALWAYS =
      List.of("400", "408", "414", "417", "421", "429", "431", "500");

  /** A status and a word beside each other, as the code that refuses has them. */
  private static final Pattern PROBLEM = Pattern.compile("\\b([45]\\d\\d),\\s*\"([a-z-]+[a-z])\"");

  private final JsonNode document = new Contract().document();
  private final List<String> missing = new ArrayList<>();

  @Test
  void eachOperationParameterAndPropertyIsDescribed() {
    eachOperation((id, operation) -> {
      described(id, operation);
      operation.path("parameters").forEach(p -> parameter(id, p));
    });
    document.get("paths").forEach(p -> p.path("parameters").forEach(x -> parameter("", x)));
    eachMedia((at, media) -> properties(at, media.path("schema")));
    document
        .at("/components/schemas")
        .properties()
        .forEach(e -> {
          described(e.getKey(), e.getValue());
          properties(e.getKey(), e.getValue());
        });

    assertThat(missing).as("without description").isEmpty();
  }

  /** An unquoted comma within braces cuts a description and makes a key of its rest. */
  @Test
  void noDescriptionIsCutByAComma() {
    cut(document, "");

    assertThat(missing).as("rest of a sentence").isEmpty();
  }

  private void cut(JsonNode node, String at) {
    node.properties().stream()
        .filter(e -> e.getValue().isNull() && e.getKey().contains(" "))
        .forEach(e -> missing.add(at + " " + e.getKey()));
    node.properties().forEach(e -> cut(e.getValue(), at + "/" + e.getKey()));
    if (node.isArray()) {
      node.forEach(e -> cut(e, at));
    }
  }

  /** Generators forget that an object may be null, and what they make fails at the first answer. */
  @Test
  void whatMustBeThereAndIsAnObjectOrNullSaysSoByOneOf() {
    objectsOrNull(document, "");

    assertThat(missing).as("object or null without oneOf").isEmpty();
  }

  private void objectsOrNull(JsonNode node, String at) {
    node.path("required")
        .forEach(name -> {
          var type = resolved(node.path("properties").path(name.asString(""))).path("type");
          if (type.isArray() && type.toString().contains("\"object\"")) {
            missing.add(at + "." + name.asString());
          }
        });
    node.properties().forEach(e -> objectsOrNull(e.getValue(), at + "/" + e.getKey()));
    if (node.isArray()) {
      node.forEach(e -> objectsOrNull(e, at));
    }
  }

  @Test
  void eachBodyAndEachAnswerHasAnExample() {
    eachMedia((at, media) -> {
      if (!media.has("example")
          && !media.has("examples")
          && !resolved(media.path("schema")).has("examples")) {
        missing.add(at);
      }
    });

    assertThat(missing).as("without example").isEmpty();
  }

  @Test
  void eachOperationSaysWhoMayCallIt() {
    assertThat(document.path("security").toString()).isEqualTo("[{\"token\":[]},{\"session\":[]}]");
    eachOperation((id, operation) -> {
      var open = operation.path("x-right").asString("").equals("none");
      if (open != operation.has("security")) {
        missing.add(id + (open ? " takes security: []" : " takes no security of its own"));
      }
    });

    assertThat(missing).isEmpty();
  }

  @Test
  void eachOperationHasTheAnswersThatMayComeToAny() {
    eachOperation((id, operation) -> {
      var expected = new TreeSet<>(ALWAYS);
      if (!operation.has("security")) {
        expected.addAll(List.of("401", "403"));
      }
      if (operation.has("requestBody")) {
        expected.addAll(List.of("413", "415"));
      }
      expected.removeAll(operation.get("responses").propertyNames());
      if (!expected.isEmpty()) {
        missing.add(id + " " + expected);
      }
    });

    assertThat(missing).as("answers").isEmpty();
  }

  @Test
  void eachProblemTypeStandsBesideItsStatus() throws IOException {
    for (var name : List.of("Problem", "Problems", "HttpRefusal")) {
      var code = Files.readString(Path.of("src/main/java/direttore/api/http", name + ".java"));
      PROBLEM
          .matcher(code)
          .results()
          .filter(m -> !answersOf(m.group(1)).contains("`" + m.group(2) + "`"))
          .forEach(m -> missing.add(m.group(1) + " " + m.group(2)));
    }

    assertThat(missing).as("problem types that no answer of their status describes").isEmpty();
  }

  private String answersOf(String status) {
    var all = new StringBuilder(document.at("/info/description").asString());
    eachOperation((id, operation) ->
        all.append(resolved(operation.get("responses").path(status)).path("description")));
    return all.toString();
  }

  private void parameter(String id, JsonNode parameter) {
    var whole = resolved(parameter);
    described(id + " " + whole.path("name").asString(), whole);
  }

  private void properties(String at, JsonNode schema) {
    schema
        .path("properties")
        .properties()
        .forEach(e -> {
          if (!e.getValue().isBoolean()) {
            described(at + "." + e.getKey(), e.getValue());
            properties(at + "." + e.getKey(), e.getValue());
          }
        });
    if (schema.has("items")) {
      properties(at + "[]", schema.get("items"));
    }
    for (var word : List.of("oneOf", "anyOf", "allOf")) {
      schema.path(word).forEach(s -> properties(at, s));
    }
  }

  private void described(String at, JsonNode node) {
    if (!node.has("description") && !resolved(node).has("description")) {
      missing.add(at);
    }
  }

  private void eachOperation(BiConsumer<String, JsonNode> audited) {
    for (var path : document.get("paths")) {
      path.properties().stream()
          .filter(e -> METHODS.contains(e.getKey()))
          .forEach(e -> audited.accept(e.getValue().get("operationId").asString(), e.getValue()));
    }
  }

  /** Every body and answer in JSON, or in text that a client reads line by line. */
  private void eachMedia(BiConsumer<String, JsonNode> audited) {
    eachOperation((id, operation) -> {
      media(id + " body", operation.path("requestBody"), audited);
      operation
          .get("responses")
          .properties()
          .forEach(e -> media(id + " " + e.getKey(), e.getValue(), audited));
    });
  }

  private void media(String at, JsonNode holder, BiConsumer<String, JsonNode> audited) {
    resolved(holder).path("content").properties().stream()
        .filter(e -> e.getKey().contains("json") || e.getKey().contains("event-stream"))
        .forEach(e -> audited.accept(at, e.getValue()));
  }

  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.get("$ref").asString().substring(1)) : node;
  }
}
