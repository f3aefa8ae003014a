package direttore.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import direttore.app.settings.Settings;
import direttore.app.start.Lifetime;
import direttore.app.start.ProcessRole;
import direttore.domain.access.Grant;
import direttore.domain.access.PersonName;
import direttore.domain.access.Role;
import direttore.domain.access.Secret;
import direttore.domain.access.TokenName;
import direttore.testkit.DataFolders;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node that somebody has to themselves, from HTTP to the claims in PostgreSQL. */
final class ReservedNodeOverHttpTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Pattern UI = Pattern.compile("Web UI +(http://\\S+)");
  private static final String VM =
      """
      {"name":"pc","cores":1,"memory":512,"disk":"4G","storage":"local-lvm"}
      """;

  @TempDir static Path folder;
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static Lifetime lifetime;
  private static String address;
  private static String ana;
  private static String bob;
  private static String olga;

  @BeforeAll
  static void start() {
    var environment =
        Map.of(
            "AUTH_MODE", "required",
            "API_PORT", "0",
            "DASHBOARD_PORT", "0",
            "SIMULATOR_PORT", "0",
            "SIMULATOR_TASK_SECONDS", "0.2",
            "TIME_ZONE", "Europe/Rome",
            "DATA_DIR", DataFolders.sharing(folder.resolve("data")).toString());
    var settings = Settings.read(folder, environment, Map.of());
    lifetime = new Lifetime();
    var places = Direttore.start(ProcessRole.SERVE, settings, lifetime);
    var match = UI.matcher(places.toString());
    assertThat(match.find()).as(places.toString()).isTrue();
    address = match.group(1);
    var people = Direttore.accessParts(settings, lifetime);
    ana = token(people, "ana", Role.USER);
    bob = token(people, "bob", Role.USER);
    olga = token(people, "olga", Role.ADMIN);
    await()
        .atMost(PATIENCE)
        .until(() -> send(olga, "GET", "/api/resources", "").body().contains("\"name\":\"pve1\""));
  }

  @AfterAll
  static void stop() {
    lifetime.close();
    HTTP.close();
  }

  private static String token(AccessParts people, String name, Role role) {
    var person =
        people.people().add(new PersonName(name), name, List.of(Grant.everywhere(role)), Set.of());
    var secret = Secret.fresh("dtr_");
    var now = Instant.now();
    people
        .tokens()
        .make(person.id(), new TokenName("test"), role, secret, now, now.plusSeconds(3600));
    return secret.text();
  }

  private static HttpResponse<String> send(String token, String method, String path, String json)
      throws IOException {
    try {
      return HTTP.send(
          HttpRequest.newBuilder(URI.create(address + path))
              .method(method, BodyPublishers.ofString(json))
              .header("Content-Type", "application/json")
              .header("Authorization", "Bearer " + token)
              .build(),
          BodyHandlers.ofString());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HttpResponse<String> order(String token, String node) throws IOException {
    return send(token, "POST", "/api/proxmox/nodes/%s/vms".formatted(node), VM);
  }

  @Test
  void isForItsReservationUntilThatIsGivenBack() throws IOException {
    var start = Instant.now();
    var body =
        """
        {"title":"exam","private":true,"proxmox_node":"pve1","start_dt":"%s","end_dt":"%s"}
        """
            .formatted(start, start.plusSeconds(3600));
    var booked = send(ana, "POST", "/api/reservations/", body);
    assertThat(booked.statusCode()).as(booked.body()).isEqualTo(201);
    var path = booked.headers().firstValue("Location").orElseThrow();

    var refused = order(bob, "pve1");
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(409);
    assertThat(refused.body())
        .contains("node-reserved", "\"field\":\"node\"", "pve1 is reserved whole until ")
        .doesNotContain("exam", "ana");
    assertThat(order(bob, "pve2").statusCode()).isEqualTo(202);
    assertThat(order(ana, "pve1").statusCode()).isEqualTo(202);
    assertThat(order(olga, "pve1").statusCode()).isEqualTo(202);
    assertThat(send(olga, "GET", "/api/audit?who=olga", "").body())
        .containsPattern(
            "\"overruled\": *\\[\\{\"requester\": *\"ana\", *\"reservation\": *\\d+}]");

    assertThat(send(ana, "DELETE", path, "").statusCode()).isEqualTo(204);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(order(bob, "pve1").statusCode()).isEqualTo(202));
  }
}
