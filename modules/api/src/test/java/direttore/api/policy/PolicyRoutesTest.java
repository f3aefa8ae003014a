package direttore.api.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import direttore.api.TestApi;
import direttore.api.TestClient.Answer;
import direttore.domain.access.Grant;
import direttore.domain.access.Person;
import direttore.domain.access.PersonChange;
import direttore.domain.access.Role;
import direttore.domain.access.TeamName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PolicyRoutesTest {
  private static final String RULES =
      """
      {"longest_minutes":480,"open_most":5,"recurring":false,
       "approval":{"whole_node":true,"tags":["rack-1"],"within_hours":48}}
      """;
  private final TestApi api = TestApi.guarded();
  private final Person ana = api.access.person("ana", Grant.everywhere(Role.USER));
  private final Person olga = api.access.person("olga", Grant.everywhere(Role.OPERATOR));

  @AfterEach
  void stop() {
    api.close();
  }

  private Answer send(Person person, String method, String path, String body, String... more) {
    var headers = new ArrayList<>(List.of(more));
    headers.addAll(
        List.of(
            "Authorization",
            "Bearer " + api.access.token(person, Role.ADMIN),
            "Content-Type",
            "application/json"));
    return api.client()
        .send(
            method,
            path,
            body.isEmpty() ? null : body.getBytes(UTF_8),
            headers.toArray(String[]::new));
  }

  @Test
  void operatorsKeepTheRulesForAllAndOfTeams() {
    api.access.person("root", Grant.everywhere(Role.ADMIN));
    api.access.team("red");
    api.access.change("ana", new PersonChange(null, null, null, Set.of(new TeamName("red"))));

    var set = send(olga, "PUT", "/api/policies/general", RULES);

    assertThat(set.status()).isEqualTo(200);
    assertThat(set.json().get("team").isNull()).isTrue();
    assertThat(set.json().at("/policy/longest_minutes").asInt()).isEqualTo(480);
    assertThat(set.json().at("/policy/shortest_minutes").isNull()).isTrue();
    assertThat(set.json().at("/policy/approval/tags/0").asText()).isEqualTo("rack-1");
    var mine = send(ana, "GET", "/api/reservations/rules", "").json();
    assertThat(mine.get("bound").asBoolean()).isTrue();
    assertThat(mine.at("/general/open_most").asInt()).isEqualTo(5);
    assertThat(mine.at("/teams/0/team").asText()).isEqualTo("red");
    assertThat(mine.at("/teams/0/policy").isNull()).isTrue();
    var ofTeam = send(olga, "PUT", "/api/policies/teams/red", "{\"open_most\":9}");
    assertThat(ofTeam.json().at("/policy/recurring").asBoolean()).isTrue();
    var all = send(olga, "GET", "/api/policies", "").json();
    assertThat(all.at("/teams/0/policy/open_most").asInt()).isEqualTo(9);
    var own = send(ana, "GET", "/api/reservations/rules", "").json();
    assertThat(own.at("/teams/0/policy/open_most").asInt()).isEqualTo(9);
    send(olga, "DELETE", "/api/policies/teams/red", "");
    assertThat(api.reservations.policies.ofTeams()).doesNotContainKey(new TeamName("red"));
    assertThat(send(olga, "GET", "/api/reservations/rules", "").json().get("bound").asBoolean())
        .isFalse();
  }

  @Test
  void othersSeeOnlyTheirOwnAndAChangeIsMeantForWhatWasRead() {
    assertThat(send(ana, "PUT", "/api/policies/general", RULES).status()).isEqualTo(403);
    assertThat(send(ana, "GET", "/api/policies", "").status()).isEqualTo(403);
    var tag = send(olga, "GET", "/api/policies/general", "").header("ETag");
    send(olga, "PUT", "/api/policies/general", RULES);

    var late = send(olga, "PUT", "/api/policies/general", "{}", "If-Match", tag);

    assertThat(late.status()).isEqualTo(412);
    assertThat(send(olga, "PUT", "/api/policies/teams/none", "{}").status()).isEqualTo(404);
  }

  @Test
  void allThatIsWrongIsToldAtOnce() {
    var refused =
        send(
            olga,
            "PUT",
            "/api/policies/general",
            """
            {"longest_minutes":0,"open_most":"x","approval":{"more_cores_than":0},"more":1}
            """);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().get("errors").findValuesAsText("field"))
        .containsExactlyInAnyOrder(
            "open_most", "approval.more_cores_than", "longest_minutes", "more");
  }
}
