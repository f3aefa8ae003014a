package direttore.store.reservation;

import direttore.domain.guestorder.GuestAction;
import direttore.domain.node.ClusterName;
import direttore.domain.node.NodeName;
import direttore.domain.reservation.Amount;
import direttore.domain.reservation.ResourceKind;
import direttore.domain.reservation.Storages;
import direttore.store.Database;
import direttore.store.Row;
import direttore.store.Transaction;
import direttore.store.operation.GroupColumns;
import io.helidon.dbclient.DbClient;
import io.helidon.dbclient.DbExecute;
import java.util.List;
import java.util.stream.Stream;

/** Storages of which room can be claimed, in PostgreSQL. */
public final class PgStorages implements Storages {
  private final Database database;
  private final DbClient db;

  public PgStorages(Database database) {
    this.database = database;
    this.db = database.client();
  }

  @Override
  public void keep(ClusterName cluster, List<StorageUse> storages) {
    Transaction.in(
        db,
        execute -> {
          storages.forEach(storage -> keep(execute, cluster, storage));
          var names = storages.stream().map(StorageUse::name).toList();
          ResourceRows.keepOnly(execute, ResourceKind.STORAGE, cluster, names);
        });
    database.changed();
  }

  private static void keep(DbExecute execute, ClusterName cluster, StorageUse storage) {
    var node = storage.node();
    execute
        .createInsert(
            """
            INSERT INTO resource (kind, cluster, name, node, disk, standing_disk)
            VALUES ('storage', :cluster, :name, :node, :disk, :used)
            ON CONFLICT (kind, cluster, name) DO UPDATE
               SET disk = CASE WHEN excluded.disk > 0 THEN excluded.disk ELSE resource.disk END,
                   standing_disk = CASE WHEN excluded.disk > 0 THEN excluded.standing_disk
                                        ELSE resource.standing_disk END,
                   gone = false
             WHERE resource.gone
                OR (excluded.disk > 0
                    AND (resource.disk, resource.standing_disk)
                        <> (excluded.disk, excluded.standing_disk))
            """)
        .addParam("cluster", cluster.value())
        .addParam("name", storage.name())
        .addParam("node", node == null ? null : node.value())
        .addParam("disk", storage.disk())
        .addParam("used", Math.min(storage.used(), Amount.MOST_DISK))
        .execute();
  }

  @Override
  public List<Brought> brought(ClusterName cluster) {
    return db.execute()
        .createQuery(
            """
            SELECT p.making, split_part(p.guest, '/', 2) AS node FROM part p
             WHERE p.making IS NOT NULL AND p.state <> 'gone'
               AND split_part(p.guest, '/', 1) = :cluster
               AND EXISTS (SELECT FROM claim c JOIN resource r ON r.id = c.resource
                            WHERE c.reservation = p.reservation AND c.holding
                              AND r.kind = 'storage')
            """)
        .addParam("cluster", cluster.value())
        .execute()
        .map(Row::new)
        .flatMap(PgStorages::brought)
        .toList();
  }

  private static Stream<Brought> brought(Row row) {
    var order = GroupColumns.members(row.text("making")).getFirst().order();
    return order.action() instanceof GuestAction.Creation making
        ? Stream.of(new Brought(new NodeName(row.text("node")), making))
        : Stream.of();
  }
}
