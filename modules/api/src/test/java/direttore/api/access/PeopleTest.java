package direttore.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.api.FakeAccess;
import direttore.domain.access.Right;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** People, their passwords and their roles. */
class PeopleTest extends AccessFixture {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "short",
        "password1234",
        "P@ssw0rd1234!",
        "123456789012",
        "qwertyuiopas",
        "aaaaaaaaaaaa",
        "abcabcabcabc",
        "letmein!!!!!!",
        "Proxmox2026!",
        "changeme12345",
        "administrator1",
        "zyxwvutsrqponm",
        "1qaz2wsx3edc",
        "anaanaana1234",
        "correcthorsebatterystaple",
        "           "
      })
  void passwordsThatAreTriedFirstAreRefused(String password) {
    var answer =
        post(
            "/api/me/password",
            "{\"current\":\"%s\",\"password\":\"%s\"}".formatted(FakeAccess.PASSWORD, password),
            api.access.session(ana));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.field()).isEqualTo("password");
    assertThat(signIn("ana", FakeAccess.PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void changingThePasswordEndsTheOtherSessions() {
    var here = api.access.session(ana);
    var there = api.access.session(ana);
    var body = "{\"current\":\"%s\",\"password\":\"nine grey geese fly\"}";

    assertThat(post("/api/me/password", body.formatted("not it at all"), here).field())
        .isEqualTo("current");
    assertThat(post("/api/me/password", body.formatted(FakeAccess.PASSWORD), here).status())
        .isEqualTo(204);

    assertThat(get("/api/session", here).status()).isEqualTo(200);
    assertThat(get("/api/session", there).status()).isEqualTo(401);
  }

  @Test
  void whoManagesPeopleSignsSomebodyOutEverywhere() {
    var anas = api.access.session(ana);
    var roots = api.access.session(root);

    assertThat(delete("/api/people/root/sessions", anas).status()).isEqualTo(403);
    assertThat(delete("/api/people/nobody/sessions", roots).status()).isEqualTo(404);
    assertThat(delete("/api/people/ana/sessions", roots).status()).isEqualTo(204);

    assertThat(get("/api/session", anas).status()).isEqualTo(401);
    assertThat(get("/api/session", roots).status()).isEqualTo(200);
  }

  @Test
  void theLastAdministratorStays() {
    var session = api.access.session(root);

    var disabled = post("/api/people/root", "{\"disabled\":true}", session);
    var demoted =
        post(
            "/api/people/root",
            "{\"grants\":[{\"role\":\"user\",\"scope\":\"everywhere\",\"value\":null}]}",
            session);

    assertThat(disabled.status()).isEqualTo(409);
    assertThat(demoted.status()).isEqualTo(409);
    assertThat(get("/api/people", session).status()).isEqualTo(200);
  }

  @Test
  void nobodyIsCalledAsEverybodyIsWhereNobodySignsIn() {
    var refused =
        post("/api/people", "{\"name\":\"anonymous\",\"grants\":[]}", api.access.session(root));

    assertThat(refused.problem()).isEqualTo("wrong-state");
    assertThat(refused.field()).isEqualTo("name");
  }

  @Test
  void somebodyIsAddedAndInvited() {
    var session = api.access.session(root);
    post("/api/teams", "{\"name\":\"net\"}", session);

    var added =
        post(
            "/api/people",
            """
            {"name":"ben","display":"Ben","teams":["net"],
             "grants":[{"role":"operator","scope":"node","value":"pve1"}]}
            """,
            session);

    assertThat(added.status()).isEqualTo(201);
    assertThat(added.json().path("person").path("sentences").get(0).asText())
        .isEqualTo("may make guests on node pve1 and change every guest on node pve1");
    var link = added.json().path("link").asText();
    assertThat(link).startsWith("/welcome#");
    var in =
        api.client()
            .post(
                "/api/session/link",
                "{\"token\":\"%s\",\"password\":\"nine grey geese fly\"}"
                    .formatted(link.substring("/welcome#".length())));
    assertThat(in.json().path("teams").get(0).asText()).isEqualTo("net");
    assertThat(audited("person.add")).containsExactly("root person/ben done");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"name\":\"Ben\",\"grants\":[]}|name",
        "{\"name\":\"b b\",\"grants\":[]}|name",
        "{\"grants\":[]}|name",
        "{\"name\":\"ben\"}|grants",
        "{\"name\":\"ben\",\"grants\":[{\"role\":\"king\",\"scope\":\"everywhere\"}]}|grants[0].role",
        "{\"name\":\"ben\",\"grants\":[{\"role\":\"user\",\"scope\":\"moon\",\"value\":\"x\"}]}|grants[0].scope",
        "{\"name\":\"ben\",\"grants\":[{\"role\":\"user\",\"scope\":\"moon\"}]}|grants[0].scope",
        "{\"name\":\"ben\",\"grants\":[{\"role\":\"user\",\"scope\":\"node\"}]}|grants[0].value",
        "{\"name\":\"ben\",\"grants\":[{\"role\":\"admin\",\"scope\":\"node\",\"value\":\"pve1\"}]}|grants[0].scope",
        "{\"name\":\"ben\",\"grants\":[],\"teams\":[\"No Team\"]}|teams",
        "{\"name\":\"ben\",\"grants\":[],\"password\":\"seven blue herons\"}|password",
      })
  void aWrongPersonNamesTheField(String body, String field) {
    var answer = post("/api/people", body, api.access.session(root));

    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.field()).isEqualTo(field);
  }

  @Test
  void rightsAreExplained() {
    api.access.give(100, root);
    var session = api.access.session(root);

    var rights = get("/api/people/ana/rights?vmid=100", session).json();

    assertThat(rights.path("guest").path("allowed").asBoolean()).isFalse();
    assertThat(rights.path("guest").path("why").asText())
        .isEqualTo(
            "It belongs to root: ana may change only guests that are their own or their teams’.");
    assertThat(rights.path("rights")).hasSize(Right.values().length);
  }
}
