package direttore.store.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.reservation.Resources.Use;
import direttore.domain.reservation.life.BellKind;
import direttore.domain.reservation.life.PartDecision;
import direttore.domain.reservation.life.PartState;
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
    assertThat(made.at(now)).isEmpty();

    settle(id, PartState.READY);
    assertThat(made.at(now)).containsOnlyKeys(GUEST.vmid());
    assertThat(made.at(now).get(GUEST.vmid()))
        .extracting(use -> use.by().reservation(), Use::during, Use::share)
        .containsExactly(id, margins(60).around(window(-10, 3600)), null);
    assertThat(made.at(now.plusSeconds(4000))).isEmpty();

    change(id, life -> life.rung(BellKind.END, now).rung(BellKind.DESTROY, now));
    settle(id, PartState.GONE);
    assertThat(made.at(now)).isEmpty();
  }
}
