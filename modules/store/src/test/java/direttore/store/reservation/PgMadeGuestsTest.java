package direttore.store.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import direttore.domain.reservation.life.BellKind;
import direttore.domain.reservation.life.PartDecision;
import direttore.domain.reservation.life.PartState;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The guests that are there for a reservation. */
class PgMadeGuestsTest extends LivesOnPostgres {
  private long running() {
    var id = book(window(-10, 3600), margins(60), 1);
    ring();
    return id;
  }

  private void settle(long id, PartState state) {
    lives.settle(
        id, part(id).id(), part(id).round(), new PartDecision.Settle(state, GUEST, null, null));
  }

  @Test
  void aGuestIsItsReservationsFromWhenItIsThereUntilItIsGone() {
    var made = new PgMadeGuests(database);
    var id = running();
    assertThat(made.of(List.of(id))).isEmpty();

    settle(id, PartState.READY);
    assertThat(made.of(List.of(id))).containsExactly(entry(GUEST.vmid(), id));
    assertThat(made.of(List.of())).isEmpty();

    change(id, life -> life.rung(BellKind.END, NOW).rung(BellKind.DESTROY, NOW));
    settle(id, PartState.GONE);
    assertThat(made.of(List.of(id))).isEmpty();
  }
}
