package direttore.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import direttore.testkit.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The lists of parts beside the program name what it is made of, and nothing else. */
class PartsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path PROGRAM = Program.distribution();
  private static final Path FRONTEND = Path.of("../../frontend");

  private static JsonNode list(String name) throws IOException {
    var list = JSON.readTree(PROGRAM.resolve("parts").resolve(name).toFile());
    assertThat(list.path("bomFormat").asText()).isEqualTo("CycloneDX");
    return list.path("components");
  }

  private static Set<String> names(JsonNode components) {
    return StreamSupport.stream(components.spliterator(), false)
        .map(PartsTest::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String name(JsonNode component) {
    var group = component.path("group").asText();
    return group.startsWith("@")
        ? group + "/" + component.path("name").asText()
        : component.path("name").asText();
  }

  @Test
  void eachLibraryIsListedWithItsHash() throws Exception {
    var hashes = new TreeMap<String, String>();
    for (var component : list("program.cdx.json")) {
      var file = "%s-%s.jar".formatted(name(component), component.path("version").asText());
      for (var hash : component.path("hashes")) {
        if (hash.path("alg").asText().equals("SHA-256")) {
          hashes.put(file, hash.path("content").asText());
        }
      }
      assertThat(component.path("purl").asText()).as(file).startsWith("pkg:maven/");
      if (!file.startsWith("direttore-")) {
        assertThat(component.path("licenses")).as("licences of " + file).isNotEmpty();
      }
    }

    try (var libraries = Files.list(PROGRAM.resolve("lib"))) {
      for (var library : libraries.toList()) {
        var file = library.getFileName().toString();
        // The program is what the list is about.
        if (!file.startsWith("direttore-")) {
          assertThat(hashes.remove(file)).as(file).isEqualTo(sha256(library));
        }
      }
    }
    assertThat(hashes.keySet()).allMatch(file -> file.startsWith("direttore-"));
  }

  private static String sha256(Path file) throws Exception {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
  }

  @Test
  void theWebUiListsWhatBrowsersGetAndNoTools() throws IOException {
    var project = JSON.readTree(FRONTEND.resolve("package.json").toFile());
    var listed = names(list("web-ui.cdx.json"));

    assertThat(listed).containsAll(keys(project.path("dependencies")));
    // The pages of the API documentation hold copies of two that npm takes for tools.
    var tools = keys(project.path("devDependencies"));
    var copied = Set.of("redoc", "swagger-ui-dist");
    assertThat(listed).containsAll(copied);
    tools.removeAll(copied);
    assertThat(listed).doesNotContainAnyElementsOf(tools);
  }

  private static Set<String> keys(JsonNode object) {
    return object.properties().stream()
        .map(p -> p.getKey())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
