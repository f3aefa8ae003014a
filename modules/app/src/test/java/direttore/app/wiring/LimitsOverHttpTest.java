package direttore.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import direttore.domain.access.Role;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Quotas, pools, addresses and storages, from HTTP to PostgreSQL and the simulated cluster. */
final class LimitsOverHttpTest {
  private static final String VM =
      """
      {"name":"pc","cores":1,"memory":512,"disk":"4G","storage":"local-lvm"}
      """;

  @TempDir static Path folder;
  private static ServedProgram program;

  @BeforeAll
  static void start() {
    program =
        ServedProgram.of(folder, Map.of("ana", Role.USER, "bob", Role.USER, "olga", Role.ADMIN));
  }

  @AfterAll
  static void stop() {
    program.close();
  }

  private static HttpResponse<String> book(String name, Instant start, String more)
      throws IOException {
    var body =
        """
        {"title":"lesson","start_dt":"%s","end_dt":"%s",%s}
        """
            .formatted(start, start.plusSeconds(3600), more);
    return program.send(name, "POST", "/api/reservations/", body);
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
    assertThat(program.send("olga", "POST", "/api/people/ana/quota", bound).statusCode())
        .isEqualTo(200);
    var start = Instant.now();
    var booked = path(book("ana", start, guests(2)));

    var refused = book("ana", start.plusSeconds(1800), guests(1));
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(409);
    assertThat(refused.body())
        .contains("\"kind\":\"person\"", "\"why\":\"capacity\"", "\"next_free\":[{")
        .contains("\"guests\":0");
    var order = program.send("ana", "POST", "/api/proxmox/nodes/pve1/vms", VM);
    assertThat(order.body()).contains("over-quota", "reservations have 2");
    await()
        .atMost(ServedProgram.PATIENCE)
        .untilAsserted(() ->
            assertThat(program.send("ana", "GET", booked, "").body())
                .contains("\"ready\":2,\"failed\":0"));
    assertThat(program.send("ana", "GET", "/api/me/quota", "").body())
        .contains("\"use\":{\"guests\":0", "\"booked\":{\"guests\":2");

    assertThat(program.send("ana", "DELETE", booked, "").statusCode()).isEqualTo(204);
    await()
        .atMost(ServedProgram.PATIENCE)
        .untilAsserted(() ->
            assertThat(program.send("ana", "POST", "/api/proxmox/nodes/pve1/vms", VM).statusCode())
                .isEqualTo(202));
  }

  @Test
  void whoeverHoldsAPoolMakesNoMoreOnItsNodeThanTheyClaimed() throws IOException {
    var pool = "{\"name\":\"lab-a\",\"proxmox_node\":\"pve2\",\"max_vms\":3}";
    assertThat(program.send("olga", "POST", "/api/pools", pool).statusCode()).isEqualTo(201);
    path(book("bob", Instant.now(), "\"claims\":[{\"pool\":\"lab-a\",\"vms\":1}]"));

    var first = program.send("bob", "POST", "/api/proxmox/nodes/pve2/vms", VM);
    var second = program.send("bob", "POST", "/api/proxmox/nodes/pve2/vms", VM);

    assertThat(first.statusCode()).as(first.body()).isEqualTo(202);
    assertThat(second.statusCode()).as(second.body()).isEqualTo(409);
    assertThat(second.body()).contains("pool-full", "1 VM of pool lab-a on pve2 until ");
    assertThat(program.send("bob", "POST", "/api/proxmox/nodes/pve1/vms", VM).statusCode())
        .isEqualTo(202);
  }

  @Test
  void addressesAndRoomOnStoragesAreClaimed() throws IOException {
    var start = Instant.now().plusSeconds(86_400);
    path(book("ana", start, "\"claims\":[{\"addresses\":\"10.99.0.10-10.99.0.50\"}]"));

    var refused = book("bob", start, "\"claims\":[{\"addresses\":\"10.99.0.0/24\"}]");

    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(409);
    assertThat(refused.body())
        .contains("\"kind\":\"addresses\",\"name\":\"10.99.0.0/24\"", "\"requester\":\"ana\"")
        .contains("\"next_free\":[{");
    await()
        .atMost(ServedProgram.PATIENCE)
        .untilAsserted(() ->
            assertThat(program.send("ana", "GET", "/api/resources?kind=storage", "").body())
                .contains("\"name\":\"pve1/local-lvm\""));
    var large = guests(2).replace("\"4G\"", "\"500G\"");
    assertThat(book("olga", start, large).body())
        .contains("\"kind\":\"storage\",\"name\":\"pve1/local-lvm\"");
    var much = "\"claims\":[{\"storage\":\"pve1/local-lvm\",\"disk\":%d}]";
    assertThat(book("ana", start, much.formatted(1L << 30)).statusCode()).isEqualTo(201);
    var beyond = book("ana", start, much.formatted(1L << 50));
    assertThat(beyond.body()).contains("\"why\":\"capacity\"", "\"cores\":null");
  }
}
