package direttore.store.operation;

import direttore.domain.Refusal;
import direttore.domain.guest.GuestSecrets;
import direttore.domain.guest.VmId;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.guestorder.VmidChoice;
import direttore.domain.guestorder.VmidPool;
import direttore.domain.holding.HoldingEnd;
import direttore.domain.node.ClusterName;
import direttore.domain.operation.IdempotencyKeys;
import direttore.domain.operation.Operation;
import direttore.domain.operation.OperationFilter;
import direttore.domain.operation.OperationPage;
import direttore.domain.operation.Operations;
import direttore.domain.operation.Order;
import direttore.domain.operation.Subject;
import direttore.domain.operation.Submission;
import direttore.domain.operation.Submitter;
import direttore.domain.task.Upid;
import direttore.store.Database;
import direttore.store.Row;
import direttore.store.SqlFailure;
import direttore.store.Transaction;
import direttore.store.allocation.AllocationUse;
import direttore.store.holding.HoldingKey;
import direttore.store.holding.OrderedHoldings;
import direttore.store.quota.PoolFailure;
import direttore.store.quota.QuotaFailure;
import direttore.store.record.RecordedGuests;
import io.helidon.dbclient.DbClient;
import io.helidon.dbclient.DbClientException;
import io.helidon.dbclient.DbExecute;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Operations in PostgreSQL. Its constraints, not Java, keep two of them off one subject. */
public final class PgOperations implements Operations, IdempotencyKeys, VmidPool {
  private static final Duration WATCH = Duration.ofSeconds(15);
  private static final Duration MOMENT = Duration.ofSeconds(10);

  private final Database database;
  private final DbClient db;
  private final OperationInsert inserts;
  private final OperationPages pages;
  private final Turns turns;
  private final Secrets secrets;
  private final Clock clock;

  public PgOperations(Database database, Safe safe, Clock clock, Supplier<UUID> ids) {
    this.database = database;
    this.db = database.client();
    this.inserts = new OperationInsert(safe, clock, ids);
    this.pages = new OperationPages(db);
    this.turns = new Turns(db);
    this.secrets = new Secrets(safe);
    this.clock = clock;
  }

  @Override
  public Added add(Submission submission) {
    var repeated = earlier(submission);
    if (repeated.isPresent()) {
      return new Added(repeated.get(), false);
    }
    try {
      var added = Transaction.of(db, execute -> inserts.insert(execute, submission));
      database.changed();
      return new Added(added, true);
    } catch (DbClientException e) {
      return afterCollision(submission, e);
    }
  }

  @Override
  public Optional<Operation> earlier(Submitter by) {
    return inserts.repeated(db.execute(), by);
  }

  private Optional<Operation> earlier(Submission submission) {
    return inserts
        .repeated(db.execute(), submission.by())
        .or(() -> inserts.submitted(db.execute(), submission.membership()));
  }

  private Added afterCollision(Submission submission, DbClientException failure) {
    if (SqlFailure.breaks(failure, "operation_idempotency_key")
        || SqlFailure.breaks(failure, "operation_group_key")) {
      // The same key at the same moment: the other request was first.
      return new Added(earlier(submission).orElseThrow(() -> failure), false);
    }
    if (SqlFailure.breaks(failure, "operation_lock_held")) {
      var holder = holder(submission.order());
      if (holder.isPresent()) {
        throw submission.order().refusedBy(holder.get());
      }
      return add(submission);
    }
    if (QuotaFailure.is(failure)) {
      throw QuotaFailure.refusal(
          failure,
          submission.by().actor(),
          excess -> excess.dimension().field(GuestOrder.of(submission.order()).guestKind()));
    }
    if (PoolFailure.is(failure)) {
      var guest = GuestOrder.of(submission.order());
      throw PoolFailure.refusal(failure, guest.node(), guest.guestKind());
    }
    if (SqlFailure.breaks(failure, "owner_deleted")) {
      throw new Refusal.WrongState("whoever was to have the guest was deleted", null);
    }
    if (SqlFailure.breaks(failure, "operation_team")) {
      throw new Refusal.Unknown("team", "team", "there is no team " + submission.team());
    }
    throw failure;
  }

  @Override
  public Operation find(UUID id) {
    return get("SELECT " + OperationRow.COLUMNS + " FROM operation WHERE id = :id", id)
        .orElseThrow(() -> new Refusal.NotFound("operation", id));
  }

  @Override
  public OperationPage page(OperationFilter filter) {
    return pages.page(filter);
  }

  /** Empty where it has ended meanwhile, or the thing is chosen again anyway. */
  private Optional<Operation> holder(Order order) {
    return order instanceof GuestOrder guest && guest.choice() instanceof VmidChoice.Free
        ? Optional.empty()
        : order.subjects().stream().flatMap(subject -> activeOn(subject).stream()).findFirst();
  }

  @Override
  public Optional<Operation> activeOn(Subject subject) {
    return db.execute()
        .createGet(
            "SELECT "
                + OperationRow.COLUMNS
                + """
                  FROM operation
                 WHERE id = (SELECT operation FROM operation_lock
                              WHERE kind = :kind AND key = :key)
                """)
        .addParam("kind", subject.kind())
        .addParam("key", subject.key())
        .execute()
        .map(OperationRow::read);
  }

  @Override
  public Optional<VmId> lowest(ClusterName cluster, VmidChoice.Free choice) {
    return FreeVmid.lowest(db.execute(), cluster, choice);
  }

  @Override
  public Operation cancel(UUID id) {
    var cancelled =
        Transaction.of(db, execute -> OperationCancel.one(execute, id, clock.instant()));
    database.changed();
    return cancelled.orElseGet(() -> find(id));
  }

  @Override
  public void watch(UUID id) {
    var now = clock.instant();
    db.execute()
        .createUpdate(
            """
            UPDATE operation SET watched_until = :until
             WHERE id = :id AND state IN ('queued', 'running')
               AND coalesce(watched_until, '-infinity') < :soon
            """)
        .addParam("until", Timestamp.from(now.plus(WATCH)))
        .addParam("soon", Timestamp.from(now.plus(WATCH.dividedBy(2))))
        .addParam("id", id)
        .execute();
  }

  @Override
  public Optional<Operation> claim(UUID id, int worker) {
    var claimed =
        db
            .execute()
            .createQuery(
                """
                UPDATE operation
                   SET state = 'running', attempt = attempt + 1, worker = :worker,
                       started_at = coalesce(started_at, :now)
                 WHERE id = :id
                   AND (state = 'queued'
                        OR state = 'running'
                           AND (worker = :same
                                OR worker NOT IN (SELECT number FROM worker_keeping)
                                   AND :taker NOT IN (SELECT number FROM worker_unsteady)))
                RETURNING
                """
                    + OperationRow.COLUMNS)
            .addParam("worker", worker)
            .addParam("now", now())
            .addParam("id", id)
            .addParam("same", worker)
            .addParam("taker", worker)
            .execute()
            .map(OperationRow::read)
            .toList()
            .stream()
            .findFirst();
    database.changed();
    return claimed;
  }

  @Override
  public void begin(Operation changed) {
    if (changed.membership() == null) {
      record(changed);
      return;
    }
    try {
      OperationUpdate.begin(db.execute(), changed);
    } catch (Superseded e) {
      var stored = find(changed.id());
      if (stored.state() == Operation.State.RUNNING && stored.attempt() == changed.attempt()) {
        throw new OlderRound(changed.membership());
      }
      throw e;
    }
    database.changed();
  }

  @Override
  public void record(Operation changed) {
    write(changed, Commit.AWAITS_DISK);
  }

  @Override
  public void note(Operation changed) {
    write(changed, Commit.GOES_ON);
  }

  private void write(Operation changed, Commit commit) {
    var end = HoldingEnd.of(changed);
    switch (end) {
      case KEEPS -> OperationUpdate.write(db.execute(), changed, commit);
      case MAKES, RELEASES, GIVES_BACK ->
          Transaction.in(
              db,
              execute -> {
                OperationUpdate.write(execute, changed, commit);
                OrderedHoldings.ended(execute, changed, end);
                AllocationUse.ended(execute, changed, end);
                RecordedGuests.ended(execute, changed, end, clock.instant());
              });
    }
    database.changed();
  }

  @Override
  public Operation renumber(Operation operation, VmidChoice.Free choice) {
    var changed =
        Transaction.of(
            db,
            execute -> {
              var before = GuestOrder.of(operation);
              var order = before.numbered(inserts.free(execute, before.cluster(), choice));
              HoldingKey.lock(execute, order.subject());
              var renumbered = operation.reordered(order);
              OperationUpdate.write(execute, renumbered, Commit.AWAITS_DISK);
              relock(execute, renumbered);
              OrderedHoldings.renumbered(execute, operation, renumbered);
              AllocationUse.renumbered(execute, renumbered);
              return renumbered;
            });
    database.changed();
    return changed;
  }

  private static void relock(DbExecute execute, Operation operation) {
    execute
        .createUpdate(
            "UPDATE operation_lock SET key = :key WHERE operation = :operation AND kind = :kind")
        .addParam("key", operation.order().subject().key())
        .addParam("operation", operation.id())
        .addParam("kind", GuestOrder.SUBJECT)
        .execute();
  }

  @Override
  public boolean takeTurn(Operation operation, Map<String, Integer> lanes) {
    return turns.take(operation, lanes);
  }

  @Override
  public void endTurn(Operation operation) {
    turns.end(operation);
  }

  @Override
  public GuestSecrets secrets(UUID id) {
    return secrets
        .find(db.execute(), SecretOwner.operation(id))
        .map(OperationJson.SECRETS::read)
        .orElse(GuestSecrets.NONE);
  }

  @Override
  public Set<UUID> cancelRequested() {
    return ids("SELECT id FROM operation WHERE state = 'running' AND cancel_requested")
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Set<UUID> watched() {
    return db.execute()
        .createQuery("SELECT id FROM operation WHERE state = 'running' AND watched_until > :now")
        .addParam("now", now())
        .execute()
        .map(row -> new Row(row).uuid("id"))
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public boolean tracks(Upid task) {
    return db.execute()
        .createGet(
            """
            SELECT true AS found FROM operation
             WHERE (finished_at IS NULL OR finished_at >= :started)
               AND jsonb_path_query_array(steps, '$[*].upid') @> :step
             LIMIT 1
            """)
        .addParam("started", Timestamp.from(task.started().minus(1, ChronoUnit.MINUTES)))
        .addParam("step", "[%s]".formatted(OperationJson.UPID.write(task)))
        .execute()
        .isPresent();
  }

  @Override
  public List<UUID> stranded(int worker) {
    return db.execute()
        .createQuery(
            """
            SELECT id FROM operation
             WHERE state = 'queued' AND created_at NOT BETWEEN :then AND :soon
                OR state = 'running' AND worker NOT IN (SELECT number FROM worker_keeping)
                   AND :taker NOT IN (SELECT number FROM worker_unsteady)
             ORDER BY created_at
            """)
        .addParam("then", Timestamp.from(clock.instant().minus(MOMENT)))
        .addParam("soon", Timestamp.from(clock.instant().plus(MOMENT)))
        .addParam("taker", worker)
        .execute()
        .map(row -> new Row(row).uuid("id"))
        .toList();
  }

  private Stream<UUID> ids(String sql) {
    return db.execute().createQuery(sql).execute().map(row -> new Row(row).uuid("id"));
  }

  private Optional<Operation> get(String sql, UUID id) {
    return db.execute().createGet(sql).addParam("id", id).execute().map(OperationRow::read);
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}
