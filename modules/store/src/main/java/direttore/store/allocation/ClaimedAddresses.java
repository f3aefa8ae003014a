package direttore.store.allocation;

import direttore.domain.allocation.Allocation;
import direttore.domain.inventory.Address;
import direttore.domain.node.ClusterName;
import direttore.domain.notice.NoticeKind;
import direttore.store.Row;
import direttore.store.notice.NoticeRows;
import io.helidon.dbclient.DbExecute;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Addresses of prefixes that reservations claim, of which their guests take one each. */
final class ClaimedAddresses {
  /** Those of a prefix. */
  private static final String CLAIMED =
      """
       FROM address_claim k
       JOIN claim c ON c.id = k.claim
       JOIN reservation v ON v.id = k.reservation
       JOIN inventory_object p ON p.kind = 'prefix' AND p.id = :prefix
      WHERE k.reservation = :reservation AND k.holding
        AND v.requests -> c.request -> 'prefix' = to_jsonb(p.id)
      """;

  private ClaimedAddresses() {}

  /** Those that no allocation has, the lowest first. */
  static List<Address> free(DbExecute execute, long reservation, long prefix) {
    return execute
        .createQuery(
            "SELECT host(lower(k.addresses)) AS host "
                + CLAIMED
                + """
                   AND NOT EXISTS (SELECT FROM allocation a
                                    WHERE a.vrf = p.vrf AND a.host = lower(k.addresses)
                                      AND a.state <> 'released')
                 ORDER BY lower(k.addresses)
                """)
        .addParam("prefix", prefix)
        .addParam("reservation", reservation)
        .execute()
        .map(row -> Address.parse(new Row(row).text("host")))
        .toList();
  }

  /** Whether one was given back since then, or is to be. */
  static boolean returning(DbExecute execute, long reservation, long prefix, Instant since) {
    return execute
        .createGet(
            "SELECT count(*) > 0 AS some "
                + CLAIMED
                + """
                   AND EXISTS (SELECT FROM allocation a
                                WHERE a.vrf = p.vrf AND a.host = lower(k.addresses)
                                  AND a.state IN ('releasing', 'released')
                                  AND a.changed_at > CAST(:since AS timestamptz))
                """)
        .addParam("prefix", prefix)
        .addParam("reservation", reservation)
        .addParam("since", Timestamp.from(since))
        .execute()
        .map(row -> new Row(row).flag("some"))
        .orElse(false);
  }

  /**
   * Where a reservation's guest has another address than any that it claims, one of those is given
   * up for it, and whoever has the reservation is told.
   */
  static void follow(DbExecute execute, Allocation taken) {
    var reservation = taken.reservation();
    if (reservation != null) {
      givenUp(execute, reservation, taken)
          .ifPresent(row -> {
            instead(execute, row.number("claim"), taken.address());
            tell(execute, reservation, taken, row.text("host"));
          });
    }
  }

  /** The lowest that none of its guests has; empty where the one that was taken is claimed. */
  private static Optional<Row> givenUp(DbExecute execute, long reservation, Allocation taken) {
    return execute
        .createQuery(
            "SELECT k.claim, host(lower(k.addresses)) AS host "
                + CLAIMED
                + """
                   AND NOT EXISTS (SELECT FROM allocation a
                                    WHERE a.vrf = p.vrf AND a.host = lower(k.addresses)
                                      AND a.reservation = k.reservation AND a.state <> 'released')
                   AND NOT EXISTS (SELECT FROM address_claim o
                                    WHERE o.reservation = k.reservation AND o.holding
                                      AND o.addresses @> CAST(:taken AS inet))
                 ORDER BY lower(k.addresses) LIMIT 1
                """)
        .addParam("prefix", taken.prefix())
        .addParam("reservation", reservation)
        .addParam("taken", taken.address().toString())
        .execute()
        .map(Row::new)
        .findFirst();
  }

  /** A claim never changes what it takes: another one comes in its place. */
  private static void instead(DbExecute execute, long claim, Address address) {
    var name = address.toString();
    execute
        .createInsert(
            """
            INSERT INTO resource (kind, cluster, name, addresses)
            VALUES ('addresses', :cluster, :name,
                    inetrange(CAST(:first AS inet), CAST(:last AS inet), '[]'))
            ON CONFLICT DO NOTHING
            """)
        .addParam("cluster", ClusterName.MAIN.value())
        .addParam("name", name)
        .addParam("first", name)
        .addParam("last", name)
        .execute();
    execute
        .createInsert(
            """
            WITH other AS (
              INSERT INTO claim (reservation, resource, request, lane, during, holding, beside)
              SELECT c.reservation, r.id, c.request, c.lane, c.during, c.holding, c.beside
                FROM claim c JOIN resource r
                  ON r.kind = 'addresses' AND r.cluster = :cluster AND r.name = :name
               WHERE c.id = :claim
              RETURNING id, reservation, resource, lane, during, holding)
            INSERT INTO address_claim (claim, reservation, lane, addresses, during, holding)
            SELECT o.id, o.reservation, o.lane, r.addresses, o.during, o.holding
              FROM other o JOIN resource r ON r.id = o.resource
            """)
        .addParam("cluster", ClusterName.MAIN.value())
        .addParam("name", name)
        .addParam("claim", claim)
        .execute();
    execute.createDelete("DELETE FROM claim WHERE id = :claim").addParam("claim", claim).execute();
  }

  private static void tell(DbExecute execute, long reservation, Allocation taken, String was) {
    var why =
        "%s is taken in NetBox, so %s has %s instead"
            .formatted(was, taken.description(), taken.address());
    NoticeRows.add(
        execute, List.of(new NoticeRows.New(reservation, NoticeKind.REASSIGNED, why)), null);
  }
}
