package direttore.store.reservation;

import direttore.domain.node.ClusterName;
import direttore.domain.node.NodeName;
import direttore.domain.reservation.NodeHolders;
import direttore.domain.reservation.Reservation;
import direttore.store.Database;
import direttore.store.Row;
import io.helidon.dbclient.DbClient;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;

/** Who has a node to themselves, by the claims in PostgreSQL. */
public final class PgNodeHolders implements NodeHolders {
  private final DbClient db;

  public PgNodeHolders(Database database) {
    this.db = database.client();
  }

  @Override
  public Optional<Reservation> ofWhole(ClusterName cluster, NodeName node, Instant at) {
    var holding =
        db.execute()
            .createQuery(
                """
                SELECT c.reservation
                  FROM claim c JOIN resource r ON r.id = c.resource
                 WHERE r.kind = 'node' AND r.cluster = :cluster AND r.name = :node
                   AND c.holding AND c.lane <> 0 AND c.during @> CAST(:at AS timestamptz)
                """)
            .addParam("cluster", cluster.value())
            .addParam("node", node.value())
            .addParam("at", Timestamp.from(at))
            .execute()
            .map(row -> new Row(row).number("reservation"))
            .toList();
    return ReservationRows.of(db.execute(), holding, false).stream().findFirst();
  }
}
