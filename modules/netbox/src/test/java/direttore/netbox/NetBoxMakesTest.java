package direttore.netbox;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import direttore.domain.inventory.SourceObject;
import direttore.domain.system.SystemFailure;
import direttore.domain.system.SystemFailure.Kind;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What is made in NetBox: once, or not at all, or not known, which is said. */
class NetBoxMakesTest {
  private static final UUID KEY = UUID.fromString("6f1f3c52-8e6a-4b1e-9c58-3f7d0c7d2a11");
  private static final String NEXT = "ipam/prefixes/4/available-ips/";
  private static final String ADDRESSES = "ipam/ip-addresses/";
  private static final Map<String, Object> FIELDS =
      Map.of("status", "reserved", "description", "held for web01 (%s)".formatted(KEY));
  private final StubbedNetBox stubbed = new StubbedNetBox();
  private final NetBoxWriter writer = stubbed.client.writer(object -> true);

  @AfterEach
  void stop() {
    stubbed.close();
  }

  private static String address(long id, Object key) {
    return """
    {"id":%d,"last_updated":"2026-11-28T21:49:43Z","address":"10.0.0.7/24",
     "status":{"value":"reserved","label":"Reserved"},"description":"held for web01 (%s)"}
    """
        .formatted(id, key);
  }

  private static String listed(String... rows) {
    return "{\"count\":%d,\"next\":null,\"previous\":null,\"results\":[%s]}"
        .formatted(rows.length, String.join(",", rows));
  }

  private static ResponseDefinitionBuilder ofNetBox(int status, String json) {
    return aResponse()
        .withStatus(status)
        .withHeader("Content-Type", "application/json")
        .withHeader("API-Version", "4.7")
        .withBody(json);
  }

  private void answers(ResponseDefinitionBuilder answer) {
    stubbed.server.stubFor(post(stubbed.path(NEXT)).willReturn(answer));
  }

  private void lists(String answer) {
    stubbed.server.stubFor(stubbed.at(ADDRESSES).willReturn(okJson(answer)));
  }

  private Optional<SourceObject> take() {
    return stubbed.time.passing(() -> writer.takeNext(4, KEY, FIELDS));
  }

  private SystemFailure failure() {
    return assertThatExceptionOfType(SystemFailure.class).isThrownBy(this::take).actual();
  }

  private void askedOnce() {
    stubbed.server.verify(1, postRequestedFor(stubbed.path(NEXT)));
  }

  @Test
  void takesTheNextAddress() {
    answers(ofNetBox(201, address(7, KEY)));

    assertThat(take()).map(SourceObject::id).contains(7L);

    stubbed.server.verify(
        postRequestedFor(stubbed.path(NEXT))
            .withRequestBody(
                equalToJson(
                    "{\"status\":\"reserved\",\"description\":\"held for web01 (%s)\"}"
                        .formatted(KEY))));
  }

  @Test
  void hasNoneWhereThePrefixIsFull() {
    answers(
        ofNetBox(
            409, "{\"detail\":\"Insufficient resources are available to satisfy the request\"}"));

    assertThat(take()).isEmpty();
  }

  @Test
  void makesNothingThatCouldNotBeFoundAgain() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> writer.create(Model.ADDRESS, KEY, Map.of("description", "web01")))
        .withMessageContaining(KEY.toString());

    assertThat(stubbed.asked()).isZero();
  }

  @ParameterizedTest
  @EnumSource(value = Fault.class, mode = Mode.EXCLUDE, names = "MALFORMED_RESPONSE_CHUNK")
  void looksForWhatWasMadeThoughTheAnswerWasLost(Fault fault) {
    answers(aResponse().withFault(fault));
    lists(listed(address(7, KEY)));

    assertThat(take()).map(SourceObject::id).contains(7L);

    askedOnce();
    stubbed.server.verify(
        getRequestedFor(stubbed.path(ADDRESSES))
            .withQueryParam("description__ic", equalTo(KEY.toString())));
  }

  @Test
  void looksForWhatWasMadeThoughTheAnswerWasCut() {
    answers(ofNetBox(201, "{\"id\":7,\"addre"));
    lists(listed(address(7, KEY)));

    assertThat(take()).map(SourceObject::id).contains(7L);

    askedOnce();
  }

  @Test
  void looksAgainAsNetBoxMayStillBeAtIt() {
    answers(aResponse().withStatus(504).withBody("<html>"));
    var scenario = "looks of " + stubbed;
    stubbed.server.stubFor(
        stubbed
            .at(ADDRESSES)
            .inScenario(scenario)
            .whenScenarioStateIs(STARTED)
            .willSetStateTo("made")
            .willReturn(okJson(listed())));
    stubbed.server.stubFor(
        stubbed
            .at(ADDRESSES)
            .inScenario(scenario)
            .whenScenarioStateIs("made")
            .willReturn(okJson(listed(address(7, KEY)))));

    assertThat(take()).map(SourceObject::id).contains(7L);

    askedOnce();
  }

  @Test
  void saysThatTheAnswerWasLostWhereNothingIsFound() {
    answers(aResponse().withStatus(502).withBody("<html><title>Bad Gateway</title></html>"));
    lists(listed());

    var failure = failure();

    assertThat(failure.kind()).isEqualTo(new Kind.AnswerLost());
    assertThat(failure.said()).contains("Bad Gateway");
    askedOnce();
  }

  @Test
  void takesNoOtherForWhatWasMade() {
    answers(aResponse().withFault(Fault.EMPTY_RESPONSE));
    lists(listed(address(3, "somebody's"), address(7, KEY)));

    var failure = failure();

    assertThat(failure.said()).contains("lists more");
    askedOnce();
  }

  @Test
  void saysThatSomethingWasMadeTwice() {
    lists(listed(address(7, KEY), address(8, KEY)));

    assertThatExceptionOfType(SystemFailure.class)
        .isThrownBy(() -> writer.find(Model.ADDRESS, KEY))
        .withMessageContaining("2 times");
  }

  @Test
  void keepsNothingThatTheReleaseMadeOnlyHalf() {
    stubbed.server.stubFor(
        post(stubbed.path(ADDRESSES)).willReturn(ofNetBox(201, address(7, KEY))));
    stubbed.server.stubFor(
        delete(stubbed.path(ADDRESSES + "7/")).willReturn(aResponse().withStatus(204)));
    var fields = Map.of("description", "by " + KEY, "custom_fields", Map.of("hold", "x"));

    assertThatExceptionOfType(SystemFailure.class)
        .isThrownBy(() -> writer.create(Model.ADDRESS, KEY, fields))
        .withMessageContaining("hold");

    stubbed.server.verify(1, deleteRequestedFor(stubbed.path(ADDRESSES + "7/")));
  }

  @Test
  void tellsWhatIsThereAlready() {
    answers(
        ofNetBox(
            400, "{\"address\":[\"Duplicate IP address found in global table: 10.0.0.7/24\"]}"));

    var failure = failure();

    assertThat(failure.kind()).isEqualTo(new Kind.Exists());
    assertThat(failure.said()).contains("address: Duplicate IP address found in global table");
  }

  @Test
  void tellsWhatTheDatabaseRefusedInARace() {
    answers(
        ofNetBox(
            500,
            "{\"error\":\"duplicate key value violates unique constraint\",\"exception\":\"I\"}"));
    assertThat(failure().kind()).isEqualTo(new Kind.Exists());

    answers(ofNetBox(500, "{\"error\":\"deadlock detected\",\"exception\":\"OperationalError\"}"));
    assertThat(failure().kind()).isEqualTo(new Kind.Locked("another change"));
  }

  @Test
  void saysWhatIsWrongWithAField() {
    answers(ofNetBox(400, "{\"status\":[\"bogus is not a valid choice.\"]}"));

    var failure = failure();

    assertThat(failure.kind()).isEqualTo(new Kind.Refused());
    assertThat(failure.said()).isEqualTo("NetBox says: status: bogus is not a valid choice.");
  }

  @Test
  void saysThatTheTokenMayNotWrite() {
    answers(ofNetBox(403, "{\"detail\":\"You do not have permission to perform this action.\"}"));

    assertThat(failure().kind()).isEqualTo(new Kind.Forbidden());
  }

  @Test
  void takesWhatAProxyTurnedAwayForNotDone() {
    answers(aResponse().withStatus(429).withBody("slow down"));

    assertThat(failure().kind()).isEqualTo(new Kind.Unreachable());
    askedOnce();
  }

  @Test
  void goesNowhereElseToWrite() {
    answers(aResponse().withStatus(301).withHeader("Location", "https://elsewhere.example/"));

    assertThat(failure().kind()).isEqualTo(new Kind.Refused());
    askedOnce();
  }
}
