package direttore.store.holding;

import static direttore.store.holding.HoldingRow.COMMON;

import direttore.domain.access.TeamName;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.holding.HoldingEnd;
import direttore.domain.holding.NewHolding;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Subject;
import direttore.domain.operation.Submission;
import direttore.store.Row;
import io.helidon.dbclient.DbExecute;
import io.helidon.dbclient.DbStatement;
import java.sql.Timestamp;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What orders change of who has what, each in the transaction that writes its operation. */
public final class OrderedHoldings {
  private OrderedHoldings() {}

  /** With a new operation, whose row is there already. */
  public static void ordered(DbExecute execute, Operation operation, Submission submission) {
    if (!(operation.order() instanceof GuestOrder order)
        || !(order.action() instanceof GuestAction.Creation making)) {
      return;
    }
    var retry = submission.retry();
    var made = new Made(operation, order, making);
    var written = retry == null && write(execute, made, NewHolding.of(submission));
    while (retry != null && !written) {
      var earlier = repeated(execute, order, retry.of());
      written = write(execute, made, NewHolding.of(operation, submission, earlier));
    }
  }

  /** Whether it stands so; not where what was to go on has ended at this moment. */
  private static boolean write(DbExecute execute, Made made, NewHolding holding) {
    return switch (holding) {
      // Whoever has it keeps it until it is made.
      case NewHolding.OfNobody() -> true;
      case NewHolding.Ordered(var person, var team) -> {
        insert(execute, made, person, team);
        yield true;
      }
      case NewHolding.Continued(var from) -> goOn(execute, made, from);
    };
  }

  private record Made(Operation operation, GuestOrder order, GuestAction.Creation making) {
    UUID id() {
      return operation.id();
    }

    Subject what() {
      return order.subject();
    }

    <S extends DbStatement<S>> S counted(S statement) {
      var size = making.size();
      HoldingKey.name(statement, what());
      return statement
          .addParam("since", Timestamp.from(operation.created()))
          .addParam("cores", size.cores())
          .addParam("memory", size.memory())
          .addParam("disk", size.disk())
          .addParam("order", id())
          .addParam("seen", order.guest().path());
    }
  }

  /** Whoever has it until then is kept beside, in the same statement. */
  private static void insert(DbExecute execute, Made made, UUID person, @Nullable TeamName team) {
    var part = made.operation().membership();
    var insert =
        execute
            .createInsert(
                "WITH displaced AS (INSERT INTO former_holding ("
                    + COMMON
                    + ", displaced_by) SELECT "
                    + COMMON
                    + ", CAST(:order AS uuid) FROM holding WHERE "
                    + HoldingKey.IS
                    + """
                    )
                    INSERT INTO holding
                           (kind, cluster, key, person, team, since, cores, memory, disk, operation,
                            seen, counts)
                    VALUES (:kind, :cluster, :key, :person, :team, :since, :cores, :memory, :disk,
                            :order, :seen,
                            coalesce((SELECT f.counts FROM operation_fence f WHERE f.id = :fence),
                                     true))
                        ON CONFLICT (kind, cluster, key) DO UPDATE
                       SET person = EXCLUDED.person, team = EXCLUDED.team, since = EXCLUDED.since,
                           cores = EXCLUDED.cores, memory = EXCLUDED.memory, disk = EXCLUDED.disk,
                           operation = EXCLUDED.operation, seen = EXCLUDED.seen, measured = NULL,
                           counts = EXCLUDED.counts, born = NULL, generation = NULL, cards = NULL
                    """)
            .addParam("person", person)
            .addParam("team", team == null ? null : team.value())
            .addParam("fence", part == null ? null : part.group());
    made.counted(insert).execute();
  }

  private static boolean goOn(DbExecute execute, Made made, Subject from) {
    var earlier = made.operation().retryOf();
    if (!from.equals(made.what())) {
      FormerRows.displace(execute, made.what(), made.id());
    }
    var update =
        execute.createUpdate(
            """
            UPDATE holding
               SET cluster = :cluster, key = :key, since = :since, cores = :cores,
                   memory = :memory, disk = :disk, operation = :order, seen = :seen, born = NULL,
                   generation = NULL, cards = NULL
             WHERE kind = :kind AND cluster = :fromCluster AND key = :fromKey
            """);
    HoldingKey.nameFrom(update, from);
    if (made.counted(update).execute() == 0) {
      return false;
    }
    if (earlier != null) {
      FormerRows.passOn(execute, made.what(), earlier, made.id());
      if (!from.equals(made.what())) {
        FormerRows.leave(execute, from, earlier);
      }
    }
    return true;
  }

  private static NewHolding.Repeated repeated(DbExecute execute, GuestOrder order, UUID of) {
    var query =
        execute
            .createGet(
                """
                WITH RECURSIVE earlier AS (
                  SELECT o.person, o.team, o.retry_of FROM operation o WHERE o.id = :of
                   UNION ALL
                  SELECT o.person, o.team, o.retry_of
                    FROM operation o JOIN earlier e ON o.id = e.retry_of)
                SELECT e.person, e.team, h.kind, h.cluster, h.key,
                       EXISTS (SELECT FROM holding WHERE
                """
                    + HoldingKey.IS
                    + """
                    ) AS held
                      FROM earlier e LEFT JOIN holding h ON h.operation = :held AND h.kind = 'guest'
                     WHERE e.retry_of IS NULL
                    """)
            .addParam("of", of)
            .addParam("held", of);
    return HoldingKey.name(query, order.subject())
        .execute()
        .map(Row::new)
        .map(row ->
            new NewHolding.Repeated(
                row.uuidOrNull("person"),
                Optional.ofNullable(row.textOrNull("team")).map(TeamName::new).orElse(null),
                row.textOrNull("key") == null ? null : HoldingKey.read(row),
                row.flag("held")))
        .orElse(new NewHolding.Repeated(null, null, null, false));
  }

  /** With an operation that makes its guest under another VMID than it was to have. */
  public static void renumbered(DbExecute execute, Operation before, Operation after) {
    var from = before.order().subject();
    var to = after.order().subject();
    FormerRows.displace(execute, to, after.id());
    var update =
        execute
            .createUpdate(
                """
                UPDATE holding SET cluster = :cluster, key = :key, seen = :seen
                 WHERE operation = :order AND kind = :kind
                """)
            .addParam("order", after.id())
            .addParam("seen", GuestOrder.guest(after).path());
    HoldingKey.name(update, to).execute();
    FormerRows.leave(execute, from, after.id());
  }

  /**
   * Has whoever else counts what they have wait until this transaction ends, as far as orders
   * within the fence displaced something of theirs. They are locked in one order, as two may have
   * displaced something of the same people.
   */
  public static void lockOwners(DbExecute execute, UUID fence) {
    execute
        .createQuery(
            """
            SELECT pg_advisory_xact_lock(owner.space, owner.number) FROM (
              SELECT DISTINCT l.space, l.number
                FROM operation o
                JOIN former_holding f ON f.displaced_by = o.id AND f.kind = 'guest'
                                     AND f.cluster = o.cluster AND f.key = CAST(o.vmid AS text)
               CROSS JOIN LATERAL (VALUES (17485, hashtext(CAST(f.person AS text))),
                                          (17486, hashtext(f.team))) AS l (space, number)
               WHERE o.group_id = :fence AND l.number IS NOT NULL
               ORDER BY l.space, l.number) AS owner
            """)
        .addParam("fence", fence)
        .execute()
        .forEach(locked -> {});
  }

  /** With the end of an operation, after it; {@link HoldingEnd#MAKES} goes with {@link #made}. */
  public static void ended(DbExecute execute, Operation operation, HoldingEnd end) {
    var what = operation.order().subject();
    switch (end) {
      case RELEASES ->
          HoldingKey.name(execute.createDelete("DELETE FROM holding WHERE " + HoldingKey.IS), what)
              .execute();
      case GIVES_BACK -> putBack(execute, what, operation.id());
      case KEEPS, MAKES -> {
        // Nobody gets or loses anything beside the operation's own statement.
      }
    }
  }

  /** Unless what it repeats may have made something: only a look at the cluster tells. */
  private static void putBack(DbExecute execute, Subject what, UUID order) {
    var update =
        execute
            .createUpdate(
                """
                WITH theirs AS (
                  DELETE FROM former_holding f
                   WHERE f.kind = :kind AND f.cluster = :cluster AND f.key = :key
                     AND f.displaced_by = :order
                     AND EXISTS (SELECT FROM holding h
                                  WHERE (h.kind, h.cluster, h.key) = (f.kind, f.cluster, f.key)
                                    AND h.operation = :same)
                     AND NOT EXISTS (
                       WITH RECURSIVE earlier AS (
                         SELECT o.id, o.retry_of, o.steps FROM operation o WHERE o.id = :last
                          UNION ALL
                         SELECT o.id, o.retry_of, o.steps
                           FROM operation o JOIN earlier e ON o.id = e.retry_of)
                       SELECT FROM earlier
                        WHERE id <> :this AND steps -> 0 ->> 'state' IN ('RUNNING', 'FAILED'))
                     AND
                """
                    + FormerRows.FITS
                    + """
                      RETURNING *)
                    UPDATE holding h
                       SET person = f.person, team = f.team, since = f.since, cores = f.cores,
                           memory = f.memory, disk = f.disk, counts = true, measured = NULL,
                           seen = f.seen,
                           born = f.born, generation = f.generation, cards = f.cards,
                           operation = (SELECT o.id FROM operation o WHERE o.id = f.operation)
                      FROM theirs f
                     WHERE (h.kind, h.cluster, h.key) = (f.kind, f.cluster, f.key)
                    """)
            .addParam("order", order)
            .addParam("same", order)
            .addParam("last", order)
            .addParam("this", order);
    HoldingKey.name(update, what).execute();
  }

  /** Names to {@link #made} what is made. */
  public static <S extends DbStatement<S>> S name(S statement, Subject what) {
    return HoldingKey.name(statement, what);
  }

  /**
   * Around the statement that writes that an operation has ended with its guest made: where nobody
   * ordered it, whoever had its VMID is kept beside, in the same statement.
   *
   * @param ending an update that returns the operation
   */
  public static String made(String ending) {
    return "WITH made AS ("
        + ending
        + """
           RETURNING id, person),
        gone AS (
          DELETE FROM holding h USING made m
           WHERE m.person IS NULL AND h.operation IS DISTINCT FROM m.id
             AND h.kind = :kind AND h.cluster = :cluster AND h.key = :key
          RETURNING h.*, m.id AS made_by),
        kept AS (
          INSERT INTO former_holding (
        """
        + COMMON
        + ", displaced_by) SELECT "
        + COMMON
        + ", made_by FROM gone) SELECT count(*) AS ended FROM made";
  }
}
