package direttore.store.reservation;

import direttore.domain.Refusal;
import direttore.domain.guest.GuestKind;
import direttore.domain.node.ClusterName;
import direttore.domain.node.NodeName;
import direttore.domain.reservation.Pool;
import direttore.domain.reservation.Pools;
import direttore.domain.reservation.ResourceKind;
import direttore.store.Database;
import direttore.store.Row;
import direttore.store.SqlFailure;
import direttore.store.Transaction;
import direttore.store.quota.PoolFailure;
import io.helidon.dbclient.DbClient;
import io.helidon.dbclient.DbClientException;
import io.helidon.dbclient.DbExecute;
import io.helidon.dbclient.DbRow;
import io.helidon.dbclient.DbStatement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Pools in PostgreSQL: resources of a kind of their own. */
public final class PgPools implements Pools {
  private static final String SELECT =
      "SELECT id, name, node, vms, lxc FROM resource WHERE kind = 'pool' ";
  private final Database database;
  private final DbClient db;

  public PgPools(Database database) {
    this.database = database;
    this.db = database.client();
  }

  @Override
  public List<Pool> all() {
    return db.execute().query(SELECT + "ORDER BY name").map(PgPools::pool).toList();
  }

  @Override
  public Pool find(int id) {
    return find(db.execute(), id);
  }

  private static Pool find(DbExecute execute, int id) {
    return execute
        .createGet(SELECT + "AND id = :id")
        .addParam("id", id)
        .execute()
        .map(PgPools::pool)
        .orElseThrow(() -> new Refusal.NotFound("pool", id));
  }

  private static Pool pool(DbRow dbRow) {
    var row = new Row(dbRow);
    return new Pool(
        row.integer("id"),
        row.text("name"),
        new NodeName(row.text("node")),
        row.integer("vms"),
        row.integer("lxc"));
  }

  @Override
  public Pool add(Pool.Form form) {
    var id =
        named(
            form,
            () ->
                values(
                        db.execute()
                            .createGet(
                                """
                                WITH r AS (
                                  INSERT INTO resource (kind, cluster, name, node, vms, lxc)
                                  VALUES ('pool', :cluster, :name, :node, :vms, :lxc)
                                  RETURNING id)
                                SELECT id FROM r
                                """),
                        form)
                    .addParam("cluster", ClusterName.MAIN.value())
                    .execute()
                    .map(row -> new Row(row).integer("id"))
                    .orElseThrow());
    database.changed();
    return find(id);
  }

  @Override
  public Pool change(int id, Pool.Form form) {
    var changed = named(form, () -> Transaction.of(db, execute -> changed(execute, id, form)));
    database.changed();
    return changed;
  }

  private static Pool changed(DbExecute execute, int id, Pool.Form form) {
    PgResources.lock(execute, id);
    var before = find(execute, id);
    if (!before.name().equals(form.name()) || !before.node().equals(form.node())) {
      PgResources.requireUnclaimed(execute, id, "pool " + before.name());
    }
    values(
            execute.createUpdate(
                """
                UPDATE resource SET name = :name, node = :node, vms = :vms, lxc = :lxc
                 WHERE id = :id
                """),
            form)
        .addParam("id", id)
        .execute();
    return find(execute, id);
  }

  private static <S extends DbStatement<S>> S values(S statement, Pool.Form form) {
    return statement
        .addParam("name", form.name())
        .addParam("node", form.node().value())
        .addParam("vms", form.vms())
        .addParam("lxc", form.lxc());
  }

  private static <T> T named(Pool.Form form, Supplier<T> write) {
    try {
      return write.get();
    } catch (DbClientException e) {
      if (SqlFailure.breaks(e, "resource_name")) {
        throw new Refusal.WrongState(
            "there is a %s %s already".formatted(ResourceKind.POOL.wire(), form.name()), "name");
      }
      throw e;
    }
  }

  @Override
  public void remove(int id) {
    var pool = find(id);
    Transaction.in(db, execute -> PgResources.remove(execute, id, "pool " + pool.name()));
    database.changed();
  }

  @Override
  public Optional<Shortage> shortage(
      ClusterName cluster, NodeName node, GuestKind kind, UUID person, Instant at) {
    return db.execute()
        .createGet(
            """
            SELECT CAST(pool_excess(:cluster, :node, :kind, CAST(:person AS uuid), '',
                                    CAST(:at AS timestamptz)) AS text) AS found
            """)
        .addParam("cluster", cluster.value())
        .addParam("node", node.value())
        .addParam("kind", kind.wire())
        .addParam("person", person)
        .addParam("at", Timestamp.from(at))
        .execute()
        .flatMap(row -> Optional.ofNullable(new Row(row).textOrNull("found")))
        .map(PoolFailure::shortage);
  }
}
