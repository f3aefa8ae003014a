package direttore.store.group;

import direttore.domain.Refusal;
import direttore.domain.group.Group;
import direttore.domain.group.GroupFilter;
import direttore.domain.group.GroupKey;
import direttore.domain.group.GroupPage;
import direttore.domain.group.GroupProgress;
import direttore.domain.group.Groups;
import direttore.domain.group.Member;
import direttore.domain.group.NewGroup;
import direttore.domain.group.Stage;
import direttore.domain.group.Want;
import direttore.domain.guest.GuestSecrets;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Submitter;
import direttore.store.Database;
import direttore.store.Row;
import direttore.store.SqlFailure;
import direttore.store.Transaction;
import direttore.store.operation.Fences;
import direttore.store.operation.Fences.Told;
import direttore.store.operation.GroupColumns;
import direttore.store.operation.Safe;
import direttore.store.operation.SecretOwner;
import direttore.store.operation.Secrets;
import io.helidon.dbclient.DbClient;
import io.helidon.dbclient.DbClientException;
import io.helidon.dbclient.DbExecute;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Groups in PostgreSQL. */
public final class PgGroups implements Groups {
  private final Database database;
  private final DbClient db;
  private final Safe safe;
  private final Secrets secrets;
  private final Clock clock;
  private final Supplier<UUID> ids;

  public PgGroups(Database database, Safe safe, Clock clock, Supplier<UUID> ids) {
    this.database = database;
    this.db = database.client();
    this.safe = safe;
    this.secrets = new Secrets(safe);
    this.clock = clock;
    this.ids = ids;
  }

  @Override
  public Group add(NewGroup ordered, Submitter by) {
    var repeated = earlier(by);
    if (repeated.isPresent()) {
      return repeated.get();
    }
    var group = group(ordered, by);
    try {
      Transaction.in(db, execute -> insert(execute, group, ordered, by));
    } catch (DbClientException e) {
      if (SqlFailure.breaks(e, "operation_group_idempotency_key")) {
        // The same key at the same moment: the other request was first.
        return earlier(by).orElseThrow(() -> e);
      }
      throw e;
    }
    database.changed();
    return group;
  }

  private Group group(NewGroup ordered, Submitter by) {
    return new Group(
        ids.get(),
        ordered.title(),
        ordered.members().getFirst().order().kind(),
        by.name(),
        by.actor().person().orElse(null),
        Want.DONE,
        0,
        ordered.wave(),
        ordered.members().size(),
        ordered.starts(),
        clock.instant().truncatedTo(ChronoUnit.MICROS),
        null);
  }

  private void insert(DbExecute execute, Group group, NewGroup ordered, Submitter by) {
    var members = ordered.members().stream().map(m -> new Member(m.order(), m.team())).toList();
    Fences.add(execute, group.id(), new Told("group", group.id().toString()), true);
    execute
        .createInsert(
            """
            INSERT INTO operation_group
              (id, title, kind, members, size, starts, wave, want, requested_by, person,
               idempotency_key, request_mac, created_at)
            VALUES
              (:id, :title, :kind, :members, :size, :starts, :wave, :want, :by, :person,
               :key, :mac, :created)
            """)
        .addParam("id", group.id())
        .addParam("title", group.title())
        .addParam("kind", group.kind())
        .addParam("members", GroupColumns.members(members))
        .addParam("size", group.size())
        .addParam("starts", group.starts())
        .addParam("wave", group.wave())
        .addParam("want", group.want().wire())
        .addParam("by", group.requestedBy())
        .addParam("person", group.person())
        .addParam("key", by.key())
        .addParam("mac", by.key() == null ? null : safe.recognise(by.request()))
        .addParam("created", Timestamp.from(group.created()))
        .execute();
    for (var i = 0; i < ordered.members().size(); i++) {
      insert(execute, group.id(), i, ordered.members().get(i));
    }
  }

  private void insert(DbExecute execute, UUID group, int number, NewGroup.Ordered member) {
    var refusal = member.refusal();
    if (refusal != null) {
      refused(execute, group, new GroupKey(number, 0, Stage.ORDER, 0), refusal);
    } else if (!member.secrets().none()) {
      secrets.add(
          execute, SecretOwner.member(group, number), GroupColumns.secrets(member.secrets()));
    }
  }

  @Override
  public Optional<Group> earlier(Submitter by) {
    var key = by.key();
    if (key == null) {
      return Optional.empty();
    }
    return db.execute()
        .createGet(
            "SELECT request_mac, "
                + GroupRows.COLUMNS
                + " FROM "
                + GroupRows.TABLES
                + "WHERE requested_by = :by AND idempotency_key = :key")
        .addParam("by", by.name())
        .addParam("key", key)
        .execute()
        .map(row -> {
          if (!Arrays.equals(new Row(row).bytes("request_mac"), safe.recognise(by.request()))) {
            throw new Refusal.KeyReused(key);
          }
          return GroupRows.group(row);
        });
  }

  @Override
  public GroupProgress find(UUID id) {
    // One transaction in which all is read as of one moment would say no more: what is read later
    // is newer, and the decisions on it stand all the same.
    var group =
        db.execute()
            .createGet(
                "SELECT " + GroupRows.COLUMNS + " FROM " + GroupRows.TABLES + "WHERE id = :id")
            .addParam("id", id)
            .execute()
            .map(GroupRows::group)
            .orElseThrow(() -> new Refusal.NotFound("group", id));
    return GroupRows.progress(db.execute(), List.of(group)).getFirst();
  }

  @Override
  public List<Member> members(UUID id) {
    return db.execute()
        .createGet("SELECT members FROM operation_group WHERE id = :id")
        .addParam("id", id)
        .execute()
        .map(row -> GroupColumns.members(json(new Row(row), "members")))
        .orElseThrow(() -> new Refusal.NotFound("group", id));
  }

  @Override
  public GuestSecrets secrets(UUID id, int member) {
    return secrets
        .find(db.execute(), SecretOwner.member(id, member))
        .map(GroupColumns::secrets)
        .orElse(GuestSecrets.NONE);
  }

  @Override
  public GroupPage page(GroupFilter filter) {
    return new GroupPages(db).page(filter);
  }

  @Override
  public List<UUID> active() {
    return db.execute()
        .query("SELECT id FROM operation_group WHERE finished_at IS NULL ORDER BY created_at")
        .map(row -> new Row(row).uuid("id"))
        .toList();
  }

  @Override
  public void cancel(UUID id) {
    Transaction.in(
        db,
        execute -> {
          Fences.hold(execute, id);
          var flipped =
              execute
                  .createUpdate(
                      """
                      UPDATE operation_group SET want = 'cancelled'
                       WHERE id = :id AND want = 'done' AND finished_at IS NULL
                      """)
                  .addParam("id", id)
                  .execute();
          if (flipped > 0) {
            Fences.raise(execute, id, clock.instant());
          }
        });
    database.changed();
  }

  @Override
  public void refused(UUID id, GroupKey key, Operation.Failure why) {
    refused(db.execute(), id, key, why);
    database.changed();
  }

  private static void refused(DbExecute execute, UUID id, GroupKey key, Operation.Failure why) {
    execute
        .createInsert(
            """
            INSERT INTO operation_group_refusal (group_id, group_key, failure)
            VALUES (:group, :key, :failure) ON CONFLICT DO NOTHING
            """)
        .addParam("group", id)
        .addParam("key", key.toString())
        .addParam("failure", GroupColumns.failure(why))
        .execute();
  }

  @Override
  public void ended(UUID id, int round) {
    Transaction.in(
        db,
        execute -> {
          // Whoever submits at this moment is waited for, and then seen.
          Fences.hold(execute, id);
          var ended =
              execute
                  .createUpdate(
                      """
                      UPDATE operation_group SET finished_at = :now
                       WHERE id = :id AND finished_at IS NULL
                         AND EXISTS (SELECT FROM operation_fence f
                                      WHERE f.id = operation_group.id AND f.round = :round)
                         AND NOT EXISTS (SELECT FROM operation o
                                          WHERE o.group_id = operation_group.id
                                            AND o.state IN ('queued', 'running'))
                      """)
                  .addParam("now", now())
                  .addParam("id", id)
                  .addParam("round", round)
                  .execute();
          if (ended > 0) {
            Fences.close(execute, id);
            Secrets.forgetGroup(execute, id);
          }
        });
    database.changed();
  }

  private static String json(Row row, String column) {
    @Nullable String text = row.textOrNull(column);
    if (text == null) {
      throw new IllegalStateException(column + " is never null");
    }
    return text;
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}
