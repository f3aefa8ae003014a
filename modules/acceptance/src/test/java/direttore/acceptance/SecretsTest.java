package direttore.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.testkit.Limit;
import direttore.testkit.Program;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets are planted wherever one can be sent, and then looked for where they must not be. */
class SecretsTest {
  private static final String PASSWORD = "canary-7d1f0c";
  private static final String KEY = "AAAAC3NzaC1lZDI1NTE5AAAAIcanary9e2b";
  private static final String SIGN_IN = "canary sings at dawn 51";
  private static final String WRONG = "canary sings at dusk 52";
  private static final String CLIENT = "canary-of-openid-53";
  private static final Duration PATIENCE = Limit.NEVER;
  @TempDir Path folder;

  @Test
  void theyAreInNoAnswerLogOrTable() throws Exception {
    try (var lab = Lab.open(folder, Duration.ofMillis(200))) {
      var settings = new HashMap<>(lab.settings());
      settings.put("AUTH_MODE", "required");
      settings.putAll(openId());
      var port = Integer.parseInt(settings.get("API_PORT"));
      try (var program = lab.start("serve", settings)) {
        try (var stranger = new JsonClient(port)) {
          stranger.awaitReady(PATIENCE);
        }
        var token = Program.token(settings);
        try (var client = new JsonClient(port, token)) {
          var link = signedIn(client);
          var said = new StringBuilder();
          for (var request : requests()) {
            said.append(carriedOut(client, request));
          }
          said.append(eventsSince(port, token))
              .append(client.get("/api/operations").body())
              .append(client.get("/api/people").body())
              .append(client.get("/api/audit?limit=200").body())
              .append(client.get("/api/session/oidc").body());

          var secrets =
              List.of(
                  PASSWORD,
                  KEY,
                  SIGN_IN,
                  WRONG,
                  token,
                  link,
                  session(port),
                  CLIENT,
                  Lab.TOKEN_SECRET);
          assertThat(said)
              .contains("sign-in.link", "person.add", "\"canary\"", "Canaries does not answer");
          assertClean("answers", said.toString(), secrets);
          assertClean("log", program.output(), secrets);
          assertClean("database", everyTable(lab), secrets);
        }
      }
    }
  }

  /** Somebody is invited, comes in, and mistypes their password; the token of their link. */
  private static String signedIn(JsonClient client) {
    var grants = "[{\"role\":\"user\",\"scope\":\"everywhere\",\"value\":null}]";
    var invited = client.post("/api/people", "{\"name\":\"ada\",\"grants\":%s}".formatted(grants));
    var link = invited.body().path("link").asText().replace("/welcome#", "");
    var come = "{\"token\":\"%s\",\"password\":\"%s\"}".formatted(link, SIGN_IN);
    var mistyped = "{\"name\":\"ada\",\"password\":\"%s\"}".formatted(WRONG);

    assertThat(invited.status()).isEqualTo(201);
    assertThat(client.post("/api/session/link", come).status()).isEqualTo(200);
    assertThat(client.post("/api/session/link", come).status()).isEqualTo(401);
    assertThat(client.post("/api/session", mistyped).status()).isEqualTo(401);
    return link;
  }

  /** A provider that is known and not there. */
  private static Map<String, String> openId() {
    return Map.of(
        "OIDC_ISSUER", "http://127.0.0.1:1",
        "OIDC_NAME", "Canaries",
        "OIDC_CLIENT_ID", "direttore",
        "OIDC_CLIENT_SECRET", CLIENT,
        "OIDC_ROLES", "*=viewer");
  }

  /** What Ada's browser keeps of her sign-in. */
  private static String session(int port) throws Exception {
    var proof = "{\"name\":\"ada\",\"password\":\"%s\"}".formatted(SIGN_IN);
    try (var http = HttpClient.newHttpClient()) {
      var answer =
          http.send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/api/session".formatted(port)))
                  .header("Content-Type", "application/json")
                  .POST(BodyPublishers.ofString(proof))
                  .build(),
              BodyHandlers.ofString());
      var cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
      return cookie.replaceFirst(";.*", "").replaceFirst(".*=", "");
    }
  }

  /** A request that works, one that fails in Proxmox, and one that is refused. */
  private record Request(String path, String body, int status) {}

  private static List<Request> requests() {
    var container =
        """
        {"vmid":%d,"hostname":"canary","memory":256,"cores":1,"storage":"%s","disk_size":2,
         "template":"local:vztmpl/ubuntu-22.04-standard_22.04-1_amd64.tar.gz",
         "nics":[{"name":"eth0","bridge":"%s","ip":"dhcp"}],"password":"%s",
         "ssh_keys":"ssh-ed25519 %s ada@lab","start_after_create":true}
        """;
    var lxc = "/api/proxmox/nodes/pve1/lxc";
    return List.of(
        new Request(lxc, container.formatted(7001, "local-lvm", "vmbr0", PASSWORD, KEY), 202),
        new Request(lxc, container.formatted(7002, "nowhere", "vmbr0", PASSWORD, KEY), 422),
        new Request("/api/proxmox/nodes/pve1/vms", aClone(), 202));
  }

  private static String aClone() {
    return """
    {"vmid":7003,"name":"canary","memory":256,"cores":1,"clone_from":9000,"user":"ada",
     "nics":[{"bridge":"vmbr0","ip":"dhcp"}],"ssh_keys":"ssh-ed25519 %s ada@lab"}
    """
        .formatted(KEY);
  }

  private static String carriedOut(JsonClient client, Request request) {
    var answer =
        client.post(request.path(), request.body(), "Idempotency-Key", "k" + request.hashCode());
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(request.status());
    if (answer.status() != 202) {
      return answer.body().toString();
    }
    var ended = client.awaitEnd(answer.body().path("operation").asText(), PATIENCE);
    assertThat(ended.path("status").asText()).as(ended.toString()).isEqualTo("succeeded");
    return answer.body() + ended.toString();
  }

  private static String eventsSince(int port, String token) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/api/events".formatted(port)))
              .header("Authorization", "Bearer " + token)
              .header("Last-Event-ID", "0")
              .build();
      var response = http.send(request, BodyHandlers.ofInputStream());
      try (var in = response.body()) {
        return new String(in.readNBytes(200), StandardCharsets.UTF_8);
      }
    }
  }

  private static String everyTable(Lab lab) throws SQLException {
    var all = new StringBuilder();
    try (var database = lab.database();
        var connection = database.pool().getConnection();
        var statement = connection.createStatement()) {
      var tables = new ArrayList<String>();
      try (var rows =
          statement.executeQuery(
              "SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) FROM pg_tables"
                  + " WHERE schemaname NOT IN ('pg_catalog', 'information_schema')")) {
        while (rows.next()) {
          tables.add(rows.getString(1));
        }
      }
      assertThat(tables).contains("public.operation", "public.jobrunr_jobs");
      for (var table : tables) {
        try (var rows = statement.executeQuery("SELECT t::text FROM " + table + " t")) {
          while (rows.next()) {
            all.append(rows.getString(1)).append('\n');
          }
        }
      }
    }
    return all.toString();
  }

  private static void assertClean(String where, String text, List<String> secrets) {
    assertThat(text).as(where).isNotEmpty();
    for (var secret : secrets) {
      var bytes = secret.getBytes(StandardCharsets.UTF_8);
      Stream.of(secret, Base64.getEncoder().encodeToString(bytes), HexFormat.of().formatHex(bytes))
          .forEach(form -> assertThat(text).as(where).doesNotContain(form));
    }
  }
}
