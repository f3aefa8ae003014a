package direttore.store.inventory;

import direttore.domain.Refusal;
import direttore.domain.inventory.Address;
import direttore.domain.inventory.IpRange;
import direttore.domain.inventory.Network;
import direttore.domain.inventory.PrefixRoom;
import direttore.domain.inventory.Span;
import direttore.store.Row;
import io.helidon.dbclient.DbExecute;
import java.util.List;
import java.util.Optional;

/** What addresses of a prefix of the copy are given by. */
public final class PrefixRooms {
  private static final String RANGE =
      """
      SELECT r.id, host(r.host) AS first, host(r.last_host) AS last, CAST(r.body AS text) AS body
        FROM inventory_object p
        JOIN inventory_object r ON r.kind = 'range' AND r.vrf = p.vrf
       WHERE p.kind = 'prefix' AND p.id = :id
      """;

  /** What a guest has by its reservation is taken for as long as that claims it. */
  private static final String NOT_CLAIMED =
      """
      AND NOT EXISTS (SELECT FROM allocation l
                        JOIN address_claim k
                          ON k.reservation = l.reservation AND k.holding AND k.addresses @> l.host
                       WHERE l.state <> 'released' AND l.vrf = p.vrf AND l.host = a.host)
      """;

  private PrefixRooms() {}

  /** For those who take addresses now; empty where there is no prefix of that id. */
  static Optional<PrefixRoom> taking(DbExecute execute, long id) {
    return room(execute, id, "", "AND upper(c.during) > now()");
  }

  private static Optional<PrefixRoom> room(
      DbExecute execute, long id, String ofAddresses, String ofClaims) {
    return PrefixRows.of(execute, List.of(id)).stream()
        .findFirst()
        .map(prefix ->
            new PrefixRoom(
                prefix,
                hosts(execute, id, ofAddresses),
                within(execute, id),
                ranges(
                    execute,
                    id,
                    """
                    AND r.host <= CAST(host(broadcast(p.network)) AS inet)
                    AND r.last_host >= CAST(host(p.network) AS inet)
                    """),
                claimed(execute, id, ofClaims)));
  }

  /**
   * For those who reserve addresses; empty where there is no prefix of that id. Refuses with {@code
   * Upstream} where it is not known what NetBox has.
   */
  public static Optional<PrefixRoom> reserving(DbExecute execute, long id) {
    var read =
        execute
            .createGet("SELECT read_at IS NOT NULL AS known FROM inventory_copy")
            .execute()
            .map(row -> new Row(row).flag("known"));
    if (!read.orElse(false)) {
      throw new Refusal.Upstream("NetBox", "it was not read yet", null);
    }
    return room(execute, id, NOT_CLAIMED, "");
  }

  static List<IpRange> ranges(DbExecute execute, long id, String condition) {
    return execute
        .createQuery(RANGE + condition + " ORDER BY r.host, r.id")
        .addParam("id", id)
        .execute()
        .map(row -> PrefixRows.range(new Row(row)))
        .toList();
  }

  private static List<Address> hosts(DbExecute execute, long id, String condition) {
    return execute
        .createQuery(
            """
            WITH p AS (SELECT vrf, CAST(host(network) AS inet) AS low,
                              CAST(host(broadcast(network)) AS inet) AS high
                         FROM inventory_object WHERE kind = 'prefix' AND id = :id)
            SELECT string_agg(host(taken.host), ' ') AS hosts FROM (
              SELECT a.host FROM p JOIN inventory_object a
                  ON a.kind = 'address' AND a.vrf = p.vrf AND a.host BETWEEN p.low AND p.high
               WHERE true %1$s
               UNION
              SELECT a.host FROM p JOIN allocation a
                  ON a.state <> 'released' AND a.vrf = p.vrf
                 AND a.host BETWEEN p.low AND p.high
               WHERE true %1$s) AS taken
            """
                .formatted(condition))
        .addParam("id", id)
        .execute()
        .flatMap(
            row -> PrefixRows.listed(new Row(row).textOrNull("hosts"), Address::parse).stream())
        .toList();
  }

  private static List<Network> within(DbExecute execute, long id) {
    return execute
        .createQuery(
            """
            SELECT text(o.network) AS network FROM inventory_object p
              JOIN inventory_object o ON o.kind = 'prefix' AND o.vrf = p.vrf
               AND o.network << p.network
             WHERE p.kind = 'prefix' AND p.id = :id
            """)
        .addParam("id", id)
        .execute()
        .map(row -> Network.parse(new Row(row).text("network")))
        .toList();
  }

  /** Claims know no VRF, so that they keep others out of each. */
  private static List<Span> claimed(DbExecute execute, long id, String condition) {
    return execute
        .createQuery(
            """
            SELECT DISTINCT host(lower(c.addresses)) AS first, host(upper(c.addresses)) AS last
              FROM inventory_object p
              JOIN address_claim c
                ON c.holding
               AND c.addresses && inetrange(CAST(host(p.network) AS inet),
                                            CAST(host(broadcast(p.network)) AS inet), '[]')
             WHERE p.kind = 'prefix' AND p.id = :id
            """
                + condition)
        .addParam("id", id)
        .execute()
        .map(Row::new)
        .map(row -> new Span(Address.parse(row.text("first")), Address.parse(row.text("last"))))
        .toList();
  }
}
