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

/** A node that somebody has to themselves, from HTTP to the claims in PostgreSQL. */
final class ReservedNodeOverHttpTest {
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

  private static HttpResponse<String> order(String name, String node) throws IOException {
    return program.send(name, "POST", "/api/proxmox/nodes/%s/vms".formatted(node), VM);
  }

  @Test
  void isForItsReservationUntilThatIsGivenBack() throws IOException {
    var start = Instant.now();
    var body =
        """
        {"title":"exam","private":true,"proxmox_node":"pve1","start_dt":"%s","end_dt":"%s"}
        """
            .formatted(start, start.plusSeconds(3600));
    var booked = program.send("ana", "POST", "/api/reservations/", body);
    assertThat(booked.statusCode()).as(booked.body()).isEqualTo(201);
    var path = booked.headers().firstValue("Location").orElseThrow();

    var refused = order("bob", "pve1");
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(409);
    assertThat(refused.body())
        .contains("node-reserved", "\"field\":\"node\"", "pve1 is reserved whole until ")
        .doesNotContain("exam", "ana");
    assertThat(order("bob", "pve2").statusCode()).isEqualTo(202);
    assertThat(order("ana", "pve1").statusCode()).isEqualTo(202);
    assertThat(order("olga", "pve1").statusCode()).isEqualTo(202);
    assertThat(program.send("olga", "GET", "/api/audit?who=olga", "").body())
        .containsPattern(
            "\"overruled\": *\\[\\{\"requester\": *\"ana\", *\"reservation\": *\\d+}]");

    assertThat(program.send("ana", "DELETE", path, "").statusCode()).isEqualTo(204);
    await()
        .atMost(ServedProgram.PATIENCE)
        .untilAsserted(() -> assertThat(order("bob", "pve1").statusCode()).isEqualTo(202));
  }
}
