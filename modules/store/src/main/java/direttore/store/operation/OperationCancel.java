package direttore.store.operation;

import direttore.domain.holding.HoldingEnd;
import direttore.domain.operation.Operation;
import direttore.store.allocation.AllocationUse;
import direttore.store.holding.OrderedHoldings;
import direttore.store.record.RecordedGuests;
import io.helidon.dbclient.DbExecute;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Cancels operations that are active, at once where nobody has them in hand. */
final class OperationCancel {
  private OperationCancel() {}

  /** All within a fence. */
  static void within(DbExecute execute, UUID fence, Instant now) {
    var cancelled = cancel(execute, "group_id", fence, now);
    OrderedHoldings.lockOwners(execute, fence);
    cancelled.forEach(o -> ended(execute, o, now));
  }

  /** One; empty where it has ended already. */
  static Optional<Operation> one(DbExecute execute, UUID id, Instant now) {
    var cancelled = cancel(execute, "id", id, now).stream().findFirst();
    cancelled.ifPresent(o -> ended(execute, o, now));
    return cancelled;
  }

  private static void ended(DbExecute execute, Operation operation, Instant now) {
    var end = HoldingEnd.of(operation);
    OrderedHoldings.ended(execute, operation, end);
    AllocationUse.ended(execute, operation, end);
    RecordedGuests.ended(execute, operation, end, now);
  }

  private static List<Operation> cancel(DbExecute execute, String column, UUID of, Instant now) {
    return execute
        .createQuery(
            """
            UPDATE operation
               SET cancel_requested = true,
                   state = CASE WHEN in_no_hands(operation) THEN 'cancelled' ELSE state END,
                   finished_at =
                     CASE WHEN in_no_hands(operation) THEN CAST(:now AS timestamptz) END
             WHERE %s = :of AND state IN ('queued', 'running')
            RETURNING %s
            """
                .formatted(column, OperationRow.COLUMNS))
        .addParam("now", Timestamp.from(now))
        .addParam("of", of)
        .execute()
        .map(OperationRow::read)
        .toList();
  }
}
