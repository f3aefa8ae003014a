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

/** Quotas, pools, addresses and storages, from HTTP to PostgreSQL and the simulated cluster. */
final class LimitsOverHttpTest {
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
            "DATA_DIR", folder.resolve("data").toString());
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

  private static HttpResponse<String> book(String token, Instant start, String more)
      throws IOException {
    var body =
        """
        {"title":"lesson","start_dt":"%s","end_dt":"%s",%s}
        """
            .formatted(start, start.plusSeconds(3600), more);
    return send(token, "POST", "/api/reservations/", body);
  }

  private static String guests(int count) {
    return """
    "guests":[{"kind":"vm","name":"pc-{n}","count":%d,"node":"pve1",
               "request":{"cores":1,"memory":512,"disk":"4G","storage":"local-lvm"}}]
    """
        .formatted(count);
  }

  private static String path(HttpResponse<String> booked) {
    assertThat(booked.statusCode()).as(booked.body()).isEqualTo(201);
    return booked.headers().firstValue("Location").orElseThrow();
  }

  @Test
  void aQuotaIsDecidedWithTheBookingAndNeverAgain() throws IOException {
    var bound = "{\"guests\":2,\"cores\":null,\"memory\":null,\"disk\":null}";
    assertThat(send(olga, "POST", "/api/people/ana/quota", bound).statusCode()).isEqualTo(200);
    var start = Instant.now();
    var booked = path(book(ana, start, guests(2)));

    var refused = book(ana, start.plusSeconds(1800), guests(1));
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(409);
    assertThat(refused.body())
        .contains("\"kind\":\"person\"", "\"why\":\"capacity\"", "\"next_free\":[{")
        .contains("\"guests\":0");
    var order = send(ana, "POST", "/api/proxmox/nodes/pve1/vms", VM);
    assertThat(order.body()).contains("over-quota", "reservations have 2");
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(send(ana, "GET", booked, "").body()).contains("\"ready\":2,\"failed\":0"));
    assertThat(send(ana, "GET", "/api/me/quota", "").body())
        .contains("\"use\":{\"guests\":0", "\"booked\":{\"guests\":2");

    assertThat(send(ana, "DELETE", booked, "").statusCode()).isEqualTo(204);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(send(ana, "POST", "/api/proxmox/nodes/pve1/vms", VM).statusCode())
                .isEqualTo(202));
  }

  @Test
  void whoeverHoldsAPoolMakesNoMoreOnItsNodeThanTheyClaimed() throws IOException {
    var pool = "{\"name\":\"lab-a\",\"proxmox_node\":\"pve2\",\"max_vms\":3}";
    assertThat(send(olga, "POST", "/api/pools", pool).statusCode()).isEqualTo(201);
    path(book(bob, Instant.now(), "\"claims\":[{\"pool\":\"lab-a\",\"vms\":1}]"));

    var first = send(bob, "POST", "/api/proxmox/nodes/pve2/vms", VM);
    var second = send(bob, "POST", "/api/proxmox/nodes/pve2/vms", VM);

    assertThat(first.statusCode()).as(first.body()).isEqualTo(202);
    assertThat(second.statusCode()).as(second.body()).isEqualTo(409);
    assertThat(second.body()).contains("pool-full", "1 VM of pool lab-a on pve2 until ");
    assertThat(send(bob, "POST", "/api/proxmox/nodes/pve1/vms", VM).statusCode()).isEqualTo(202);
  }

  @Test
  void addressesAndRoomOnStoragesAreClaimed() throws IOException {
    var start = Instant.now().plusSeconds(86_400);
    path(book(ana, start, "\"claims\":[{\"addresses\":\"10.20.0.10-10.20.0.50\"}]"));

    var refused = book(bob, start, "\"claims\":[{\"addresses\":\"10.20.0.0/24\"}]");

    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(409);
    assertThat(refused.body())
        .contains("\"kind\":\"addresses\",\"name\":\"10.20.0.0/24\"", "\"requester\":\"ana\"")
        .contains("\"next_free\":[{");
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(send(ana, "GET", "/api/resources?kind=storage", "").body())
                .contains("\"name\":\"pve1/local-lvm\""));
    var much = "\"claims\":[{\"storage\":\"pve1/local-lvm\",\"disk\":%d}]";
    assertThat(book(ana, start, much.formatted(1L << 30)).statusCode()).isEqualTo(201);
    var beyond = book(ana, start, much.formatted(1L << 50));
    assertThat(beyond.body()).contains("\"why\":\"capacity\"", "\"cores\":null");
  }
}
