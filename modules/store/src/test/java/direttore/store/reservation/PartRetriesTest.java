package direttore.store.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.domain.Refusal;
import direttore.domain.operation.Membership;
import direttore.domain.operation.Operation;
import direttore.domain.reservation.life.PartDecision;
import direttore.domain.reservation.life.PartRetries;
import direttore.domain.reservation.life.PartState;
import org.junit.jupiter.api.Test;

/** What somebody orders again by hand of a reservation's guest. */
class PartRetriesTest extends LivesOnPostgres {
  @Test
  void whatIsOrderedAgainIsTheRepairOfItsPart() {
    var id = book(window(-10, 3600), margins(60), 1);
    ring();
    var part = part(id);
    var first = submit(part, 1, 0);
    operations.cancel(first.id());
    var retries = new PartRetries(lives);
    assertThatExceptionOfType(Refusal.WrongState.class)
        .isThrownBy(() -> retries.place(operations.find(first.id()), "ada"))
        .withMessageContaining("pc-0 of reservation " + id);
    var why = new Operation.Failure("cancelled", "The operation was cancelled.");
    lives.settle(id, part.id(), 1, new PartDecision.Settle(PartState.FAILED, null, null, why));

    var place = retries.place(operations.find(first.id()), "ada");

    assertThat(place).isEqualTo(new Membership(part.id(), "2:0", 2));
    assertThat(part(id).state()).isEqualTo(PartState.MAKING);
    assertThat(part(id).round()).isEqualTo(2);
    assertThat(part(id).failure()).as("until it is ready").isEqualTo(why);
    submit(part(id), 2, 0);
    assertThat(lives.operations(id).get(part.id())).hasSize(2);
    assertThatExceptionOfType(Refusal.WrongState.class)
        .isThrownBy(() -> retries.place(operations.find(first.id()), "ada"));
  }

  @Test
  void whatIsTriedAgainSaysWhyTheLastTryFailed() {
    var id = book(window(-10, 3600), margins(60), 1);
    ring();
    var first = submit(part(id), 1, 0);
    assertThat(part(id).failure()).isNull();

    database
        .client()
        .execute()
        .dml(
            """
            UPDATE operation
               SET state = 'failed', started_at = created_at, finished_at = created_at,
                   failure = '{"type": "upstream", "message": "no room"}'
             WHERE id = '%s'
            """
                .formatted(first.id()));

    assertThat(part(id).failure()).isEqualTo(new Operation.Failure("upstream", "no room"));
    lives.settle(id, part(id).id(), 1, new PartDecision.Settle(PartState.READY, GUEST, null, null));
    assertThat(part(id).failure()).isNull();
  }
}
