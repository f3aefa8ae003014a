package direttore.api.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import direttore.api.FakeAccess;
import direttore.api.TestApi;
import direttore.api.TestClient.Answer;
import direttore.domain.access.AuditEntry;
import direttore.domain.access.AuditEntry.Outcome;
import direttore.domain.access.Grant;
import direttore.domain.access.Person;
import direttore.domain.access.Role;
import direttore.domain.access.Scope;
import direttore.domain.node.NodeName;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in, staying and going, and what strangers try. */
class AccessTest {
  private static final String COOKIE = "direttore_session=";
  private final TestApi api = TestApi.guarded();
  private final Person root = api.access.person("root", Grant.everywhere(Role.ADMIN));
  private final Person ana = api.access.person("ana", Grant.everywhere(Role.USER));

  @AfterEach
  void stop() {
    api.close();
  }

  private String origin() {
    return "http://127.0.0.1:" + api.port();
  }

  private Answer signIn(String name, String password, String... headers) {
    return api.client()
        .post(
            "/api/session",
            "{\"name\":\"%s\",\"password\":\"%s\"}".formatted(name, password),
            headers);
  }

  private static String secret(Answer answer) {
    return answer.header("Set-Cookie").replaceFirst(";.*", "").replaceFirst("^[^=]*=", "");
  }

  private Answer get(String path, String session) {
    return api.client().get(path, "Cookie", COOKIE + session);
  }

  private Answer post(String path, String body, String session) {
    return api.client().post(path, body, "Cookie", COOKIE + session, "Origin", origin());
  }

  private Answer delete(String path, String session) {
    return api.client().send("DELETE", path, null, "Cookie", COOKIE + session, "Origin", origin());
  }

  private String token(Person person, Role role) {
    return "Bearer " + api.access.token(person, role);
  }

  private List<String> audited(String action) {
    return api.access.audit.stream()
        .filter(e -> e.action().equals(action))
        .map(e -> e.who() + " " + e.target() + " " + e.outcome().wire())
        .toList();
  }

  @Test
  void anaComesInAndGoes() {
    var in = signIn("ana", FakeAccess.PASSWORD);

    assertThat(in.status()).isEqualTo(200);
    assertThat(in.json().path("name").asText()).isEqualTo("ana");
    assertThat(in.json().path("role").asText()).isEqualTo("user");
    assertThat(in.header("Set-Cookie"))
        .contains("HttpOnly")
        .containsIgnoringCase("SameSite=Lax")
        .contains("Path=/");
    var session = secret(in);
    assertThat(get("/api/session", session).json().path("name").asText()).isEqualTo("ana");

    assertThat(delete("/api/session", session).status()).isEqualTo(204);

    assertThat(get("/api/session", session).status()).isEqualTo(401);
    assertThat(audited("sign-in")).containsExactly("ana person/ana done");
    assertThat(audited("sign-out")).containsExactly("ana  done");
  }

  @ParameterizedTest
  @CsvSource({
    "ana,wrong password here", "nobody,seven blue herons wade", "'',seven blue herons wade",
    "../ana,seven blue herons wade", "ana%00,x", "ANA ,wrong"
  })
  void whateverIsWrongTheAnswerIsTheSame(String name, String password) {
    var answer = signIn(name, password);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.problem()).isEqualTo("wrong-sign-in");
    assertThat(answer.detail()).isEqualTo("the name or the password is wrong");
    assertThat(answer.header("Set-Cookie")).isEmpty();
  }

  @Test
  void theNameIsNotPickyAboutCase() {
    assertThat(signIn(" Ana ", FakeAccess.PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void guessingIsSlowedDown() {
    for (int i = 0; i < 5; i++) {
      assertThat(signIn("ana", "guess number " + i).status()).isEqualTo(401);
    }
    var next = signIn("ana", "guess number 6");

    assertThat(next.status()).isEqualTo(429);
    assertThat(next.problem()).isEqualTo("throttled");
    assertThat(Integer.parseInt(next.header("Retry-After"))).isBetween(1, 300);
    assertThat(signIn("ana", FakeAccess.PASSWORD).status()).isEqualTo(429);
    assertThat(signIn("root", FakeAccess.PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void aPlantedSessionIsNotTakenOver() {
    var planted = "attacker-knows-this-value";
    var in = signIn("ana", FakeAccess.PASSWORD, "Cookie", COOKIE + planted);

    assertThat(secret(in)).isNotEqualTo(planted);
    assertThat(get("/api/session", planted).status()).isEqualTo(401);
  }

  @Test
  void signingInAgainEndsTheSessionThatCameAlong() {
    var first = secret(signIn("ana", FakeAccess.PASSWORD));
    var second = secret(signIn("ana", FakeAccess.PASSWORD, "Cookie", COOKIE + first));

    assertThat(get("/api/session", first).status()).isEqualTo(401);
    assertThat(get("/api/session", second).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "Origin,https://evil.example",
    "Origin,null",
    "Origin,http://127.0.0.1.evil.example",
    "Origin,https://ui.example",
    "Sec-Fetch-Site,cross-site",
    "Sec-Fetch-Site,same-site",
    "Sec-Fetch-Site,none",
    "X-Nothing,at-all"
  })
  void aWriteWithTheCookieMustComeFromAPageOfOurs(String header, String value) {
    var session = api.access.session(root);

    var answer =
        api.client()
            .post(
                "/api/people",
                "{\"name\":\"eve\",\"grants\":[]}",
                "Cookie",
                COOKIE + session,
                header,
                value);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.problem()).isEqualTo("foreign-page");
    assertThat(
            api.client().get("/api/people/eve", "Authorization", token(root, Role.ADMIN)).status())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer",
        "Bearer ",
        "Bearer dtr_",
        "Bearer dtr_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "Bearer '; DROP TABLE person; --",
        "Basic cm9vdDpyb290",
        "Digest username=root",
        "dtr_x",
        "Bearer null",
        "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJyb290In0."
      })
  void noOtherTokenOpens(String value) {
    var answer = api.client().get("/api/proxmox/nodes", "Authorization", value);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.problem()).isEqualTo("wrong-sign-in");
    assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "x", "null", "undefined", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
  void noOtherCookieOpens(String value) {
    assertThat(get("/api/proxmox/nodes", value).status()).isEqualTo(401);
  }

  @Test
  void aTokenDoesWhatItsRoleMayAndNoMoreThanItsOwner() {
    var viewer = token(root, Role.VIEWER);
    assertThat(api.client().get("/api/proxmox/nodes", "Authorization", viewer).status())
        .isEqualTo(200);
    assertThat(api.client().get("/api/audit", "Authorization", viewer).status()).isEqualTo(403);

    var anas = token(ana, Role.ADMIN);
    assertThat(api.client().get("/api/people", "Authorization", anas).status()).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POST|/api/me/tokens|{\"name\":\"longer\",\"role\":\"admin\",\"days\":366}",
        "POST|/api/me/password|{\"current\":\"x\",\"password\":\"an entirely new one\"}",
        "DELETE|/api/me/sessions/{session}|",
        "DELETE|/api/me/tokens/{token}|"
      })
  void aTokenDoesNotChangeHowItsOwnerSignsIn(String method, String path, @Nullable String body) {
    var browser = api.access.session(root);
    var bearer = token(root, Role.ADMIN);
    var session = get("/api/me/sessions", browser).json().at("/sessions/0/id").asText();
    var token = get("/api/me/tokens", browser).json().at("/tokens/0/id").asText();

    var answer =
        api.client()
            .send(
                method,
                path.replace("{session}", session).replace("{token}", token),
                body == null ? null : body.getBytes(UTF_8),
                "Content-Type",
                "application/json",
                "Authorization",
                bearer);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.problem()).isEqualTo("forbidden");
    assertThat(answer.json().has("right")).isFalse();
    assertThat(get("/api/me/sessions", browser).json().path("sessions")).hasSize(1);
    assertThat(get("/api/me/tokens", browser).json().path("tokens")).hasSize(1);
    assertThat(signIn("root", FakeAccess.PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void aTokenIsShownOnceAndRevoked() {
    var session = api.access.session(ana);

    var made = post("/api/me/tokens", "{\"name\":\"ci\",\"role\":\"user\",\"days\":30}", session);

    assertThat(made.status()).isEqualTo(201);
    var secret = made.json().path("secret").asText();
    assertThat(secret).startsWith("dtr_");
    assertThat(get("/api/me/tokens", session).body()).contains("\"ci\"").doesNotContain(secret);
    var bearer = "Bearer " + secret;
    assertThat(
            api.client().get("/api/session", "Authorization", bearer).json().path("via").asText())
        .isEqualTo("token");

    var id = made.json().path("token").path("id").asText();
    assertThat(delete("/api/me/tokens/" + id, api.access.session(root)).status()).isEqualTo(404);
    assertThat(delete("/api/me/tokens/" + id, session).status()).isEqualTo(204);
    assertThat(api.client().get("/api/session", "Authorization", bearer).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"name\":\"x\",\"role\":\"operator\",\"days\":30}|role",
        "{\"name\":\"x\",\"role\":\"boss\",\"days\":30}|role",
        "{\"name\":\" \",\"role\":\"user\",\"days\":30}|name",
        "{\"name\":\"x\",\"role\":\"user\",\"days\":0}|days",
        "{\"name\":\"x\",\"role\":\"user\",\"days\":367}|days",
        "{\"role\":\"user\",\"days\":30}|name",
        "{\"name\":\"x\",\"role\":\"user\",\"days\":30,\"person\":\"root\"}|person",
      })
  void aWrongTokenOrderNamesTheField(String body, String field) {
    var answer = post("/api/me/tokens", body, api.access.session(ana));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.field()).isEqualTo(field);
  }

  @Test
  void sessionsAreTheirOwners() {
    var anas = api.access.session(ana);
    var roots = api.access.session(root);
    var mine = get("/api/me/sessions", anas).json().path("sessions");
    assertThat(mine).hasSize(1);
    assertThat(mine.get(0).path("current").asBoolean()).isTrue();
    var id = mine.get(0).path("id").asText();

    assertThat(delete("/api/me/sessions/" + id, roots).status()).isEqualTo(404);
    assertThat(get("/api/session", anas).status()).isEqualTo(200);
    assertThat(delete("/api/me/sessions/" + id, anas).status()).isEqualTo(204);
    assertThat(get("/api/session", anas).status()).isEqualTo(401);
  }

  @Test
  void aLinkOpensOnceAndSetsThePassword() {
    var link = api.access.link(ana);
    var body = "{\"token\":\"%s\",\"password\":\"%s\"}";

    var tooShort = api.client().post("/api/session/link", body.formatted(link, "short"));
    assertThat(tooShort.status()).isEqualTo(400);
    assertThat(tooShort.field()).isEqualTo("password");
    var in = api.client().post("/api/session/link", body.formatted(link, "nine grey geese fly"));
    var again = api.client().post("/api/session/link", body.formatted(link, "nine grey geese fly"));

    assertThat(in.status()).isEqualTo(200);
    assertThat(get("/api/session", secret(in)).status()).isEqualTo(200);
    assertThat(again.status()).isEqualTo(401);
    assertThat(signIn("ana", "nine grey geese fly").status()).isEqualTo(200);
  }

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
  void whoIsDisabledIsOutAtOnce() {
    var session = api.access.session(ana);
    var bearer = token(ana, Role.USER);
    assertThat(get("/api/session", session).status()).isEqualTo(200);

    assertThat(post("/api/people/ana", "{\"disabled\":true}", api.access.session(root)).status())
        .isEqualTo(200);

    assertThat(get("/api/session", session).status()).isEqualTo(401);
    assertThat(api.client().get("/api/session", "Authorization", bearer).status()).isEqualTo(401);
    assertThat(signIn("ana", FakeAccess.PASSWORD).status()).isEqualTo(401);
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
  void aUserChangesTheirOwnGuestsOnly() {
    api.access.give(100, ana);
    var session = api.access.session(ana);

    var own = post("/api/proxmox/nodes/pve1/vms/100/reboot", "{}", session);
    var other = post("/api/proxmox/nodes/pve1/vms/101/start", "{}", session);

    assertThat(own.status()).isEqualTo(202);
    assertThat(other.status()).isEqualTo(403);
    assertThat(other.json().path("right").asText()).isEqualTo("change-guests");
    var reach = get("/api/me/reach", session).json().path("change");
    assertThat(reach.path("all").asBoolean()).isFalse();
    assertThat(reach.path("vmids")).hasSize(1);
    assertThat(reach.path("why").asText()).isEqualTo(other.detail());
    assertThat(api.operations.only().requestedBy()).isEqualTo("ana");
    assertThat(audited("guest.reboot")).containsExactly("ana guest/100 done");
    assertThat(audited("guest.act")).containsExactly("ana guest/101 refused");
  }

  @Test
  void anOperatorOfANodeChangesWhatRunsThere() {
    var ben =
        api.access.person("ben", new Grant(Role.OPERATOR, new Scope.OnNode(new NodeName("pve2"))));
    var session = api.access.session(ben);

    var there = post("/api/proxmox/nodes/pve1/vms/100/reboot", "{}", session);

    assertThat(there.status()).isEqualTo(403);
    assertThat(there.detail()).isEqualTo("You may change only guests on node pve2.");
  }

  @Test
  void nobodyElseCancelsAnOperation() {
    api.access.give(100, ana);
    post("/api/proxmox/nodes/pve1/vms/100/reboot", "{}", api.access.session(ana));
    var id = api.operations.only().id();
    var ben = api.access.person("ben", Grant.everywhere(Role.USER));

    assertThat(
            post("/api/operations/%s/cancel".formatted(id), "{}", api.access.session(ben)).status())
        .isEqualTo(403);
    assertThat(
            post("/api/operations/%s/cancel".formatted(id), "{}", api.access.session(ana)).status())
        .isEqualTo(200);
  }

  @Test
  void aGuestIsHandedOverByWhoMayChangeIt() {
    api.access.give(100, ana);
    api.access.person("ben", Grant.everywhere(Role.USER));

    var given = post("/api/owners/100", "{\"owner\":\"ben\"}", api.access.session(ana));
    var taken = post("/api/owners/100", "{\"owner\":\"ana\"}", api.access.session(ana));

    assertThat(given.json().path("owner").asText()).isEqualTo("ben");
    assertThat(taken.status()).isEqualTo(403);
  }

  @Test
  void rightsAreExplained() {
    api.access.give(100, root);
    var session = api.access.session(root);

    var rights = get("/api/people/ana/rights?vmid=100", session).json();

    assertThat(rights.path("guest").path("allowed").asBoolean()).isFalse();
    assertThat(rights.path("guest").path("why").asText())
        .isEqualTo(
            "ana may not change guest 100, it belongs to root: You may change only guests that are"
                + " your own or your teams'.");
    assertThat(rights.path("rights")).hasSize(6);
  }

  @Test
  void theAuditMasksSecrets() {
    signIn("ana", "a wrong password canary");
    post(
        "/api/me/password",
        "{\"current\":\"canary-one\",\"password\":\"canary two is long\"}",
        api.access.session(ana));

    var kept = api.access.audit.toString();

    assertThat(kept).contains("person/ana").doesNotContain("canary");
    assertThat(api.access.audit).anyMatch(e -> e.outcome() == Outcome.REFUSED);
    assertThat(api.access.audit.stream().map(AuditEntry::address)).containsOnly("127.0.0.1");
  }

  @Test
  void theAuditIsReadAndSaved() {
    signIn("ana", FakeAccess.PASSWORD);
    signIn("ana", "not this one, no");
    var session = api.access.session(root);

    var refused = get("/api/audit?action=sign-in&outcome=refused", session).json();
    var saved = get("/api/audit.jsonl?action=sign-in", session);

    assertThat(refused.path("entries")).hasSize(1);
    assertThat(refused.path("entries").get(0).path("detail").asText())
        .isEqualTo("the name or the password is wrong");
    assertThat(saved.body().lines()).hasSize(2);
    assertThat(get("/api/audit?outcome=maybe", session).field()).isEqualTo("outcome");
    assertThat(get("/api/audit?limit=0", session).field()).isEqualTo("limit");
    assertThat(get("/api/audit?after=x", session).field()).isEqualTo("after");
  }

  @Test
  void strangersDoNotFillTheAudit() {
    api.client()
        .send("POST", "/api/people", "{}".getBytes(UTF_8), "Content-Type", "application/json");

    assertThat(api.access.audit).isEmpty();
  }

  @Test
  void eventsAreForThoseWhoAreSignedIn() {
    assertThat(api.client().get("/api/events").status()).isEqualTo(401);
  }

  @Test
  void whereNobodySignsInEverybodyIsWelcome() {
    try (var open = new TestApi()) {
      assertThat(open.client().get("/api/sign-in").json().path("mode").asText()).isEqualTo("none");
      var me = open.client().get("/api/session").json();
      assertThat(me.path("via").asText()).isEqualTo("none");
      assertThat(me.path("role").asText()).isEqualTo("admin");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POST|/api/me/tokens|{\"name\":\"x\",\"role\":\"user\",\"days\":1}",
        "POST|/api/me/password|{\"current\":\"x\",\"password\":\"an entirely new one\"}",
        "DELETE|/api/me/sessions/00000000-0000-0000-0000-000000000001|",
        "DELETE|/api/me/tokens/00000000-0000-0000-0000-000000000001|"
      })
  void whereNobodySignsInNothingChangesHow(String method, String path, @Nullable String body) {
    try (var open = new TestApi()) {
      var answer =
          open.client()
              .send(
                  method,
                  path,
                  body == null ? null : body.getBytes(UTF_8),
                  "Content-Type",
                  "application/json");

      assertThat(answer.status()).isEqualTo(409);
      assertThat(answer.detail()).isEqualTo("nobody signs in here (AUTH_MODE=none)");
    }
  }
}
