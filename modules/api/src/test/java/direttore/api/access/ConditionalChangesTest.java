package direttore.api.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import direttore.api.RawConnection;
import direttore.api.TestClient.Answer;
import direttore.domain.access.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two people change the same thing, and neither may overwrite what they have not seen. */
class ConditionalChangesTest extends AccessFixture {
  private static final String ANA = "/api/people/ana";
  private static final String RENAMED = "{\"display\":\"Ana Maria\"}";
  private String admin;

  @BeforeEach
  void enter() {
    admin = token(root, Role.ADMIN);
  }

  private Answer shown(String path, String... headers) {
    var all = new String[headers.length + 2];
    all[0] = "Authorization";
    all[1] = admin;
    System.arraycopy(headers, 0, all, 2, headers.length);
    return api.client().get(path, all);
  }

  private Answer change(String method, String path, String body, String... condition) {
    var all = new String[condition.length + 4];
    System.arraycopy(
        new String[] {"Authorization", admin, "Content-Type", "application/json"}, 0, all, 0, 4);
    System.arraycopy(condition, 0, all, 4, condition.length);
    return api.client().send(method, path, body.isEmpty() ? null : body.getBytes(UTF_8), all);
  }

  @Test
  void whatWasChangedMeanwhileIsNotOverwritten() {
    var seen = shown(ANA).header("ETag");
    assertThat(seen).matches("\"[0-9a-f]+\"");
    var first = change("POST", ANA, RENAMED, "If-Match", seen);
    assertThat(first.status()).isEqualTo(200);

    var second = change("POST", ANA, "{\"display\":\"Anna\"}", "If-Match", seen);

    assertThat(second.status()).isEqualTo(412);
    assertThat(second.problem()).isEqualTo("changed");
    assertThat(second.detail()).contains(first.header("ETag"));
    assertThat(shown(ANA).json().path("display").asText()).isEqualTo("Ana Maria");
    assertThat(audited("person.change"))
        .containsExactly("root person/ana done", "root person/ana refused");
  }

  @Test
  void theAnswerToAChangeHasTheTagForTheNext() {
    var first = change("PATCH", ANA, RENAMED, "If-Match", shown(ANA).header("ETag"));

    assertThat(first.header("ETag")).isEqualTo(shown(ANA).header("ETag"));
    assertThat(
            change("PATCH", ANA, "{\"disabled\":true}", "If-Match", first.header("ETag")).status())
        .isEqualTo(200);
  }

  @Test
  void whoSendsNoConditionChangesWhateverIsThere() {
    assertThat(change("POST", ANA, RENAMED).status()).isEqualTo(200);
    assertThat(change("PATCH", ANA, "{\"display\":\"Ana\"}").status()).isEqualTo(200);
  }

  @Test
  void anyStateWillDoWhereTheStarIsSent() {
    assertThat(change("POST", ANA, RENAMED, "If-Match", "*").status()).isEqualTo(200);
    assertThat(change("POST", "/api/people/nobody", RENAMED, "If-Match", "*").status())
        .isEqualTo(404);
  }

  @Test
  void oneOfSeveralTagsSuffices() {
    var listed = "\"a,b\", , %s".formatted(shown(ANA).header("ETag"));

    assertThat(change("POST", ANA, RENAMED, "If-Match", listed).status()).isEqualTo(200);
  }

  @Test
  void aWeakTagServesForReadingOnly() {
    var weak = "W/" + shown(ANA).header("ETag");

    assertThat(shown(ANA, "If-None-Match", weak).status()).isEqualTo(304);
    assertThat(change("POST", ANA, RENAMED, "If-Match", weak).status()).isEqualTo(412);
  }

  @ParameterizedTest
  @ValueSource(strings = {"3f6c", "\"open", "\"a\" \"b\"", "*, \"a\"", ","})
  void whatIsNoListOfTagsIsRefused(String condition) {
    var answer = change("POST", ANA, RENAMED, "If-Match", condition);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.detail()).startsWith("If-Match must be");
  }

  @Test
  void aStateThatMustNotBeThereKeepsItFromBeingChanged() {
    assertThat(change("POST", ANA, RENAMED, "If-None-Match", "*").status()).isEqualTo(412);
    assertThat(change("POST", ANA, RENAMED, "If-None-Match", "\"other\"").status()).isEqualTo(200);
  }

  @Test
  void deletingIsBoundToWhatWasSeen() {
    var seen = shown(ANA).header("ETag");
    change("POST", ANA, RENAMED);

    assertThat(change("DELETE", ANA, "", "If-Match", seen).status()).isEqualTo(412);
    assertThat(change("DELETE", ANA, "", "If-Match", shown(ANA).header("ETag")).status())
        .isEqualTo(204);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/people/ana/quota", "/api/teams/lab/quota"})
  void quotasAreBoundToo(String path) {
    change("POST", "/api/teams", "{\"name\":\"lab\"}");
    var seen = shown(path).header("ETag");
    assertThat(change("POST", path, "{\"guests\":3}", "If-Match", seen).status()).isEqualTo(200);

    assertThat(change("POST", path, "{\"guests\":4}", "If-Match", seen).status()).isEqualTo(412);
    assertThat(change("DELETE", path, "", "If-Match", seen).status()).isEqualTo(412);
  }

  @Test
  void allowancesAreBoundToo() {
    change("POST", "/api/teams", "{\"name\":\"lab\"}");
    var path = "/api/teams/lab/allowance";
    var seen = shown(path).header("ETag");
    assertThat(change("POST", path, "{\"bridges\":[\"vmbr1\"]}", "If-Match", seen).status())
        .isEqualTo(200);

    assertThat(change("DELETE", path, "", "If-Match", seen).status()).isEqualTo(412);
    assertThat(shown(path, "If-None-Match", shown(path).header("ETag")).status()).isEqualTo(304);
  }

  @Test
  void whoMayNotChangeItLearnsNothingOfItsState() {
    var answer =
        api.client()
            .post(ANA, RENAMED, "Authorization", token(ana, Role.USER), "If-Match", "\"guessed\"");

    assertThat(answer.status()).isEqualTo(403);
  }

  @Test
  void whoSendsSlowlyHoldsUpNobody() {
    try (var slow = new RawConnection(api.port())) {
      slow.send(
          """
          PATCH %s HTTP/1.1\r
          Host: localhost\r
          Authorization: %s\r
          Content-Type: application/json\r
          Content-Length: %d\r
          \r
          {\
          """
              .formatted(ANA, admin, RENAMED.length()));

      assertThat(change("POST", ANA, "{\"display\":\"Anna\"}").status()).isEqualTo(200);

      slow.send(RENAMED.substring(1));
      assertThat(slow.answer().status()).isEqualTo(200);
    }
  }

  @Test
  void aConditionOnWhatHasNoVersionIsNotPassedOver() {
    var teams = "/api/teams";

    var answer = change("POST", teams, "{\"name\":\"lab\"}", "If-Match", "\"a\"");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("field").asText()).isEqualTo("If-Match");
    assertThat(shown(teams).json().path("teams")).isEmpty();
    assertThat(change("POST", teams, "{\"name\":\"lab\"}", "If-Match", "*").status())
        .isEqualTo(400);
    assertThat(change("POST", teams, "{\"name\":\"lab\"}", "If-None-Match", "*").status())
        .isEqualTo(201);
    assertThat(api.client().post(teams, "{}", "If-Match", "*").status()).isEqualTo(401);
  }
}
