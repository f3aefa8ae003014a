package direttore.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Passwords and keys of guests are planted, and then looked for everywhere they must not be. */
class SecretsTest {
  private static final String PASSWORD = "canary-7d1f0c";
  private static final String KEY = "AAAAC3NzaC1lZDI1NTE5AAAAIcanary9e2b";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  @TempDir Path folder;

  @Test
  void theyAreInNoAnswerLogOrTable() throws Exception {
    try (var lab = Lab.open(folder, Duration.ofMillis(200))) {
      var settings = lab.settings();
      var port = Integer.parseInt(settings.get("API_PORT"));
      try (var program = lab.start("serve", settings);
          var client = new JsonClient(port)) {
        client.awaitReady(PATIENCE);
        var said = new StringBuilder();
        for (var request : requests()) {
          said.append(carriedOut(client, request));
        }
        said.append(eventsSince(port)).append(client.get("/api/operations").body());

        assertClean("answers", said.toString());
        assertClean("log", program.output());
        assertClean("database", everyTable(lab));
      }
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

  private static String eventsSince(int port) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/api/events".formatted(port)))
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

  private static void assertClean(String where, String text) {
    assertThat(text).as(where).isNotEmpty();
    var base64 = Base64.getEncoder();
    var bytes = PASSWORD.getBytes(StandardCharsets.UTF_8);
    Stream.of(PASSWORD, KEY, base64.encodeToString(bytes), HexFormat.of().formatHex(bytes))
        .forEach(secret -> assertThat(text).as(where).doesNotContain(secret));
  }
}
