package direttore.api.health;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.api.TestApi;
import direttore.domain.agenda.Duty;
import direttore.domain.agenda.DutyRun;
import direttore.domain.agenda.DutyState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HealthRoutesTest {
  private final TestApi api = new TestApi();

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void livesWhateverIsWrong() {
    api.database = () -> Optional.of("refuses connections");

    assertThat(api.client().get("/health/live").status()).isEqualTo(200);
  }

  @Test
  void isReadyWhenEachPartIs() {
    assertThat(api.client().get("/health/ready").json().get("status").asText()).isEqualTo("up");
  }

  @Test
  void saysWhichPartIsDownAndWhy() {
    api.database = () -> Optional.of("refuses connections");

    var answer = api.client().get("/health/ready");

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.json().at("/parts/0/name").asText()).isEqualTo("database");
    assertThat(answer.json().at("/parts/0/detail").asText()).isEqualTo("refuses connections");
  }

  @Test
  void servesWithWhatIsFlawedAndSaysSo() {
    api.cluster.trouble = "The Proxmox account sees no guests.";

    var answer = api.client().get("/health/ready");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().get("status").asText()).isEqualTo("degraded");
    assertThat(answer.json().at("/parts/1/status").asText()).isEqualTo("degraded");
    assertThat(answer.json().at("/parts/1/detail").asText())
        .isEqualTo("The Proxmox account sees no guests.");
  }

  @Test
  void doesNotHangWithAPart() {
    var never = new CountDownLatch(1);
    api.database =
        () -> {
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return Optional.empty();
        };

    assertThat(api.client().get("/health/ready").json().at("/parts/0/detail").asText())
        .isEqualTo("does not answer");
  }

  @Test
  void takesAFailingCheckForAPartThatIsDown() {
    api.database =
        () -> {
          throw new IllegalStateException("secret host name");
        };

    var answer = api.client().get("/health/ready");

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.body()).doesNotContain("secret");
  }

  @Test
  void showsOperatorsWhatIsDonePeriodically() {
    var began = Instant.parse("2026-03-01T08:00:00Z");
    api.duties =
        List.of(
            DutyState.fresh("old-operations", Duty.Scope.LAB, began.plusSeconds(300)),
            DutyState.fresh("owners", Duty.Scope.LAB, began)
                .done(
                    new DutyRun(
                        began, began.plusSeconds(1), "Proxmox is away", began.plusSeconds(9))));

    var answer = api.client().get("/api/health");

    assertThat(answer.json().at("/parts/0/name").asText()).isEqualTo("database");
    assertThat(answer.json().at("/duties/0/status").asText()).isEqualTo("waiting");
    assertThat(answer.json().at("/duties/0/last_run").isNull()).isTrue();
    assertThat(answer.json().at("/duties/1/status").asText()).isEqualTo("troubled");
    assertThat(answer.json().at("/duties/1/trouble").asText()).isEqualTo("Proxmox is away");
    assertThat(answer.json().at("/duties/1/last_run").asText()).isEqualTo("2026-03-01T08:00:00Z");
    assertThat(answer.json().at("/duties/1/next_run").asText()).isEqualTo("2026-03-01T08:00:09Z");
  }

  @Test
  void showsOperatorsAllWhereSomethingIsDown() {
    api.database = () -> Optional.of("refuses connections");

    var answer = api.client().get("/api/health");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().get("status").asText()).isEqualTo("down");
  }

  @Test
  void showsEverybodyElseNoDuties() {
    api.duties =
        List.of(DutyState.fresh("owners", Duty.Scope.LAB, Instant.parse("2026-03-01T08:00:00Z")));

    assertThat(api.client().get("/health/ready").body()).doesNotContain("owners", "next_run");
    try (var guarded = TestApi.guarded()) {
      assertThat(guarded.client().get("/api/health").status()).isEqualTo(401);
    }
  }
}
