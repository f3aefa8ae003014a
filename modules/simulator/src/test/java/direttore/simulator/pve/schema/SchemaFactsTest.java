package direttore.simulator.pve.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import direttore.testkit.SharedFolder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Our schema says what the official API schema of Proxmox VE 9.2 says. */
class SchemaFactsTest {
  private static JsonNode paths = new ObjectMapper().createObjectNode();

  @BeforeAll
  static void read() throws IOException {
    var file = SharedFolder.find("pve/pve-api-9.2.json");
    if (file.isEmpty()) {
      SharedFolder.skipped("our schema against Proxmox VE's own", "shared/pve");
    }
    assumeTrue(file.isPresent());
    paths = new ObjectMapper().readTree(file.orElseThrow().toFile()).path("paths");
  }

  @Test
  void declaresTheOfficialParameters() {
    var wrong = new ArrayList<String>();
    var compared = 0;
    for (var method : ApiSchema.pve().methods()) {
      var official = paths.path(method.template()).path(method.verb());
      if (!official.isMissingNode()) {
        compared++;
        compare(method, official.path("parameters").path("properties"), wrong);
      }
    }

    System.out.printf("%d methods compared with the official schema%n", compared);
    assertThat(wrong).isEmpty();
    assertThat(compared).isGreaterThan(180);
  }

  @Test
  void declaresWhoMayCallAndWhereItRuns() {
    for (var method : ApiSchema.pve().methods()) {
      var official = paths.path(method.template()).path(method.verb());
      if (!official.isMissingNode()) {
        assertThat(method.tokenAllowed())
            .as("tokens for %s", method)
            .isEqualTo(official.path("allowtoken").asInt(1) == 1);
        assertThat(method.privileged())
            .as("%s runs in pvedaemon", method)
            .isEqualTo(official.path("protected").asInt(0) == 1);
        assertThat(method.proxyTo() != null)
            .as("%s runs on its node", method)
            .isEqualTo(official.path("proxyto").asText().equals("node"));
      }
    }
  }

  private static void compare(MethodSpec method, JsonNode official, List<String> wrong) {
    var ours = method.shape().properties();
    var names = new TreeSet<>(ours.keySet());
    official.fieldNames().forEachRemaining(names::add);
    for (var name : names) {
      var property = ours.get(name);
      var expected = facts(official.path(name));
      if (method.template().contains("{" + name + "}")) {
        expected.put("optional", "0");
      }
      var actual = property == null ? "nothing" : facts(property).toString();
      if (!official.has(name) || !actual.equals(expected.toString())) {
        wrong.add("%s %s: %s instead of %s".formatted(method, name, actual, expected));
      }
    }
  }

  private static Map<String, String> facts(Property property) {
    var facts = new TreeMap<String, String>();
    facts.put("type", property.type().name().toLowerCase(Locale.ROOT));
    facts.put("optional", property.optional() ? "1" : "0");
    if (property.needs() != null) {
      facts.put("requires", property.needs());
    }
    if (property.last() >= 0) {
      facts.put("indexMax", Integer.toString(property.last()));
    }
    for (var check : property.checks()) {
      switch (check) {
        case Check.AtLeast c -> facts.put("minimum", Type.print(c.limit()));
        case Check.AtMost c -> facts.put("maximum", Type.print(c.limit()));
        case Check.AtLeastLong c -> facts.put("minLength", Integer.toString(c.length()));
        case Check.AtMostLong c -> facts.put("maxLength", Integer.toString(c.length()));
        case Check.OneOf c -> facts.put("enum", String.join(",", c.values()));
        case Check.Matches c -> facts.put("pattern", "");
        case Check.HasFormat c -> {
          if (!c.name().equals("string")) {
            facts.put("format", "");
          }
        }
      }
    }
    return facts;
  }

  private static Map<String, String> facts(JsonNode official) {
    var facts = new TreeMap<String, String>();
    facts.put("type", official.path("type").asText("string"));
    facts.put("optional", official.path("optional").asInt(0) == 1 ? "1" : "0");
    for (var name : new String[] {"requires", "indexMax", "minLength", "maxLength"}) {
      if (official.hasNonNull(name)) {
        facts.put(name, official.path(name).asText());
      }
    }
    for (var name : new String[] {"minimum", "maximum"}) {
      if (official.hasNonNull(name)) {
        facts.put(name, Type.print(official.path(name).asDouble()));
      }
    }
    if (official.path("enum").isArray()) {
      var values = new ArrayList<String>();
      official.path("enum").forEach(v -> values.add(v.asText()));
      facts.put("enum", String.join(",", values));
    }
    for (var name : new String[] {"format", "pattern"}) {
      if (official.hasNonNull(name)) {
        facts.put(name, "");
      }
    }
    return facts;
  }
}
