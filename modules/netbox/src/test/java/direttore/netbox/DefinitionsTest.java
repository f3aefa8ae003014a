package direttore.netbox;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.domain.inventory.SourceObject;
import direttore.domain.system.SystemFailure;
import direttore.domain.system.SystemFailure.Kind;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DefinitionsTest {
  private static final String TAGS = "extras/tags/";
  private static final String FIELDS = "extras/custom-fields/";
  private static final String TAG = "{\"id\":5,\"name\":\"Direttore\",\"slug\":\"direttore\"}";
  private final StubbedNetBox stubbed = new StubbedNetBox();
  private final Definitions definitions = stubbed.client.definitions();

  @AfterEach
  void stop() {
    stubbed.close();
  }

  private static String listed(String row) {
    return "{\"count\":%d,\"next\":null,\"previous\":null,\"results\":[%s]}"
        .formatted(row.isEmpty() ? 0 : 1, row);
  }

  private void lists(String path, String row) {
    stubbed.server.stubFor(stubbed.at(path).willReturn(okJson(listed(row))));
  }

  private void makes(String path, int status, String json) {
    stubbed.server.stubFor(
        post(stubbed.path(path))
            .willReturn(
                aResponse()
                    .withStatus(status)
                    .withHeader("Content-Type", "application/json")
                    .withHeader("API-Version", "4.7")
                    .withBody(json)));
  }

  private SourceObject tag() {
    return definitions.tag("direttore", "Direttore", "0f766e", "made by Direttore");
  }

  private SourceObject field() {
    return definitions.customField(
        "direttore_hold", "text", List.of("ipam.ipaddress"), "Hold", "held by Direttore");
  }

  private static String field(String type, String model) {
    return """
    {"id":9,"name":"direttore_hold","type":{"value":"%s","label":"X"},"object_types":["%s"]}
    """
        .formatted(type, model);
  }

  @Test
  void takesWhatIsThere() {
    lists(TAGS, TAG);

    assertThat(tag().id()).isEqualTo(5);

    stubbed.server.verify(
        getRequestedFor(stubbed.path(TAGS)).withQueryParam("slug", equalTo("direttore")));
    stubbed.server.verify(0, postRequestedFor(stubbed.path(TAGS)));
  }

  @Test
  void makesWhatIsMissing() {
    lists(TAGS, "");
    makes(TAGS, 201, TAG);

    assertThat(tag().id()).isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 500, 502})
  void looksAgainWhereAnotherMayHaveMadeIt(int status) {
    var scenario = "race of " + stubbed;
    stubbed.server.stubFor(
        stubbed
            .at(TAGS)
            .inScenario(scenario)
            .whenScenarioStateIs(STARTED)
            .willSetStateTo("made")
            .willReturn(okJson(listed(""))));
    stubbed.server.stubFor(
        stubbed
            .at(TAGS)
            .inScenario(scenario)
            .whenScenarioStateIs("made")
            .willReturn(okJson(listed(TAG))));
    makes(TAGS, status, "{\"slug\":[\"tag with this slug already exists.\"]}");

    assertThat(tag().id()).isEqualTo(5);
  }

  @Test
  void saysInItsWordsWhyItWasNotMade() {
    lists(TAGS, "");
    makes(TAGS, 400, "{\"name\":[\"tag with this name already exists.\"]}");

    assertThatExceptionOfType(SystemFailure.class)
        .isThrownBy(this::tag)
        .withMessage("NetBox says: name: tag with this name already exists.");
  }

  @Test
  void saysThatARightIsMissing() {
    lists(TAGS, "");
    makes(TAGS, 403, "{\"detail\":\"You do not have permission to perform this action.\"}");

    assertThatExceptionOfType(SystemFailure.class)
        .isThrownBy(this::tag)
        .matches(failure -> failure.kind() instanceof Kind.Forbidden);
  }

  @Test
  void takesNoOtherForIt() {
    lists(TAGS, "{\"id\":6,\"slug\":\"core\"}");

    assertThatExceptionOfType(SystemFailure.class)
        .isThrownBy(this::tag)
        .withMessageContaining("lists more");
    stubbed.server.verify(0, postRequestedFor(stubbed.path(TAGS)));
  }

  @Test
  void takesACustomFieldThatIsAsItMustBe() {
    lists(FIELDS, field("text", "ipam.ipaddress"));

    assertThat(field().id()).isEqualTo(9);
  }

  @Test
  void leavesACustomFieldOfAnotherKindAndSaysSo() {
    lists(FIELDS, field("integer", "ipam.prefix"));

    assertThatExceptionOfType(SystemFailure.class)
        .isThrownBy(this::field)
        .withMessageContaining("of type integer for ipam.prefix")
        .matches(failure -> failure.kind() instanceof Kind.WrongState);
    stubbed.server.verify(0, postRequestedFor(stubbed.path(FIELDS)));
  }
}
