package direttore.netbox;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import direttore.domain.inventory.Answer;
import direttore.domain.inventory.Kind;
import direttore.domain.inventory.SourceStatus;
import direttore.domain.system.SystemFailure;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a NetBox that does not answer as it should: never that there is nothing. */
class NetBoxFaultsTest {
  private static final String STATUS = "{\"netbox-version\":\"4.7.3\"}";
  private final StubbedNetBox stubbed = new StubbedNetBox();

  @AfterEach
  void stop() {
    stubbed.close();
  }

  private static ResponseDefinitionBuilder answer(int status, String json) {
    return aResponse()
        .withStatus(status)
        .withHeader("Content-Type", "application/json")
        .withBody(json);
  }

  private void answers(ResponseDefinitionBuilder answer) {
    stubbed.server.stubFor(stubbed.at("status/").willReturn(answer));
  }

  /** First the one, then that of a NetBox that is well. */
  private void answersAtFirst(ResponseDefinitionBuilder answer) {
    stubbed.server.stubFor(
        stubbed
            .at("status/")
            .inScenario("trouble of " + stubbed)
            .whenScenarioStateIs(STARTED)
            .willSetStateTo("over")
            .willReturn(answer));
    stubbed.server.stubFor(
        stubbed
            .at("status/")
            .inScenario("trouble of " + stubbed)
            .whenScenarioStateIs("over")
            .willReturn(okJson(STATUS)));
  }

  private Answer<SourceStatus> status() {
    return stubbed.client.status();
  }

  /** The same where it pauses, as time goes by meanwhile. */
  private Answer<SourceStatus> statusInTime() {
    return stubbed.time.passing(stubbed.client::status);
  }

  private static SystemFailure failure(Answer<?> answer) {
    assertThat(answer).isInstanceOf(Answer.Unknown.class);
    return ((Answer.Unknown<?>) answer).why();
  }

  @Test
  void knowsTheVersion() {
    answers(okJson(STATUS));

    assertThat(status().orThrow()).isEqualTo(new SourceStatus("4.7.3"));
    assertThat(stubbed.client.address().toString()).matches(".*/inventory\\d+");
  }

  @Test
  void saysThatSomethingElseAnswers() {
    answers(okJson("{\"status\":\"ok\"}"));

    assertThat(failure(status()).said()).contains("does not say that it is NetBox");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authentication credentials were not provided.",
        "Invalid v1 token",
        "Invalid v2 token",
        "Invalid token",
        "Invalid token header. Token string should not contain spaces.",
        "Token expired",
        "Token disabled",
        "Source IP 127.0.0.1 is not permitted to authenticate using this token."
      })
  void tellsABadTokenByItsTextAlone(String said) {
    answers(answer(403, "{\"detail\":\"%s\"}".formatted(said)));

    assertThat(failure(status()).kind()).isEqualTo(new SystemFailure.Kind.NotSignedIn());
    assertThat(failure(status()).said()).isEqualTo("NetBox says: " + said);
  }

  @Test
  void takesAMissingRightForUnknownAndNotForNone() {
    stubbed.server.stubFor(
        stubbed
            .at("dcim/devices/")
            .willReturn(
                answer(
                    403, "{\"detail\":\"You do not have permission to perform this action.\"}")));

    var answer = stubbed.client.all(Kind.DEVICE, page -> {});

    assertThat(failure(answer).kind()).isEqualTo(new SystemFailure.Kind.Forbidden());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "400 | {\"site\":[\"Select a valid choice. nope is not one of the available choices.\"]} |"
            + " site: Select a valid choice. nope is not one of the available choices.",
        "400 | {\"__all__\":[\"Device name must be unique per site and tenant.\"]} |"
            + " Device name must be unique per site and tenant.",
        "400 | {\"non_field_errors\":[\"Expected a list.\"],\"vid\":[\"a\",\"b\"]} |"
            + " Expected a list.; vid: a b",
        "400 | [\"'start' and 'offset' are mutually exclusive.\"] |"
            + " 'start' and 'offset' are mutually exclusive.",
        "400 | [{},{\"status\":[\"bogus is not a valid choice.\"]}] |"
            + " status: bogus is not a valid choice.",
        "400 | {\"detail\":\"1 of 2 objects could not be created.\",\"errors\":[{\"index\":1,"
            + "\"errors\":{\"name\":[\"taken\"]}}]} |"
            + " 1 of 2 objects could not be created.; no. 1: name: taken",
        "409 | {\"detail\":\"Unable to delete object. 7 dependent objects were found: web01 (1)\"}"
            + " | Unable to delete object. 7 dependent objects were found: web01 (1)",
        "500 | {\"error\":\"duplicate key\",\"exception\":\"IntegrityError\","
            + "\"netbox_version\":\"4.7.3\"} | duplicate key",
        "412 | {\"detail\":\"Precondition failed.\"} | Precondition failed.",
        "500 | `` | 500 Server Error"
      })
  void saysItInNetBoxsOwnWords(int status, String body, String words) {
    answers(answer(status, body));

    var failure = failure(status());

    assertThat(failure.said()).isEqualTo("NetBox says: " + words);
    assertThat(failure.kind()).isEqualTo(new SystemFailure.Kind.Refused());
  }

  @Test
  void tellsAnObjectThatIsNotThereFromAPathThatIsNone() {
    stubbed.server.stubFor(
        stubbed
            .at("dcim/sites/4/")
            .willReturn(answer(404, "{\"detail\":\"No Site matches the given query.\"}")));
    answers(
        aResponse()
            .withStatus(404)
            .withHeader("Content-Type", "text/html; charset=utf-8")
            .withBody("<!DOCTYPE html><html><title> Page Not Found </title></html>"));

    assertThat(failure(stubbed.client.one(Kind.SITE, 4)).kind())
        .isEqualTo(new SystemFailure.Kind.Absent());
    assertThat(failure(status()).kind()).isEqualTo(new SystemFailure.Kind.Refused());
    assertThat(failure(status()).said()).isEqualTo("NetBox says: a web page: Page Not Found");
  }

  @Test
  void knowsThePageOfAProxyFromAnAnswer() {
    answers(
        aResponse()
            .withHeader("Content-Type", "text/html")
            .withBody("<html><head><title>Sign in to the campus</title></head></html>"));

    assertThat(failure(status()).said())
        .isEqualTo(
            "there answers something else than NetBox, with a web page: Sign in to the campus");
  }

  @Test
  void followsNobodyElsewhere() {
    answers(aResponse().withStatus(301).withHeader("Location", "https://other.example/"));

    assertThat(failure(status()).said())
        .isEqualTo(
            "NetBox sends us to https://other.example/, where nothing is asked: NETBOX_URL must be"
                + " where it is itself");
    assertThat(stubbed.asked()).isOne();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"netbox-version\":\"4.7", "nothing", "7", ""})
  void takesBrokenJsonForUnknown(String body) {
    answers(okJson(body));

    assertThat(failure(status()).kind()).isEqualTo(new SystemFailure.Kind.Unreachable());
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 502, 503, 504})
  void asksAgainWhereAProxySaysNotNow(int status) {
    answersAtFirst(aResponse().withStatus(status));

    assertThat(statusInTime().orThrow().version()).isEqualTo("4.7.3");
    assertThat(stubbed.asked()).isEqualTo(2);
  }

  @Test
  void waitsAsLongAsItIsAskedTo() {
    answersAtFirst(aResponse().withStatus(429).withHeader("Retry-After", "20"));
    var begun = stubbed.time.nanos();

    statusInTime();

    assertThat(stubbed.time.since(begun)).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(40));
  }

  @Test
  void givesUpInTheEnd() {
    answers(aResponse().withStatus(503).withBody("busy"));

    var failure = failure(statusInTime());

    assertThat(failure.said()).isEqualTo("NetBox says: busy");
    assertThat(failure.kind()).isEqualTo(new SystemFailure.Kind.Unreachable());
    assertThat(stubbed.asked()).isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"EMPTY_RESPONSE", "MALFORMED_RESPONSE_CHUNK", "RANDOM_DATA_THEN_CLOSE"})
  void asksAgainWhereTheConnectionBreaks(Fault fault) {
    answersAtFirst(aResponse().withFault(fault));

    assertThat(statusInTime().orThrow().version()).isEqualTo("4.7.3");
  }

  @Test
  void doesNotWaitForEver() {
    answers(okJson(STATUS).withFixedDelay(600_000));

    try (var hasty = stubbed.client(StubbedNetBox.TOKEN, Duration.ofSeconds(2))) {
      var failure = failure(stubbed.time.passing(hasty::status));

      assertThat(failure.kind()).isEqualTo(new SystemFailure.Kind.Unreachable());
      assertThat(failure.said()).isEqualTo("NetBox does not answer: no answer within 2000 ms");
    }
  }

  @Test
  void saysWhereNobodyListens() {
    // A port that nobody can listen at.
    var nowhere = URI.create("http://127.0.0.1:1");
    try (var client = stubbed.clientOf(nowhere)) {
      assertThat(failure(client.status()).said()).startsWith("NetBox cannot be reached: ");
    }
  }

  @Test
  void signsInWithEitherVersionOfTokens() {
    answers(okJson(STATUS));

    try (var second = stubbed.client("nbt_key.secret")) {
      second.status();
    }

    stubbed.server.verify(
        getRequestedFor(stubbed.path("status/"))
            .withHeader("Authorization", equalTo("Bearer nbt_key.secret")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "Token abc", "nbt_onlyakey", "ü"})
  void refusesWhatIsNoToken(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NetBoxToken(text))
        .withMessageStartingWith("the token of NetBox ");
    assertThat(new NetBoxToken("abc").toString()).doesNotContain("abc");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://netbox.example", "http://netbox.example/api/"})
  void isReachedWithTheApisPathOrWithout(URI address) {
    try (var client = stubbed.clientOf(address)) {
      assertThat(client.address()).isEqualTo(URI.create("http://netbox.example"));
    }
  }
}
