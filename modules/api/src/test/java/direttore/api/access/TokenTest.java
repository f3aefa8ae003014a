package direttore.api.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import direttore.api.FakeAccess;
import direttore.api.TestApi;
import direttore.api.http.AuthorizationFilter;
import direttore.domain.access.Role;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys of programs, and what they cannot do. */
class TokenTest extends AccessFixture {
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

  @Test
  void strangersBadTokensAreInTheLogOnceAndWithoutThemselves() {
    try (var log = new Said(AuthorizationFilter.class)) {
      for (var i = 0; i < 3; i++) {
        api.client()
            .get(
                "/api/proxmox/nodes",
                "Authorization",
                "Bearer dtr_canary",
                "X-Request-Id",
                "bad-token");
      }

      // Other tests, which run beside this one, write to the same log.
      assertThat(log.lines)
          .filteredOn(line -> line.contains("(request bad-token)"))
          .singleElement()
          .asString()
          .startsWith("An API token that is not valid came from 127.0.0.1 ")
          .doesNotContain("canary");
    }
  }

  /** What a class logs. */
  private static final class Said extends Handler implements AutoCloseable {
    private final Logger logger;
    final List<String> lines = new CopyOnWriteArrayList<>();

    Said(Class<?> of) {
      logger = Logger.getLogger(of.getName());
      logger.addHandler(this);
    }

    @Override
    public void publish(LogRecord news) {
      lines.add(news.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
      logger.removeHandler(this);
    }
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
  void aNewPasswordEndsTokensWhereThatIsAskedFor() {
    var bearer = token(ana, Role.USER);
    var session = api.access.session(ana);
    var change = "{\"current\":\"%s\",\"password\":\"%s\"%s}";

    var kept = change.formatted(FakeAccess.PASSWORD, "seven quiet lamps", "");
    assertThat(post("/api/me/password", kept, session).status()).isEqualTo(204);
    assertThat(api.client().get("/api/session", "Authorization", bearer).status()).isEqualTo(200);
    var ended = change.formatted("seven quiet lamps", "eight loud lamps", ",\"end_tokens\":true");
    assertThat(post("/api/me/password", ended, session).status()).isEqualTo(204);

    assertThat(api.client().get("/api/session", "Authorization", bearer).status()).isEqualTo(401);
    assertThat(get("/api/me/tokens", session).json().path("tokens")).isEmpty();
  }

  @Test
  void anAdministratorSeesAndRevokesTheTokensOfOthers() {
    var bearer = token(ana, Role.USER);
    var admin = api.access.session(root);

    var listed = get("/api/people/ana/tokens", admin);
    assertThat(listed.json().path("tokens")).hasSize(1);
    assertThat(listed.body()).doesNotContain("dtr_");
    assertThat(get("/api/people/root/tokens", api.access.session(ana)).status()).isEqualTo(403);
    assertThat(delete("/api/people/ana/tokens", admin).status()).isEqualTo(204);

    assertThat(api.client().get("/api/session", "Authorization", bearer).status()).isEqualTo(401);
    assertThat(get("/api/people/ana/tokens", admin).json().path("tokens")).isEmpty();
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

  @Test
  void theNameOfATokenIsBoundedAndStripped() {
    var session = api.access.session(ana);
    var body = "{\"name\":\"%s\",\"role\":\"user\",\"days\":30}";

    var long5000 = post("/api/me/tokens", body.formatted("x".repeat(5000)), session);
    assertThat(long5000.status()).isEqualTo(400);
    assertThat(long5000.field()).isEqualTo("name");
    var most = post("/api/me/tokens", body.formatted("\ud83d\udd11".repeat(100)), session);
    assertThat(most.status()).isEqualTo(201);
    var made = post("/api/me/tokens", body.formatted("  ci  "), session);
    assertThat(made.json().at("/token/name").asText()).isEqualTo("ci");
  }

  @Test
  void allThatIsWrongWithATokenIsSaidAtOnce() {
    var answer =
        post(
            "/api/me/tokens",
            "{\"name\":\" \",\"role\":\"admin\",\"days\":0}",
            api.access.session(ana));

    assertThat(answer.json().path("errors"))
        .extracting(error -> error.path("field").asText())
        .containsExactlyInAnyOrder("name", "role", "days");
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
        "{\"name\":\"two\\nlines\",\"role\":\"user\",\"days\":30}|name",
        "{\"name\":\"turned\\u202e\",\"role\":\"user\",\"days\":30}|name",
        "{\"name\":\"x\",\"role\":\"user\",\"days\":30,\"person\":\"root\"}|person",
      })
  void aWrongTokenOrderNamesTheField(String body, String field) {
    var answer = post("/api/me/tokens", body, api.access.session(ana));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.field()).isEqualTo(field);
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
