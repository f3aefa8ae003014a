package direttore.store.record;

import direttore.domain.guestorder.GuestOrder;
import direttore.domain.holding.HoldingEnd;
import direttore.domain.operation.Operation;
import io.helidon.dbclient.DbExecute;
import java.sql.Timestamp;
import java.time.Instant;

/** What orders of guests change of records, each in the transaction that writes its end. */
public final class RecordedGuests {
  private RecordedGuests() {}

  /** With the end of an operation that made a guest, or deleted one. */
  public static void ended(DbExecute execute, Operation operation, HoldingEnd end, Instant now) {
    switch (end) {
      case MAKES -> {
        gone(execute, operation);
        made(execute, operation, now);
      }
      case RELEASES -> gone(execute, operation);
      case GIVES_BACK, KEEPS -> {
        // Nothing was made, or not for certain.
      }
    }
  }

  private static void made(DbExecute execute, Operation operation, Instant now) {
    var guest = GuestOrder.guest(operation);
    execute
        .createInsert(
            """
            INSERT INTO guest_record
              (id, cluster, seen, guest, state, requester, created_at, changed_at)
            VALUES (:id, :cluster, :seen, :guest, 'recording', :requester, :now, :now)
            ON CONFLICT (id) DO NOTHING
            """)
        .addParam("id", operation.id())
        .addParam("cluster", guest.cluster().value())
        .addParam("seen", guest.path())
        .addParam("guest", operation.order().subject().key())
        .addParam("requester", operation.requestedBy())
        .addParam("now", Timestamp.from(now))
        .execute();
  }

  /** Of what had the VMID before. What nobody ever looked at was never written anywhere. */
  private static void gone(DbExecute execute, Operation operation) {
    var guest = operation.order().subject().key();
    execute
        .createDelete(
            """
            DELETE FROM guest_record
             WHERE guest = :guest AND id <> :operation
               AND (state = 'theirs' OR state = 'recording' AND wanted IS NULL)
            """)
        .addParam("guest", guest)
        .addParam("operation", operation.id())
        .execute();
    execute
        .createUpdate(
            """
            UPDATE guest_record SET state = 'removing', tries = 0, looked_at = '-infinity'
             WHERE guest = :guest AND state IN ('recording', 'recorded') AND id <> :operation
            """)
        .addParam("guest", guest)
        .addParam("operation", operation.id())
        .execute();
  }
}
