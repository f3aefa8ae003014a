package direttore.simulator.pve;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.simulator.clock.TaskClock;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class PveControlTest {
  private static TestLab lab;

  @BeforeAll
  static void start() {
    var clock = TaskClock.manual(Instant.parse("2026-11-23T08:00:00Z"));
    lab = new TestLab(PveOptions.forTests().withClock(clock));
  }

  @AfterAll
  static void stop() {
    lab.close();
  }

  @Test
  void switchesAFaultOnForAnotherProcess() {
    var order = "{\"kind\":\"status\",\"path\":\"/version\",\"status\":500,\"reason\":\"oops\"}";

    assertThat(post("/simulator/faults", order)).isEqualTo(200);

    assertThat(lab.get("/version").message()).isEqualTo("oops");
    assertThat(lab.get("/version").status()).isEqualTo(200);
  }

  @Test
  void saysWhatIsWrongWithAnOrder() {
    assertThat(post("/simulator/faults", "{\"kind\":\"earthquake\"}")).isEqualTo(400);
    assertThat(post("/simulator/faults", "{}")).isEqualTo(400);
    assertThat(post("/simulator/faults", "{broken")).isEqualTo(400);
  }

  @Test
  void movesTheClock() {
    var before = lab.simulator().clock().now();

    assertThat(post("/simulator/clock", "{\"advance\":90}")).isEqualTo(200);

    assertThat(lab.simulator().clock().now()).isEqualTo(before.plusSeconds(90));
  }

  @Test
  void tellsWhatWasAsked() {
    lab.get("/version");

    var answer = lab.send(lab.request("/simulator/requests").build());

    assertThat(answer.body()).contains("\"total\":").contains("\"/version\"");
  }

  @Test
  void answersNobodyElse() {
    var stranger = HttpRequest.newBuilder(URI.create(lab.simulator().url() + "/simulator/faults"));

    assertThat(lab.send(stranger.DELETE().build()).statusCode()).isEqualTo(401);
  }

  private static int post(String path, String document) {
    return lab.send(
            lab.request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(document))
                .build())
        .statusCode();
  }
}
