package direttore.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class ContractPartsTest {
  private final JsonNode joined = tree(ContractParts.joined());

  @Test
  void everythingInAPartIsInTheDocumentAsItIsWritten() {
    for (var name : ContractParts.names()) {
      var part = tree(ContractParts.part(name));

      assertThat(joined.path("paths").properties())
          .as(name)
          .containsAll(part.path("paths").properties());
      for (var section : part.path("components").properties()) {
        assertThat(joined.at("/components/" + section.getKey()).properties())
            .as(name)
            .containsAll(section.getValue().properties());
      }
    }
  }

  @Test
  void nothingIsSaidByTwoParts() {
    var said = new ArrayList<String>();
    for (var name : ContractParts.names()) {
      var part = tree(ContractParts.part(name));
      said.addAll(names(part.path("paths")));
      part.path("components")
          .properties()
          .forEach(section ->
              names(section.getValue()).forEach(each -> said.add(section.getKey() + "/" + each)));
    }

    assertThat(said).doesNotHaveDuplicates().hasSizeGreaterThan(150);
  }

  @Test
  void everythingReferredToIsThere() {
    assertThat(joined.findValuesAsString("$ref"))
        .isNotEmpty()
        .allSatisfy(
            ref -> assertThat(joined.at(ref.substring(1)).isMissingNode()).as(ref).isFalse());
  }

  @Test
  void partsAreNotListedInTheDocument() {
    assertThat(ContractParts.names()).contains("guest", "operation", "shared");
    assertThat(joined.has("x-parts")).isFalse();
  }

  private static List<String> names(JsonNode object) {
    return object.properties().stream().map(e -> e.getKey()).toList();
  }

  private static JsonNode tree(String yaml) {
    return new YAMLMapper().readTree(yaml);
  }
}
