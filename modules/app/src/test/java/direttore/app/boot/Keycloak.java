package direttore.app.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import direttore.testkit.Program;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Keycloak as a process of its own, whose data lies in memory, and its administration. */
final class Keycloak implements AutoCloseable {
  static final String CLIENT = "direttore";
  static final String SECRET = "canary-of-the-keycloak-client";
  static final String PASSWORD = "four-herons-at-dawn";
  private static final String ADMIN = "admin";
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final Process process;
  private final Path output;
  private final String base;

  private Keycloak(Process process, Path output, String base) {
    this.process = process;
    this.output = output;
    this.base = base;
  }

  /**
   * Begins to start.
   *
   * @param home the unpacked distribution, built for a database in memory
   */
  static Keycloak start(Path home, Path folder) throws IOException {
    var port = Program.freePort();
    var output = folder.resolve("keycloak.txt");
    var builder =
        new ProcessBuilder(
                home.resolve("bin/kc.sh").toString(),
                "start",
                "--optimized",
                "--cache=local",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--hostname-strict=false")
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "JAVA_HOME",
                System.getProperty("java.home"),
                // It lives for a minute: what is compiled well is not used any more.
                "JAVA_OPTS",
                "-Xmx320m -XX:MaxMetaspaceSize=256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1",
                "KC_BOOTSTRAP_ADMIN_USERNAME",
                ADMIN,
                "KC_BOOTSTRAP_ADMIN_PASSWORD",
                PASSWORD));
    return new Keycloak(builder.start(), output, "http://127.0.0.1:" + port);
  }

  String issuer() {
    return base + "/realms/lab";
  }

  /** Waits until it answers, and makes the realm of the lab with its people and groups. */
  void ready() throws IOException {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .until(() -> !process.isAlive() || answers());
    assertThat(process.isAlive()).as(() -> output()).isTrue();
    administer(
        "POST",
        "/admin/realms",
        Map.of(
            "realm",
            "lab",
            "enabled",
            true,
            "groups",
            List.of(group("lab-admins"), group("lab-staff"), group("reds")),
            "users",
            List.of(
                user("ada", "Ada Azure", "lab-admins"),
                user("ben", "Ben Blue", "lab-staff", "reds"),
                user("cleo", "Cleo Crane", "lab-staff"))));
  }

  private boolean answers() throws IOException {
    try {
      return send(HttpRequest.newBuilder(URI.create(base + "/realms/master"))).statusCode() == 200;
    } catch (ConnectException notYet) {
      return false;
    }
  }

  private static Map<String, Object> group(String name) {
    return Map.of("name", name);
  }

  private static Map<String, Object> user(String name, String display, String... groups) {
    var names = display.split(" ", 2);
    return Map.of(
        "username",
        name,
        "enabled",
        true,
        "email",
        name + "@lab.example",
        "emailVerified",
        true,
        "firstName",
        names[0],
        "lastName",
        names[1],
        "credentials",
        List.of(Map.of("type", "password", "value", PASSWORD)),
        "groups",
        List.of(groups));
  }

  /**
   * Makes the client as docs/openid-connect.md says.
   *
   * @param lab the address of ours that people and the provider know
   */
  void client(URI lab) throws IOException {
    administer(
        "POST",
        "/admin/realms/lab/clients",
        Map.of(
            "clientId", CLIENT,
            "secret", SECRET,
            "redirectUris", List.of(lab.resolve("/api/session/oidc/callback").toString()),
            "attributes",
                Map.of(
                    "pkce.code.challenge.method",
                    "S256",
                    "post.logout.redirect.uris",
                    lab.resolve("/sign-in").toString(),
                    "backchannel.logout.url",
                    lab.resolve("/api/session/oidc/signed-out").toString(),
                    "backchannel.logout.session.required",
                    "true"),
            "protocolMappers",
                List.of(
                    Map.of(
                        "name", "groups",
                        "protocol", "openid-connect",
                        "protocolMapper", "oidc-group-membership-mapper",
                        "config",
                            Map.of(
                                "claim.name", "groups",
                                "full.path", "false",
                                "id.token.claim", "true")))));
  }

  /** What an administrator does to sign somebody out everywhere. */
  void signOut(String name) throws IOException {
    administer("POST", "/admin/realms/lab/users/%s/logout".formatted(id(name)), Map.of());
  }

  void disable(String name) throws IOException {
    administer("PUT", "/admin/realms/lab/users/" + id(name), Map.of("enabled", false));
  }

  private String id(String name) throws IOException {
    return administer("GET", "/admin/realms/lab/users?exact=true&username=" + name, Map.of())
        .at("/0/id")
        .asText();
  }

  private JsonNode administer(String method, String path, Map<String, Object> body)
      throws IOException {
    var publisher =
        method.equals("GET")
            ? BodyPublishers.noBody()
            : BodyPublishers.ofString(JSON.writeValueAsString(body));
    var answer =
        send(
            HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .method(method, publisher));
    assertThat(answer.statusCode()).as("%s %s: %s", method, path, answer.body()).isLessThan(300);
    return JSON.readTree(answer.body());
  }

  private String token() throws IOException {
    var form =
        "grant_type=password&client_id=admin-cli&username=%s&password=%s"
            .formatted(ADMIN, URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8));
    var answer =
        send(
            HttpRequest.newBuilder(
                    URI.create(base + "/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    return JSON.readTree(answer.body()).path("access_token").asText();
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private String output() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      return "no output: " + e;
    }
  }

  @Override
  public void close() {
    // The script makes itself the server's process.
    process.destroy();
    try {
      if (!process.waitFor(1, TimeUnit.MINUTES)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    http.close();
  }
}
