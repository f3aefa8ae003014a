package direttore.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.reservation.AtEnd;
import direttore.domain.reservation.Margins;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.Status;
import direttore.domain.reservation.Window;
import direttore.domain.reservation.life.PartState;
import direttore.testkit.Limit;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What reservations bring into being is there in time, and gone after its end. */
class ReservationTest {
  private static final Duration PATIENCE = Limit.NEVER;
  private static final Margins MARGINS =
      new Margins(Duration.ofSeconds(4), Duration.ofSeconds(2), Duration.ZERO);

  @Test
  void aGuestIsMadeBeforeTheStartAndDeletedAfterTheEnd(@TempDir Path folder) {
    try (var lab = WorkerLab.open(folder);
        var _ = lab.startWorker()) {
      var reservations = new ReservationLab(lab);
      Awaitility.await().atMost(PATIENCE).until(() -> !lab.livingWorkers().isEmpty());
      var start = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(5);
      var id =
          reservations.book(new Window(start, start.plusSeconds(600)), MARGINS, AtEnd.DESTROY, 1);

      var ready =
          reservations.await(id, life -> life.parts().getFirst().state() == PartState.READY);
      var guest = Objects.requireNonNull(ready.parts().getFirst().guest());
      var vmid = guest.vmid().value();
      assertThat(lab.pve().guests("pve1", vmid).getFirst().path("status").asText())
          .isEqualTo("running");
      var running = reservations.await(id, life -> life.phase() != Phase.PREPARING);
      assertThat(running.status()).isEqualTo(Status.ACTIVE);
      var end = reservations.endSoon(id);

      var over = reservations.await(id, life -> life.phase() == Phase.RETURNED);

      assertThat(over.status()).isEqualTo(Status.COMPLETED);
      assertThat(over.parts().getFirst().state()).isEqualTo(PartState.GONE);
      assertThat(Instant.now()).isAfterOrEqualTo(end.plus(MARGINS.grace()));
      assertThat(lab.pve().guests("pve1", vmid)).isEmpty();
      assertThat(lab.pve().volumes("pve1", vmid)).isEmpty();
      assertThat(lab.wellEnded("vzcreate", vmid)).isEqualTo(1);
      assertThat(lab.wellEnded("vzdestroy", vmid)).isEqualTo(1);
    }
  }
}
