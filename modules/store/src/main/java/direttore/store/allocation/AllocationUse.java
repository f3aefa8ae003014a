package direttore.store.allocation;

import direttore.domain.Refusal;
import direttore.domain.allocation.AllocationUses;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.holding.HoldingEnd;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Submission;
import direttore.store.Row;
import io.helidon.dbclient.DbExecute;

/** What orders of guests change of allocations, each in the transaction that writes them. */
public final class AllocationUse {
  private AllocationUse() {}

  /**
   * With the row of a new operation: the addresses that are held for its guest are for that one.
   * Refuses with {@code Impossible} what is not held, or for somebody else or another guest.
   */
  public static void ordered(DbExecute execute, Operation operation, Submission submission) {
    if (operation.order() instanceof GuestOrder order
        && order.action() instanceof GuestAction.Creation making) {
      var uses = new AllocationUses(making);
      for (var use : uses.all()) {
        bind(execute, operation, order, submission, use);
      }
    }
  }

  private static void bind(
      DbExecute execute,
      Operation operation,
      GuestOrder order,
      Submission submission,
      AllocationUses.Use use) {
    var actor = submission.by().actor();
    var address =
        execute
            .createQuery(
                """
                UPDATE allocation a
                   SET cluster = :cluster, seen = :seen, guest = :guest, nic = :nic,
                       operation = :operation, makers = a.makers || CAST(:maker AS uuid),
                       looked_at = '-infinity'
                 WHERE a.id = :id AND a.state = 'held'
                   AND (a.guest IS NULL AND (CAST(:all AS boolean)
                          OR coalesce(a.person = CAST(:person AS uuid), a.requester = :requester))
                        OR CAST(:repeats AS uuid) = ANY (a.makers))
                RETURNING host(a.host) AS host
                """)
            .addParam("cluster", order.cluster().value())
            .addParam("seen", order.guest().path())
            .addParam("guest", order.subject().key())
            .addParam("nic", use.nic())
            .addParam("operation", operation.id())
            .addParam("maker", operation.id())
            .addParam("id", use.allocation())
            .addParam("all", actor.changesAll())
            .addParam("person", actor.person().orElse(null))
            .addParam("requester", submission.by().name())
            .addParam("repeats", operation.retryOf())
            .execute()
            .map(row -> new Row(row).text("host"))
            .toList();
    if (address.isEmpty()) {
      throw new Refusal.Impossible(
          use.field(),
          "%s is no address that is held for you: it may have been given back"
              .formatted(use.allocation()));
    }
    use.refuseAnother(address.getFirst());
  }

  /** With an operation that makes its guest under another VMID than it was to have. */
  public static void renumbered(DbExecute execute, Operation after) {
    execute
        .createUpdate(
            "UPDATE allocation SET seen = :seen, guest = :guest WHERE operation = :operation")
        .addParam("seen", GuestOrder.guest(after).path())
        .addParam("guest", after.order().subject().key())
        .addParam("operation", after.id())
        .execute();
  }

  /** With the end of an operation that made or deleted nothing, or deleted a guest. */
  public static void ended(DbExecute execute, Operation operation, HoldingEnd end) {
    switch (end) {
      case RELEASES -> deleted(execute, operation);
      case GIVES_BACK -> notBegun(execute, operation);
      case KEEPS, MAKES -> {
        // Its guest is there, or may be.
      }
    }
  }

  private static void deleted(DbExecute execute, Operation deletion) {
    execute
        .createUpdate(
            """
            UPDATE allocation SET state = 'releasing', tries = 0, looked_at = '-infinity'
             WHERE state IN ('taking', 'held', 'used') AND guest = :guest
            """)
        .addParam("guest", deletion.order().subject().key())
        .execute();
  }

  private static void notBegun(DbExecute execute, Operation operation) {
    execute
        .createUpdate(
            """
            UPDATE allocation SET state = 'releasing', tries = 0, looked_at = '-infinity'
             WHERE state IN ('taking', 'held', 'used') AND operation = :operation
            """)
        .addParam("operation", operation.id())
        .execute();
  }
}
