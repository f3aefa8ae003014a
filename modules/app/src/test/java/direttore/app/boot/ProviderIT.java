package direttore.app.boot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Sign-in at a real OpenID provider, as a browser goes through it. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class ProviderIT {
  private ProviderProcess provider;
  private WebProgram program;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    provider = ProviderProcess.start();
    program =
        WebProgram.start(
                folder,
                Map.of(
                    "AUTH_MODE", "required",
                    "OIDC_ISSUER", provider.issuer(),
                    "OIDC_NAME", "University",
                    "OIDC_CLIENT_ID", ProviderProcess.CLIENT,
                    "OIDC_CLIENT_SECRET", ProviderProcess.SECRET,
                    "OIDC_SCOPES", "openid profile email groups",
                    "OIDC_ROLES", "students=user, rack-one=operator@node:pve1"))
            .ready();
  }

  @AfterAll
  void stop() {
    program.close();
    provider.close();
  }

  private boolean isOurs(URI uri) {
    return uri.getAuthority().equals(program.uri("/").getAuthority());
  }

  /** Goes from our sign-in page through the provider's, up to the way back to us. */
  private URI wayBack(Browser browser, String login) throws IOException {
    var there = Browser.next(browser.get(program.uri("/api/session/oidc?return=/resources")));
    while (!isOurs(there)) {
      var answer = browser.get(there);
      if (answer.statusCode() == 200) {
        // The provider's two pages: who it is, and whether we may know.
        answer =
            browser.submit(
                there,
                answer.body().contains("name=\"login\"")
                    ? "prompt=login&password=any&login=" + login
                    : "prompt=consent");
      }
      there = Browser.next(answer);
    }
    return there;
  }

  private String me(Browser browser) throws IOException {
    return browser.get(program.uri("/api/session")).body();
  }

  @Test
  @Order(1)
  void somebodyComesInAsTheirGroupsSay() throws IOException {
    try (var browser = new Browser()) {
      var in = browser.get(wayBack(browser, "ben"));

      assertThat(in.statusCode()).as(in.body()).isEqualTo(303);
      assertThat(Browser.next(in).getPath()).isEqualTo("/resources");
      assertThat(me(browser))
          .contains("\"name\":\"ben\"", "\"display\":\"Ben Blue\"", "\"role\":\"user\"");
      assertThat(browser.get(program.uri("/api/people")).statusCode()).isEqualTo(403);
    }
  }

  @Test
  @Order(2)
  void aGroupCanHoldOnOneNodeOnly() throws IOException {
    try (var browser = new Browser()) {
      browser.get(wayBack(browser, "cleo"));

      assertThat(me(browser)).contains("\"role\":\"operator\"", "every guest on node pve1");
    }
  }

  @Test
  @Order(3)
  void whoIsInNoGroupOfOursIsTurnedAway() throws IOException {
    try (var browser = new Browser()) {
      var answer = browser.get(wayBack(browser, "eve"));

      assertThat(Browser.next(answer).getQuery()).startsWith("error=unknown");
      assertThat(browser.get(program.uri("/api/session")).statusCode()).isEqualTo(401);
    }
  }

  @Test
  @Order(4)
  void aWayBackWorksOnceAndInOneBrowser() throws IOException {
    try (var browser = new Browser();
        var thief = new Browser()) {
      var back = wayBack(browser, "ben");

      assertThat(Browser.next(thief.get(back)).getQuery()).startsWith("error=expired");
      assertThat(Browser.next(browser.get(back)).getPath()).isEqualTo("/resources");
      // Whoever goes back in the browser just goes on; the code is not used again.
      assertThat(Browser.next(browser.get(back)).getPath()).isEqualTo("/resources");
      // Even with the cookie at hand: the provider takes a code once.
      assertThat(
              Browser.next(thief.get(Browser.next(thief.get(program.uri("/api/session/oidc")))))
                  .toString())
          .startsWith(provider.issuer());
      assertThat(thief.get(program.uri("/api/session")).statusCode()).isEqualTo(401);
    }
  }

  @Test
  @Order(5)
  void whoDeclinesAtTheProviderIsToldSo() throws IOException {
    try (var browser = new Browser()) {
      var there = Browser.next(browser.get(program.uri("/api/session/oidc")));
      var page = Browser.next(browser.get(there));
      var back = Browser.next(browser.get(Browser.next(browser.get(URI.create(page + "/abort")))));

      assertThat(Browser.next(browser.get(back)).getQuery()).startsWith("error=denied");
    }
  }

  @Test
  @Order(6)
  void aCodeOfAnotherTryIsRefusedByTheProvider() throws IOException {
    try (var browser = new Browser();
        var other = new Browser()) {
      var code = wayBack(browser, "ben").getQuery().replaceFirst(".*code=([^&]*).*", "$1");
      var own = wayBack(other, "cleo");
      var mixed = URI.create(own.toString().replaceFirst("code=[^&]*", "code=" + code));

      assertThat(Browser.next(other.get(mixed)).getQuery()).startsWith("error=failed");
      assertThat(other.get(program.uri("/api/session")).statusCode()).isEqualTo(401);
    }
  }

  @Test
  @Order(7)
  void withoutTheProviderPeopleAreToldAndTheSecretIsNowhere() throws IOException {
    provider.close();
    try (var browser = new Browser()) {
      // How the provider works is known for an hour: the exchange is what fails.
      var begun = Browser.next(browser.get(program.uri("/api/session/oidc?return=/resources")));
      var state = begun.getRawQuery().replaceFirst(".*state=([^&]*).*", "$1");
      var back =
          program.uri(
              "/api/session/oidc/callback?code=c&iss=%s&state=%s"
                  .formatted(provider.issuer(), state));

      var answer = Browser.next(browser.get(back));

      assertThat(URLDecoder.decode(answer.getRawQuery(), UTF_8))
          .isEqualTo("error=failed&return=/resources");
    }
    assertThat(program.output()).doesNotContain(ProviderProcess.SECRET);
  }
}
