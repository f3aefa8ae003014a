package direttore.app.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real Keycloak, set up as docs/openid-connect.md says, and browsers between it and us. KEYCLOAK
 * names the folder of its distribution, which .ci/run makes; without it this is skipped.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class KeycloakIT {
  private static final Duration SOON = Duration.ofMinutes(1);

  /** Longer than the shortest trust, a minute in which the provider is asked four times. */
  private static final Duration AFTER_TRUST = Duration.ofMinutes(5);

  private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");
  private Keycloak keycloak;
  private WebProgram program;

  /** Disabled early, so that others are tried while the trust runs out. */
  private final Browser disabled = new Browser();

  private String token;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    var home = System.getenv().getOrDefault("KEYCLOAK", "");
    assumeThat(home).as("KEYCLOAK, the folder of its distribution").isNotEmpty();
    keycloak = Keycloak.start(Path.of(home), folder);
    keycloak.ready();
    program =
        WebProgram.start(
            folder,
            Map.of(
                "AUTH_MODE", "required",
                "OIDC_ISSUER", keycloak.issuer(),
                "OIDC_NAME", "Keycloak",
                "OIDC_CLIENT_ID", Keycloak.CLIENT,
                "OIDC_CLIENT_SECRET", Keycloak.SECRET,
                "OIDC_TRUST_MINUTES", "1",
                "OIDC_ROLES",
                    "lab-admins=admin, lab-staff=operator@node:pve1, reds=user@team:red"));
    program.ready();
    keycloak.client(program.uri("/"));
  }

  @AfterAll
  void stop() {
    disabled.close();
    if (program != null) {
      program.close();
    }
    if (keycloak != null) {
      keycloak.close();
    }
  }

  /** Goes to the provider's page, gives the name and password there, and comes back. */
  private void signIn(Browser browser, String name) throws IOException {
    var page = browser.get(Browser.next(browser.get(program.uri("/api/session/oidc"))));
    var form = FORM.matcher(page.body());
    assertThat(form.find()).as("the provider asks who it is: %s", page.body()).isTrue();
    var back =
        browser.submit(
            URI.create(form.group(1).replace("&amp;", "&")),
            "username=%s&password=%s"
                .formatted(name, URLEncoder.encode(Keycloak.PASSWORD, StandardCharsets.UTF_8)));
    assertThat(back.statusCode()).as(back.body()).isEqualTo(302);
    var in = browser.get(Browser.next(back));
    assertThat(Browser.next(in).getPath()).as(in.body()).isEqualTo("/");
  }

  private HttpResponse<String> me(Browser browser) throws IOException {
    return browser.get(program.uri("/api/session"));
  }

  private int byToken() throws IOException {
    return WebProgram.send(
            HttpRequest.newBuilder(program.uri("/api/session"))
                .header("Authorization", "Bearer " + token)
                .build())
        .statusCode();
  }

  @Test
  @Order(1)
  void groupsGiveRolesAndTeams() throws IOException {
    try (var ada = new Browser();
        var ben = new Browser()) {
      signIn(ada, "ada");
      assertThat(me(ada).body()).contains("\"name\":\"ada\"", "\"role\":\"admin\"");
      assertThat(ada.post(program.uri("/api/teams"), "{\"name\":\"red\"}").statusCode())
          .isEqualTo(201);

      signIn(ben, "ben");

      assertThat(me(ben).body())
          .contains(
              "\"display\":\"Ben Blue\"",
              "\"role\":\"operator\"",
              "every guest on node pve1",
              "\"teams\":[\"red\"]");
      assertThat(ben.get(program.uri("/api/people")).statusCode()).isEqualTo(403);
    }
  }

  @Test
  @Order(2)
  void somebodyIsDisabledThere() throws IOException {
    signIn(disabled, "cleo");
    var made =
        disabled.post(
            program.uri("/api/me/tokens"), "{\"name\":\"t\",\"role\":\"viewer\",\"days\":1}");
    token = made.body().replaceFirst(".*\"secret\":\"([^\"]+)\".*", "$1");
    assertThat(byToken()).as(made.body()).isEqualTo(200);

    keycloak.disable("cleo");
  }

  @Test
  @Order(3)
  void whoSignsOutHereIsSignedOutThere() throws IOException {
    try (var ben = new Browser()) {
      signIn(ben, "ben");
      // Signed in there, too: nobody is asked who it is.
      var again = ben.get(Browser.next(ben.get(program.uri("/api/session/oidc"))));
      assertThat(again.statusCode()).isEqualTo(302);

      var out = ben.post(program.uri("/api/session/oidc/sign-out"), "{}");
      var there = URI.create(out.body().replaceFirst(".*\"href\":\"([^\"]+)\".*", "$1"));
      var back = ben.get(there);

      assertThat(Browser.next(back)).isEqualTo(program.uri("/sign-in"));
      assertThat(me(ben).statusCode()).isEqualTo(401);
      assertThat(ben.get(Browser.next(ben.get(program.uri("/api/session/oidc")))).body())
          .contains("name=\"password\"");
    }
  }

  @Test
  @Order(4)
  void whoIsSignedOutThereIsOutHereAtOnce() throws IOException {
    try (var ben = new Browser();
        var ada = new Browser()) {
      signIn(ben, "ben");
      signIn(ada, "ada");

      keycloak.signOut("ben");

      await().atMost(SOON).until(() -> me(ben).statusCode() == 401);
      assertThat(ada.get(program.uri("/api/audit?action=sign-out.oidc")).body())
          .contains("\"target\":\"person/ben\"", "\"outcome\":\"done\"");
      assertThat(me(ada).statusCode()).isEqualTo(200);
    }
  }

  @Test
  @Order(5)
  void whoWasDisabledThereIsOutWithTheirTokens() {
    await().atMost(AFTER_TRUST).until(() -> me(disabled).statusCode() == 401 && byToken() == 401);
    await()
        .atMost(SOON)
        .until(() ->
            program.output().contains("cleo is signed out: Keycloak no longer vouches for them"));
    assertThat(program.output())
        .contains("Keycloak refused a code or token: invalid_grant: User disabled")
        .doesNotContain(Keycloak.SECRET);
  }
}
