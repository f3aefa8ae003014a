package direttore.store.operation;

import direttore.domain.holding.HoldingEnd;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Operations.Superseded;
import direttore.store.Row;
import direttore.store.holding.OrderedHoldings;
import io.helidon.dbclient.DbExecute;
import io.helidon.dbclient.DbStatement;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Writes what has changed of an operation. */
final class OperationUpdate {
  private static final String UPDATE =
      """
      UPDATE operation
         SET state = :state, steps = :steps, waiting = :waiting,
             waiting_since = :since, waiting_until = :until, progress = :progress,
             log = :log, warnings = :warnings, failure = :failure, vmid = :vmid,
             node = :node, request = coalesce(CAST(:changed AS jsonb), request), end_events = :endEvents,
             finished_at = :finished
       WHERE id = :id AND attempt = :attempt AND state = 'running' AND
      """;

  /** In the same statement, and the fence stays so until commit. */
  private static final String IN_ITS_ROUND =
      """
       AND EXISTS (SELECT FROM operation_fence f
                    WHERE f.id = operation.group_id AND f.round = operation.group_round
                      FOR SHARE)
      """;

  private OperationUpdate() {}

  /** Throws {@link Superseded} when another worker took the operation up. */
  static void write(DbExecute execute, Operation o, Commit commit) {
    write(execute, o, UPDATE + commit.condition);
  }

  /** The same, only while the operation's fence is in the round that it was submitted in. */
  static void begin(DbExecute execute, Operation o) {
    write(execute, o, UPDATE + Commit.AWAITS_DISK.condition + IN_ITS_ROUND);
  }

  private static void write(DbExecute execute, Operation o, String update) {
    if (written(execute, o, update) == 0) {
      throw new Superseded(o.id());
    }
  }

  private static long written(DbExecute execute, Operation o, String update) {
    if (HoldingEnd.of(o) != HoldingEnd.MAKES) {
      return name(execute.createUpdate(update), o).execute();
    }
    return OrderedHoldings.name(
            name(execute.createGet(OrderedHoldings.made(update)), o), o.order().subject())
        .execute()
        .map(row -> new Row(row).number("ended"))
        .orElse(0L);
  }

  private static <S extends DbStatement<S>> S name(S statement, Operation o) {
    var failure = o.failure();
    statement
        .addParam("state", o.state().wire())
        .addParam("steps", StepForm.write(o.steps()))
        .addParam("log", OperationJson.LINES.write(o.log()))
        .addParam("warnings", OperationJson.LINES.write(o.warnings()))
        .addParam("endEvents", OperationRow.endEvents(o))
        .addParam("id", o.id())
        .addParam("attempt", o.attempt());
    FamilyRows.of(o.order()).writeChange(statement, o.order());
    nullable(statement, "waiting", o.waiting());
    nullable(statement, "since", timestamp(o.waitingSince()));
    nullable(statement, "until", timestamp(o.waitingUntil()));
    nullable(statement, "progress", o.progress());
    nullable(statement, "failure", failure == null ? null : OperationJson.FAILURE.write(failure));
    nullable(statement, "finished", timestamp(o.finished()));
    return statement;
  }

  static void nullable(DbStatement<?> statement, String name, @Nullable Object value) {
    statement.addParam(name, value);
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }
}
