package direttore.store.operation;

import direttore.domain.Refusal;
import direttore.domain.access.TeamName;
import direttore.domain.guest.VmId;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.guestorder.VmidChoice;
import direttore.domain.node.ClusterName;
import direttore.domain.operation.Membership;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Operations;
import direttore.domain.operation.Order;
import direttore.domain.operation.Subject;
import direttore.domain.operation.Submission;
import direttore.domain.operation.Submitter;
import direttore.store.Row;
import direttore.store.allocation.AllocationUse;
import direttore.store.holding.HoldingKey;
import direttore.store.holding.OrderedHoldings;
import io.helidon.dbclient.DbExecute;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes the row of a new operation. */
final class OperationInsert {
  private final Safe safe;
  private final Secrets secrets;
  private final Clock clock;
  private final Supplier<UUID> ids;

  OperationInsert(Safe safe, Clock clock, Supplier<UUID> ids) {
    this.safe = safe;
    this.secrets = new Secrets(safe);
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

  /** The operation that does the same part of its group already. */
  Optional<Operation> submitted(DbExecute execute, @Nullable Membership part) {
    return part == null
        ? Optional.empty()
        : execute
            .createGet(
                "SELECT "
                    + OperationRow.COLUMNS
                    + " FROM operation WHERE group_id = :group AND group_key = :key")
            .addParam("group", part.group())
            .addParam("key", part.key())
            .execute()
            .map(OperationRow::read);
  }

  /** Its group stays in its round until commit. */
  private static void requireRound(DbExecute execute, Membership part) {
    var same =
        execute
            .createGet(
                """
                SELECT true AS same FROM operation_fence
                 WHERE id = :group AND round = :round AND NOT closed
                   FOR SHARE
                """)
            .addParam("group", part.group())
            .addParam("round", part.round())
            .execute();
    if (same.isEmpty()) {
      throw new Operations.OlderRound(part);
    }
  }

  /**
   * What a reservation does is done for whoever has it; nobody hands it over until commit, as that
   * waits for the fence. Who repeats an operation by hand does so for them.
   */
  private static void requireParty(DbExecute execute, Membership part, Submission submission) {
    var actor = submission.by().actor();
    var handedOver =
        execute
            .createGet(
                """
                SELECT true AS other
                  FROM part p JOIN reservation v ON v.id = p.reservation
                 WHERE p.id = :part
                   AND (v.requester, v.person, array_remove(ARRAY[v.team], NULL))
                       IS DISTINCT FROM
                       (:name, CAST(:person AS uuid), CAST(:teams AS text[]))
                """)
            .addParam("part", part.group())
            .addParam("name", submission.by().name())
            .addParam("person", actor.person().orElse(null))
            .addParam("teams", actor.teams().stream().map(TeamName::value).toArray(String[]::new))
            .execute();
    if (handedOver.isPresent()) {
      throw new Operations.HandedOver(part, submission.by().name());
    }
  }

  /** Stores the submission, with its VMID chosen under a lock when it is ours to choose. */
  Operation insert(DbExecute execute, Submission submission) {
    var part = submission.membership();
    if (part != null) {
      requireRound(execute, part);
      if (submission.retry() == null) {
        requireParty(execute, part, submission);
      }
    }
    var order = settled(execute, submission.order());
    // Nobody hands it over meanwhile.
    HoldingKey.lock(execute, order.subject());
    var operation =
        Operation.queued(ids.get(), order, submission.by().name(), now()).submitted(submission);
    insertRow(execute, operation, submission);
    OrderedHoldings.ordered(execute, operation, submission);
    AllocationUse.ordered(execute, operation, submission);
    if (!submission.secrets().none()) {
      secrets.add(
          execute,
          SecretOwner.operation(operation.id()),
          OperationJson.SECRETS.write(submission.secrets()));
    }
    return operation;
  }

  private Order settled(DbExecute execute, Order order) {
    return order instanceof GuestOrder guest && guest.choice() instanceof VmidChoice.Free free
        ? guest.numbered(free(execute, guest.cluster(), free))
        : order;
  }

  /**
   * The lowest VMID of a cluster in the choice that no active operation has; holds the lock until
   * commit.
   */
  VmId free(DbExecute execute, ClusterName cluster, VmidChoice.Free choice) {
    // Two choosers at once would choose the same.
    execute.get("SELECT pg_advisory_xact_lock(17483)");
    return FreeVmid.lowest(execute, cluster, choice)
        .orElseThrow(() ->
            new Refusal.VmidInUse(
                "no VMID from %s to %s is free"
                    .formatted(choice.range().first(), choice.range().last())));
  }

  /** With what it holds, in one statement. */
  private void insertRow(DbExecute execute, Operation o, Submission submission) {
    var by = submission.by();
    var team = submission.team();
    var statement =
        execute
            .createInsert(
                """
                WITH ordered AS (
                INSERT INTO operation
                  (id, kind, cluster, guest_kind, node, vmid, vmid_chosen, request, state, steps, log,
                   warnings, requested_by, idempotency_key, request_mac, retry_of,
                   secret_names, terms, person, team, cores, memory, disk, created_at,
                   end_events, group_id, group_key, group_round)
                VALUES
                  (:id, :kind, :cluster, :guestKind, :node, :vmid, :chosen, :request, :state, :steps,
                   :log, :warnings, :by, :key, :mac, :retryOf, :secretNames, :terms, :person, :team,
                   :cores, :memory, :disk, :created, :endEvents, :group, :part, :round)
                RETURNING id)
                INSERT INTO operation_lock (kind, key, operation)
                SELECT held.kind, held.key, ordered.id
                  FROM ordered,
                       unnest(CAST(:kinds AS text[]), CAST(:keys AS text[])) AS held (kind, key)
                """)
            .addParam("id", o.id())
            .addParam("kind", o.order().kind())
            .addParam("state", o.state().wire())
            .addParam("steps", StepForm.write(o.steps()))
            .addParam("log", OperationJson.LINES.write(o.log()))
            .addParam("warnings", OperationJson.LINES.write(o.warnings()))
            .addParam("by", by.name())
            .addParam("secretNames", OperationJson.LINES.write(o.secretNames()))
            .addParam("created", Timestamp.from(o.created()))
            .addParam("endEvents", OperationRow.endEvents(o));
    FamilyRows.of(o.order()).write(statement, o.order());
    var held = List.copyOf(o.order().subjects());
    statement
        .addParam("kinds", held.stream().map(Subject::kind).toArray(String[]::new))
        .addParam("keys", held.stream().map(Subject::key).toArray(String[]::new));
    var part = submission.membership();
    OperationUpdate.nullable(statement, "group", part == null ? null : part.group());
    OperationUpdate.nullable(statement, "part", part == null ? null : part.key());
    OperationUpdate.nullable(statement, "round", part == null ? null : part.round());
    OperationUpdate.nullable(statement, "person", by.actor().person().orElse(null));
    OperationUpdate.nullable(statement, "team", team == null ? null : team.value());
    OperationUpdate.nullable(statement, "key", by.key());
    OperationUpdate.nullable(statement, "retryOf", o.retryOf());
    OperationUpdate.nullable(
        statement, "mac", by.key() == null ? null : safe.recognise(by.request()));
    statement.execute();
  }

  private Instant now() {
    // What PostgreSQL keeps, so that the operation reads back as it was written.
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
