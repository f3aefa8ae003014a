package direttore.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.api.FakeAccess;
import direttore.api.Protections;
import direttore.api.TestApi;
import direttore.api.TestClient.Answer;
import direttore.api.guard.RequestLimits;
import direttore.api.proxy.TrustedProxies;
import direttore.domain.access.Grant;
import direttore.domain.access.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** People behind the same address as somebody who tries this and that. */
class NeighboursTest {
  private static final int MOST = 10;
  private final TestApi api =
      TestApi.guarded(Protections.of(RequestLimits.USUAL, TrustedProxies.NONE, MOST));

  @AfterEach
  void stop() {
    api.close();
  }

  private Answer signIn(String password) {
    return api.client()
        .post("/api/session", "{\"name\":\"ana\",\"password\":\"%s\"}".formatted(password));
  }

  @Test
  void whatStrangersTryKeepsNobodyOutWhoMayComeIn() {
    var ana = api.access.person("ana", Grant.everywhere(Role.ADMIN));
    var token = "Bearer " + api.access.token(ana, Role.ADMIN);
    for (var i = 0; i < 2 * MOST; i++) {
      api.client().get("/api/operations", "Authorization", "Bearer dtr_wrong" + i);
    }

    assertThat(api.client().get("/api/about").status()).isEqualTo(429);
    assertThat(api.client().get("/api/operations", "Authorization", token).status()).isEqualTo(200);
    assertThat(signIn(FakeAccess.PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void whoIsKnownAnswersForTheirOwnRequests() {
    var ana = api.access.person("ana", Grant.everywhere(Role.ADMIN));
    var token = "Bearer " + api.access.token(ana, Role.ADMIN);
    for (var i = 0; i < MOST; i++) {
      api.client().get("/nowhere", "Authorization", token);
    }

    assertThat(api.client().get("/api/operations", "Authorization", token).status()).isEqualTo(429);
    assertThat(api.client().get("/api/about").status()).isEqualTo(200);
  }

  @Test
  void whatHoldsSecretsIsKeptNowhere() {
    var ana = api.access.person("ana", Grant.everywhere(Role.ADMIN));
    var token = "Bearer " + api.access.token(ana, Role.ADMIN);

    assertThat(api.client().get("/api/people", "Authorization", token).header("Cache-Control"))
        .isEqualTo("no-store");
    assertThat(signIn(FakeAccess.PASSWORD).header("Cache-Control")).isEqualTo("no-store");
    assertThat(api.client().get("/api/me/tokens").header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void aPageThatMayUseTheServerWritesWithASession() {
    var ana = api.access.person("ana", Grant.everywhere(Role.ADMIN));
    var written =
        api.client()
            .post(
                "/api/teams",
                "{\"name\":\"net\"}",
                "Cookie",
                "direttore_session=" + api.access.session(ana),
                "Origin",
                "https://ui.example");

    assertThat(written.status()).isEqualTo(201);
    assertThat(written.header("Access-Control-Allow-Credentials")).isEqualTo("true");
  }
}
