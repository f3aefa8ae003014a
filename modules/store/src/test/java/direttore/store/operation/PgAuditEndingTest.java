package direttore.store.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import direttore.domain.access.Actor;
import direttore.domain.access.Audit;
import direttore.domain.access.AuditEntry;
import direttore.domain.access.AuditEntry.Outcome;
import direttore.domain.guest.PowerAction;
import direttore.domain.guest.SnapshotName;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.operation.Operation;
import direttore.store.access.PgAudit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How operations end, as the audit tells it. */
class PgAuditEndingTest extends PgOperationsFixture {
  private static final Audit.Filter ALL = new Audit.Filter(null, null, null, null, null, null);
  private static final String WHY = "The storage is full.";

  private static List<GuestAction> everyKind() {
    var name = new SnapshotName("before");
    return Stream.concat(
            Stream.of(PowerAction.values()).map(action -> new GuestAction.Power(action, 0, false)),
            Stream.of(
                container(),
                new GuestAction.Delete(false),
                new GuestAction.TakeSnapshot(name, "", false),
                new GuestAction.RollBack(name, false),
                new GuestAction.DeleteSnapshot(name)))
        .toList();
  }

  private PgAudit audit() {
    return new PgAudit(database);
  }

  private void write(String action, @Nullable UUID operation, Outcome outcome) {
    audit()
        .write(
            new AuditEntry(
                0,
                NOON,
                "ada",
                Actor.Via.SESSION,
                "192.0.2.7",
                action,
                "guest/1042",
                null,
                null,
                "req-1",
                outcome,
                "",
                operation,
                null));
  }

  private Operation ordered(GuestAction order, int vmid) {
    var operation = operations.add(submission(order, vmid)).operation();
    write("guest." + order.kind(), operation.id(), Outcome.ACCEPTED);
    return operation;
  }

  private void end(Operation operation, UnaryOperator<Operation> ending) {
    operations.record(ending.apply(operations.claim(operation.id(), 1).orElseThrow()));
  }

  private AuditEntry latest() {
    return audit().page(ALL, Long.MAX_VALUE, 1).getFirst();
  }

  private int count(Outcome outcome) {
    var all = new ArrayList<AuditEntry>();
    audit().each(new Audit.Filter(null, null, null, outcome, null, null), all::add);
    return all.size();
  }

  @Test
  void theEntryOfEveryKindOfOrderTellsHowItsOperationEnded() {
    var vmid = 1000;
    for (var order : everyKind()) {
      var under = ordered(order, vmid++);
      assertThat(latest().outcome()).as(order.kind()).isEqualTo(Outcome.ACCEPTED);
      assertThat(latest().ended()).isNull();

      end(under, o -> o.succeeded(NOON));
      assertThat(latest().outcome()).as(order.kind()).isEqualTo(Outcome.DONE);
      assertThat(latest().ended()).isEqualTo(NOON);
      assertThat(latest().operation()).isEqualTo(under.id());

      end(ordered(order, vmid++), o -> o.failed(new Operation.Failure("task-failed", WHY), NOON));
      assertThat(latest().outcome()).as(order.kind()).isEqualTo(Outcome.FAILED);
      assertThat(latest().detail()).isEqualTo(WHY);

      operations.cancel(ordered(order, vmid++).id());
      assertThat(latest().outcome()).as(order.kind()).isEqualTo(Outcome.CANCELLED);
    }
    var kinds = everyKind().size();
    assertThat(count(Outcome.DONE)).isEqualTo(kinds);
    assertThat(count(Outcome.FAILED)).isEqualTo(kinds);
    assertThat(count(Outcome.CANCELLED)).isEqualTo(kinds);
    assertThat(count(Outcome.ACCEPTED)).isZero();
  }

  @Test
  void aCancelIsDoneOnlyWhenItWasInTime() {
    var late = ordered(start(), 1001);
    write("operation.cancel", late.id(), Outcome.ACCEPTED);
    end(late, o -> o.succeeded(NOON));

    assertThat(latest().outcome()).isEqualTo(Outcome.FAILED);
    assertThat(latest().detail())
        .isEqualTo("The operation succeeded before it could be cancelled.");

    var early = ordered(start(), 1002);
    write("operation.cancel", early.id(), Outcome.ACCEPTED);
    operations.cancel(early.id());

    assertThat(latest().outcome()).isEqualTo(Outcome.DONE);
    assertThat(latest().detail()).isEmpty();
  }

  @Test
  void theEntryOutlivesTheOperation() {
    var operation = ordered(start(), 1001);
    end(operation, o -> o.succeeded(NOON));
    database.client().execute().dml("DELETE FROM operation");

    assertThat(latest().outcome()).isEqualTo(Outcome.DONE);
  }

  @Test
  void anOldEntryDoesNotClaimThatAnOrderWasCarriedOut() {
    write("guest.start", null, Outcome.DONE);
    assertThat(latest().outcome()).isEqualTo(Outcome.ACCEPTED);

    write("guest.hand-over", null, Outcome.DONE);
    assertThat(latest().outcome()).isEqualTo(Outcome.DONE);
  }

  @Test
  void howItEndedIsWrittenOnce() {
    end(ordered(start(), 1001), o -> o.succeeded(NOON));

    assertThatThrownBy(
            () -> database.client().execute().dml("UPDATE audit_ending SET outcome = 'failed'"))
        .rootCause()
        .hasMessageContaining("written once");
  }

  @Test
  void whatStrangersSendCannotGrowTheAuditPastItsIndexes() {
    write("guest." + "\n2026-01-01 forged ".repeat(5000), null, Outcome.REFUSED);

    assertThat(latest().action()).hasSizeLessThanOrEqualTo(100).doesNotContain("\n");
  }
}
