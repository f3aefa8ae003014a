package direttore.netbox;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import direttore.domain.inventory.SourceObject;
import direttore.domain.system.SystemFailure;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What of NetBox is changed and deleted, and what never is. */
class NetBoxWriterTest {
  private static final String PATH = "ipam/ip-addresses/7/";
  private static final String STATE = "W/\"2026-11-28T21:49:43+00:00\"";
  private static final SourceObject SEEN =
      new SourceObject(7, Instant.parse("2026-11-28T21:49:43Z"), address("reserved"));
  private final StubbedNetBox stubbed = new StubbedNetBox();
  private final NetBoxWriter writer =
      stubbed.client.writer(object -> object.json().contains("direttore"));

  @AfterEach
  void stop() {
    stubbed.close();
  }

  private static String address(String status) {
    return address(status, "2026-11-28T21:49:43Z", "{\"id\":1,\"slug\":\"direttore\"}");
  }

  private static String address(String status, String stamp, String tags) {
    return """
    {"id":7,"last_updated":"%s","address":"10.0.0.7/24","dns_name":"",
     "status":{"value":"%s","label":"X"},"custom_fields":{"until":null},"tags":[%s]}
    """
        .formatted(stamp, status, tags);
  }

  private static ResponseDefinitionBuilder answer(String release, int status, String json) {
    return aResponse()
        .withStatus(status)
        .withHeader("Content-Type", "application/json")
        .withHeader("API-Version", release)
        .withHeader("ETag", STATE)
        .withBody(json);
  }

  private static ResponseDefinitionBuilder answer(int status, String json) {
    return answer("4.7", status, json);
  }

  private void shows(String json) {
    stubbed.server.stubFor(stubbed.at(PATH).willReturn(answer(200, json)));
  }

  private void showsFirst(String first, ResponseDefinitionBuilder then) {
    var scenario = "seen of " + stubbed;
    stubbed.server.stubFor(
        stubbed
            .at(PATH)
            .inScenario(scenario)
            .whenScenarioStateIs(STARTED)
            .willSetStateTo("later")
            .willReturn(answer(200, first)));
    stubbed.server.stubFor(
        stubbed.at(PATH).inScenario(scenario).whenScenarioStateIs("later").willReturn(then));
  }

  private void patched(ResponseDefinitionBuilder answer) {
    stubbed.server.stubFor(patch(stubbed.path(PATH)).willReturn(answer));
  }

  private void deleted(ResponseDefinitionBuilder answer) {
    stubbed.server.stubFor(delete(stubbed.path(PATH)).willReturn(answer));
  }

  private SourceObject activate() {
    return writer.change(Model.ADDRESS, SEEN, Map.of("status", "active", "address", "10.0.0.7/24"));
  }

  private void fails(SystemFailure.Kind kind, Runnable asked) {
    assertThatExceptionOfType(SystemFailure.class)
        .isThrownBy(asked::run)
        .extracting(SystemFailure::kind)
        .isEqualTo(kind);
  }

  private void wroteNothing() {
    stubbed.server.verify(0, patchRequestedFor(stubbed.path(PATH)));
    stubbed.server.verify(0, deleteRequestedFor(stubbed.path(PATH)));
  }

  @Test
  void changesWhatDiffersAndOnlyInTheStateThatWasSeen() {
    shows(address("reserved"));
    patched(answer(200, address("active")));

    assertThat(activate().json()).contains("active");

    stubbed.server.verify(
        patchRequestedFor(stubbed.path(PATH))
            .withHeader("If-Match", equalTo(STATE))
            .withHeader("Authorization", equalTo("Token " + StubbedNetBox.TOKEN))
            .withRequestBody(equalToJson("{\"status\":\"active\"}")));
  }

  @Test
  void asksForNoStateWhereTheReleaseWouldNotLook() {
    stubbed.server.stubFor(stubbed.at(PATH).willReturn(answer("4.4", 200, address("reserved"))));
    patched(answer("4.4", 200, address("active")));

    activate();

    stubbed.server.verify(patchRequestedFor(stubbed.path(PATH)).withHeader("If-Match", absent()));
  }

  @Test
  void sendsNothingWhereItIsSoAlready() {
    shows(address("active"));

    assertThat(activate().id()).isEqualTo(7);

    wroteNothing();
  }

  @Test
  void leavesWhatSomebodyElseChangedMeanwhile() {
    shows(address("reserved", "2026-11-28T21:49:44Z", "{\"slug\":\"direttore\"}"));

    fails(new SystemFailure.Kind.WrongState(), this::activate);
    fails(new SystemFailure.Kind.WrongState(), () -> writer.delete(Model.ADDRESS, SEEN));

    wroteNothing();
  }

  @Test
  void hearsFromNetBoxThatSomebodyElseWasFaster() {
    shows(address("reserved"));
    patched(answer(412, "{\"detail\":\"Precondition failed.\"}"));

    fails(new SystemFailure.Kind.WrongState(), this::activate);
  }

  @Test
  void leavesWhatIsNotOurs() {
    shows(address("reserved", "2026-11-28T21:49:43Z", ""));

    fails(new SystemFailure.Kind.WrongState(), this::activate);
    fails(
        new SystemFailure.Kind.WrongState(),
        () -> writer.tag(Model.ADDRESS, SEEN, Set.of("a"), Set.of()));
    fails(new SystemFailure.Kind.WrongState(), () -> writer.delete(Model.ADDRESS, SEEN));

    wroteNothing();
  }

  @Test
  void saysWhatTheReleaseDroppedWithoutAWord() {
    shows(address("reserved"));
    patched(answer(200, address("reserved")));

    assertThatExceptionOfType(SystemFailure.class)
        .isThrownBy(() ->
            writer.change(
                Model.ADDRESS, SEEN, Map.of("custom_fields", Map.of("hold", "x"), "site", 3)))
        .withMessageContaining("hold")
        .withMessageContaining("site");
  }

  @Test
  void looksWhetherItWasDoneWhereTheAnswerWasLost() {
    showsFirst(address("reserved"), answer(200, address("active")));
    patched(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

    assertThat(activate().json()).contains("active");

    stubbed.server.verify(1, patchRequestedFor(stubbed.path(PATH)));
  }

  @Test
  void saysThatAnAnswerWasLostWhereItWasNotDone() {
    shows(address("reserved"));
    patched(aResponse().withStatus(504).withBody("<html><title>Gateway Timeout</title></html>"));

    fails(new SystemFailure.Kind.AnswerLost(), this::activate);

    stubbed.server.verify(1, patchRequestedFor(stubbed.path(PATH)));
  }

  @Test
  void deletesInTheStateThatWasSeen() {
    shows(address("reserved"));
    deleted(aResponse().withStatus(204));

    writer.delete(Model.ADDRESS, SEEN);

    stubbed.server.verify(
        deleteRequestedFor(stubbed.path(PATH)).withHeader("If-Match", equalTo(STATE)));
  }

  @Test
  void takesWhatIsGoneForDeleted() {
    stubbed.server.stubFor(
        stubbed.at(PATH).willReturn(answer(404, "{\"detail\":\"No IPAddress matches.\"}")));

    assertThatCode(() -> writer.delete(Model.ADDRESS, SEEN)).doesNotThrowAnyException();
  }

  @Test
  void looksWhetherItIsGoneWhereTheAnswerWasLost() {
    showsFirst(address("reserved"), answer(404, "{\"detail\":\"No IPAddress matches.\"}"));
    deleted(aResponse().withFault(Fault.EMPTY_RESPONSE));

    assertThatCode(() -> writer.delete(Model.ADDRESS, SEEN)).doesNotThrowAnyException();
    stubbed.server.verify(1, deleteRequestedFor(stubbed.path(PATH)));
  }

  @Test
  void saysThatItIsStillThere() {
    shows(address("reserved"));
    deleted(aResponse().withFault(Fault.EMPTY_RESPONSE));

    fails(new SystemFailure.Kind.AnswerLost(), () -> writer.delete(Model.ADDRESS, SEEN));
  }

  @Test
  void saysInItsWordsWhatProtectsIt() {
    shows(address("reserved"));
    deleted(answer(409, "{\"detail\":\"Unable to delete object. 1 dependent object: web01\"}"));

    assertThatExceptionOfType(SystemFailure.class)
        .isThrownBy(() -> writer.delete(Model.ADDRESS, SEEN))
        .withMessageContaining("Unable to delete object. 1 dependent object: web01")
        .matches(failure -> failure.kind() instanceof SystemFailure.Kind.WrongState);
  }

  private static final String TAGS = "{\"id\":1,\"slug\":\"direttore\"},{\"id\":2,\"slug\":\"b\"}";

  private SourceObject tag() {
    return writer.tag(Model.ADDRESS, SEEN, Set.of("a", "direttore"), Set.of("b", "c"));
  }

  private static String tagged(String tags) {
    return address("reserved", "2026-11-28T21:49:43Z", tags);
  }

  @Test
  void putsTagsOnAndTakesThemOffByName() {
    shows(tagged(TAGS));
    patched(answer(200, tagged("{\"slug\":\"direttore\"},{\"slug\":\"a\"},{\"slug\":\"new\"}")));

    assertThat(tag().json()).contains("new");

    stubbed.server.verify(
        patchRequestedFor(stubbed.path(PATH))
            .withRequestBody(
                equalToJson(
                    "{\"add_tags\":[{\"slug\":\"a\"}],\"remove_tags\":[{\"slug\":\"b\"}]}")));
  }

  @Test
  void writesAllTagsWhereTheReleaseKnowsNoOtherWay() {
    stubbed.server.stubFor(stubbed.at(PATH).willReturn(answer("4.5", 200, tagged(TAGS))));
    patched(answer("4.5", 200, tagged("{\"slug\":\"direttore\"},{\"slug\":\"a\"}")));

    tag();

    stubbed.server.verify(
        patchRequestedFor(stubbed.path(PATH))
            .withRequestBody(equalToJson("{\"tags\":[{\"slug\":\"a\"},{\"id\":1}]}")));
  }

  @Test
  void saysThatNoTagWasChanged() {
    shows(tagged(TAGS));
    patched(answer(200, tagged(TAGS)));

    fails(new SystemFailure.Kind.Refused(), this::tag);
  }

  @Test
  void leavesTagsThatAreRightAlone() {
    shows(tagged("{\"id\":1,\"slug\":\"direttore\"},{\"id\":3,\"slug\":\"a\"}"));

    tag();

    wroteNothing();
  }

  @ParameterizedTest
  @EnumSource(Model.class)
  void readsWhatIsThere(Model model) {
    stubbed.server.stubFor(
        stubbed.at(model.path() + "7/").willReturn(answer(200, address("active"))));

    assertThat(writer.read(model, 7).lastUpdated()).isEqualTo("2026-11-28T21:49:43Z");
  }
}
