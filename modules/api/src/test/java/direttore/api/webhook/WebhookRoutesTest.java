package direttore.api.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.api.TestApi;
import direttore.api.TestClient.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookRoutesTest {
  private static final String ALL = "/api/webhooks";
  private final TestApi api = new TestApi();

  @AfterEach
  void stop() {
    api.close();
  }

  private Answer make(String url, String events) {
    return api.client().post(ALL, "{\"url\":\"%s\",\"events\":%s}".formatted(url, events));
  }

  private String made() {
    return make("https://chat.example/hooks/7", "[\"reservation.ending\"]")
        .json()
        .get("webhook")
        .get("id")
        .asText();
  }

  @Test
  void showsTheSecretOnce() {
    var made = make("https://chat.example/hooks/7", "[\"reservation.ending\"]");
    var secret = made.json().get("secret").asText();

    assertThat(made.status()).isEqualTo(201);
    assertThat(secret).startsWith("whsec_").hasSize(49);
    assertThat(api.client().get(ALL).json()).hasSize(1);
    assertThat(api.client().get(ALL).body()).doesNotContain(secret);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://chat.example/",
        "chat.example",
        "https://ada:secret@chat.example/",
        "https://chat.example/#here",
        "https:///hooks",
        "http://localhost/",
        "http://LOCALHOST:8080/",
        "http://127.0.0.1/",
        "http://10.1.2.3/",
        "http://169.254.169.254/latest/",
        "http://[::1]/"
      })
  void refusesAddressesThatMustNotBeCalled(String url) {
    var answer = make(url, "[\"reservation.ending\"]");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("field").asText()).isEqualTo("url");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[]", "[\"reservation.lost\"]", "[\"ending\"]", "[1]", "\"reservation.ending\""})
  void refusesEventsThatThereAreNot(String events) {
    assertThat(make("https://chat.example/", events).status()).isEqualTo(400);
  }

  @Test
  void namesBothFieldsThatAreMissing() {
    var answer = api.client().post(ALL, "{}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("\"url\"").contains("\"events\"");
  }

  @Test
  void isSwitchedOffAndDeleted() {
    var path = ALL + "/" + made();

    var off = api.client().patch(path, "{\"enabled\":false}").json();

    assertThat(off.get("enabled").asBoolean()).isFalse();
    assertThat(off.get("events").get(0).asText()).isEqualTo("reservation.ending");
    assertThat(api.client().send("DELETE", path, null).status()).isEqualTo(204);
    assertThat(api.client().send("DELETE", path, null).status()).isEqualTo(404);
    assertThat(api.client().patch(path, "{\"enabled\":true}").status()).isEqualTo(404);
  }

  @Test
  void showsDeliveriesAndSendsAgainWhatWasGivenUp() {
    var path = ALL + "/" + made();
    var failed = api.webhooks.failed();
    var again = path + "/deliveries/" + failed + "/send";

    var shown = api.client().get(path + "/deliveries").json().get(0);

    assertThat(shown.get("state").asText()).isEqualTo("failed");
    assertThat(shown.get("tries").asInt()).isEqualTo(10);
    assertThat(shown.get("next_try").isNull()).isTrue();
    assertThat(api.client().post(again, "{}").json().get("state").asText()).isEqualTo("waiting");
    assertThat(api.client().post(again, "{}").status()).isEqualTo(409);
    assertThat(api.client().get(path + "/deliveries?limit=0").status()).isEqualTo(400);
    assertThat(api.client().get(path + "/deliveries?after=1-1-1-1-1").status()).isEqualTo(400);
  }

  @Test
  void isTried() {
    var delivery = api.client().post(ALL + "/" + made() + "/test", "{}");

    assertThat(delivery.status()).isEqualTo(202);
    assertThat(delivery.json().get("event").asText()).isEqualTo("ping");
  }
}
