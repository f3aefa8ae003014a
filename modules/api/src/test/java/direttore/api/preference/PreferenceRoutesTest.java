package direttore.api.preference;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.api.TestApi;
import direttore.api.TestClient.Answer;
import direttore.domain.access.Grant;
import direttore.domain.access.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreferenceRoutesTest {
  private static final String PATH = "/api/me/preferences";
  private final TestApi api = TestApi.guarded();
  private final String[] ana = token("ana");

  private String[] token(String name) {
    var person = api.access.person(name, Grant.everywhere(Role.VIEWER));
    return new String[] {"Authorization", "Bearer " + api.access.token(person, Role.VIEWER)};
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private Answer change(String body) {
    return api.client().patch(PATH, body, ana);
  }

  @Test
  void tellsWhatHoldsWhereNothingIsPreferred() {
    var told = api.client().get(PATH, ana).json();

    assertThat(told.get("time_zone").isNull()).isTrue();
    assertThat(told.get("lab_time_zone").asText()).isEqualTo("Europe/Rome");
    assertThat(told.get("lab_locale").asText()).isEqualTo("en-GB");
    assertThat(told.get("mails").asBoolean()).isTrue();
  }

  @Test
  void changesWhatIsSentAlone() {
    change("{\"time_zone\":\"Asia/Tokyo\",\"locale\":\"it\",\"mail\":\"ana@lab.example\"}");
    var told = change("{\"time_zone\":null,\"mails\":false}").json();

    assertThat(told.get("time_zone").isNull()).isTrue();
    assertThat(told.get("locale").asText()).isEqualTo("it");
    assertThat(told.get("mail").asText()).isEqualTo("ana@lab.example");
    assertThat(told.get("mails").asBoolean()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "time_zone,Rome",
    "locale,xx-YY",
    "mail,ana",
    "mail,ana@lab example",
    "mail,a@b@c",
    "name,ana"
  })
  void namesTheFieldThatIsWrong(String field, String value) {
    var answer = change("{\"%s\":\"%s\"}".formatted(field, value));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("field").asText()).isEqualTo(field);
  }

  @Test
  void nobodyPrefersAnythingWhereNobodySignsIn() {
    try (var open = new TestApi()) {
      assertThat(open.client().get(PATH).status()).isEqualTo(200);
      assertThat(open.client().patch(PATH, "{\"mails\":false}").status()).isEqualTo(409);
    }
  }
}
