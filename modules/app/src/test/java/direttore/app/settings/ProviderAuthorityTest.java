package direttore.app.settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import direttore.access.oidc.OpenIdProvider;
import direttore.app.start.StartRefusal.WrongSetting;
import direttore.domain.access.Attempt;
import direttore.domain.access.IdentityProvider;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A provider whose certificate comes from an authority of one's own: OIDC_CA_FILE. */
final class ProviderAuthorityTest {
  private static final String LOOPBACK = "ip:127.0.0.1";
  private static OwnAuthority authority;
  @TempDir static Path shared;
  @TempDir Path folder;
  private @Nullable HttpsServer server;

  @BeforeAll
  static void found() {
    authority = new OwnAuthority(shared);
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.stop(0);
    }
  }

  private String serve(SSLContext tls) throws IOException {
    var made = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server = made;
    made.setHttpsConfigurator(new HttpsConfigurator(tls));
    var issuer = "https://127.0.0.1:" + made.getAddress().getPort();
    answer(
        made,
        "/.well-known/openid-configuration",
        200,
        """
        {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint":
         "%1$s/token", "jwks_uri": "%1$s/jwks", "response_types_supported": ["code"],
         "subject_types_supported": ["public"],
         "id_token_signing_alg_values_supported": ["RS256"]}
        """
            .formatted(issuer));
    answer(made, "/token", 400, "{\"error\": \"invalid_grant\"}");
    made.start();
    return issuer;
  }

  private static void answer(HttpsServer server, String path, int status, String json) {
    server.createContext(
        path,
        exchange -> {
          var body = json.getBytes(UTF_8);
          exchange.getRequestBody().readAllBytes();
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
  }

  private OidcSettings settings(String issuer, Map<String, String> more) {
    var all = new HashMap<>(more);
    all.putAll(
        Map.of(
            "OIDC_ISSUER", issuer,
            "OIDC_NAME", "University",
            "OIDC_CLIENT_ID", "direttore",
            "OIDC_CLIENT_SECRET", "s",
            "OIDC_ROLES", "students=user"));
    return Settings.read(folder, all, Map.of()).access().oidc().orElseThrow();
  }

  private IdentityProvider provider(String issuer, Map<String, String> more) {
    return new OpenIdProvider(settings(issuer, more).registration(), Clock.systemUTC());
  }

  private static Map<String, String> trusting(Path file) {
    return Map.of("OIDC_CA_FILE", file.toString());
  }

  @Test
  void withTheFileSignInWorksAndWithoutItTheCertificateIsSaidToBeUntrusted() throws Exception {
    var issuer = serve(authority.server(LOOPBACK, "-1d"));

    assertThat(provider(issuer, Map.of()).trouble())
        .hasValue(
            "University does not answer: its certificate is not trusted;"
                + " OIDC_CA_FILE names the authority that signed it");
    var trusted = provider(issuer, trusting(authority.certificate()));
    // The probe asks the token endpoint, too.
    assertThat(trusted.trouble()).isEmpty();
    var back = URI.create("https://lab.example/back");
    assertThat(trusted.ask(Attempt.fresh(), back, false).toString())
        .startsWith(issuer + "/authorize?");
  }

  @Test
  void aCertificateForAnotherHostIsNoUntrustedOne() throws Exception {
    var issuer = serve(authority.server("dns:sso.lab.example", "-1d"));

    assertThat(provider(issuer, trusting(authority.certificate())).trouble())
        .hasValueSatisfying(
            why -> assertThat(why).contains("certificate is refused").contains("127.0.0.1"));
  }

  @Test
  void anExpiredCertificateIsNoUntrustedOne() throws Exception {
    var issuer = serve(authority.server(LOOPBACK, "-20d"));

    assertThat(provider(issuer, trusting(authority.certificate())).trouble())
        .hasValue("University does not answer: its certificate has expired");
  }

  @ParameterizedTest
  @CsvSource({
    "absent.pem,, a readable file",
    "folder,, a readable file",
    "text.pem, hello, a PEM file with certificates",
    "empty.pem, '', a PEM file with certificates",
    "cut.pem, -----BEGIN CERTIFICATE-----|MIIB, a PEM file with certificates",
  })
  void aFileThatIsNoneOfCertificatesIsRefusedAtTheStart(
      String name, @Nullable String text, String wanted) throws IOException {
    var file = folder.resolve(name);
    if (name.equals("folder")) {
      Files.createDirectory(file);
    } else if (text != null) {
      Files.writeString(file, text.replace('|', '\n'));
    }

    assertThatExceptionOfType(WrongSetting.class)
        .isThrownBy(() -> settings("https://sso.lab.example", trusting(file)))
        .withMessage("OIDC_CA_FILE is '%s' (environment) but must be %s.".formatted(file, wanted));
  }
}
