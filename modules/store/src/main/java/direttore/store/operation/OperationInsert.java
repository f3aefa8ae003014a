package direttore.store.operation;

import direttore.domain.Refusal;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.GuestSize;
import direttore.domain.guest.VmId;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Order;
import direttore.domain.operation.Submission;
import direttore.domain.operation.Submitter;
import direttore.domain.operation.Terms;
import direttore.domain.operation.VmidChoice;
import direttore.store.GuestLock;
import direttore.store.Row;
import io.helidon.dbclient.DbExecute;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Makes the row of a new operation. */
final class OperationInsert {
  private final Safe safe;
  private final Clock clock;
  private final Supplier<UUID> ids;

  OperationInsert(Safe safe, Clock clock, Supplier<UUID> ids) {
    this.safe = safe;
    this.clock = clock;
    this.ids = ids;
  }

  /** The operation that the submitter's key made before; refuses if it was another request. */
  Optional<Operation> repeated(DbExecute execute, Submitter by) {
    var key = by.key();
    if (key == null) {
      return Optional.empty();
    }
    var found =
        execute
            .createGet(
                "SELECT request_mac, "
                    + OperationRow.COLUMNS
                    + " FROM operation WHERE requested_by = :by AND idempotency_key = :key")
            .addParam("by", by.name())
            .addParam("key", key)
            .execute();
    return found.map(row -> {
      if (!Arrays.equals(new Row(row).bytes("request_mac"), safe.recognise(by.request()))) {
        throw new Refusal.KeyReused(key);
      }
      return OperationRow.read(row);
    });
  }

  /** Stores the submission, with its VMID chosen under a lock when it is ours to choose. */
  Operation insert(DbExecute execute, Submission submission) {
    var vmid =
        switch (submission.vmid()) {
          case VmidChoice.Given given -> given.vmid();
          case VmidChoice.Free free -> free(execute, free);
        };
    // Nobody hands the guest over meanwhile.
    GuestLock.hold(execute, vmid);
    var operation =
        Operation.queued(
                ids.get(),
                submission.order(),
                new GuestRef(submission.guestKind(), submission.node(), vmid),
                submission.vmid() instanceof VmidChoice.Free,
                submission.by().name(),
                now())
            .submitted(submission);
    insertRow(execute, operation, submission);
    if (!submission.secrets().none()) {
      insertSecrets(execute, operation.id(), OperationJson.SECRETS.write(submission.secrets()));
    }
    return operation;
  }

  /** The lowest VMID of the choice that no active operation has; holds the lock until commit. */
  VmId free(DbExecute execute, VmidChoice.Free choice) {
    // Two choosers at once would choose the same.
    execute.get("SELECT pg_advisory_xact_lock(17483)");
    return FreeVmid.lowest(execute, choice)
        .orElseThrow(() ->
            new Refusal.VmidInUse(
                "no VMID from %s to %s is free"
                    .formatted(choice.range().first(), choice.range().last())));
  }

  private void insertRow(DbExecute execute, Operation o, Submission submission) {
    var by = submission.by();
    var team = submission.team();
    var size = o.order() instanceof Order.Creation making ? making.size() : GuestSize.UNKNOWN;
    var statement =
        execute
            .createInsert(
                """
                INSERT INTO operation
                  (id, kind, guest_kind, node, vmid, vmid_chosen, request, state, steps, log,
                   warnings, requested_by, idempotency_key, request_mac, retry_of,
                   secret_names, terms, person, team, cores, memory, disk, created_at)
                VALUES
                  (:id, :kind, :guestKind, :node, :vmid, :chosen, :request, :state, :steps, :log,
                   :warnings, :by, :key, :mac, :retryOf, :secretNames, :terms, :person, :team,
                   :cores, :memory, :disk, :created)
                """)
            .addParam("id", o.id())
            .addParam("kind", o.order().kind())
            .addParam("guestKind", o.guestKind().wire())
            .addParam("node", o.node().value())
            .addParam("vmid", o.vmid().value())
            .addParam("chosen", o.vmidChosen())
            .addParam("request", OperationJson.ORDER.write(o.order()))
            .addParam("state", o.state().wire())
            .addParam("steps", OperationJson.STEPS.write(o.steps()))
            .addParam("log", OperationJson.LINES.write(o.log()))
            .addParam("warnings", OperationJson.LINES.write(o.warnings()))
            .addParam("by", by.name())
            .addParam("cores", size.cores())
            .addParam("memory", size.memory())
            .addParam("disk", size.disk())
            .addParam("secretNames", OperationJson.LINES.write(o.secretNames()))
            .addParam("created", Timestamp.from(o.created()));
    PgOperations.nullable(
        statement,
        "terms",
        o.terms().equals(Terms.USUAL) ? null : OperationJson.TERMS.write(o.terms()));
    PgOperations.nullable(statement, "person", by.actor().person().orElse(null));
    PgOperations.nullable(statement, "team", team == null ? null : team.value());
    PgOperations.nullable(statement, "key", by.key());
    PgOperations.nullable(statement, "retryOf", o.retryOf());
    PgOperations.nullable(statement, "mac", by.key() == null ? null : safe.recognise(by.request()));
    statement.execute();
  }

  private void insertSecrets(DbExecute execute, UUID operation, String secrets) {
    execute
        .createInsert("INSERT INTO operation_secret (operation, sealed) VALUES (:id, :sealed)")
        .addParam("id", operation)
        .addParam("sealed", safe.seal(operation, secrets))
        .execute();
  }

  private Instant now() {
    // What PostgreSQL keeps, so that the operation reads back as it was written.
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
