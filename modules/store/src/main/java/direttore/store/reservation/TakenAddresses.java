package direttore.store.reservation;

import direttore.domain.Refusal;
import direttore.domain.inventory.Gateway;
import direttore.domain.node.ClusterName;
import direttore.domain.reservation.AddressRange;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.Party;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.ReservationKind;
import direttore.domain.reservation.ResourceKind;
import direttore.store.Row;
import io.helidon.dbclient.DbExecute;
import java.util.ArrayList;
import java.util.List;

/**
 * Refuses claims of addresses that somebody has outside reservations: NetBox, or whoever took them
 * of it here. What is a gateway, or may be one, is no obstacle, nor is what stands in a pool of
 * NetBox, which is reserved for what is left of it. Of the same address in several VRFs that of the
 * global table counts, where that has a prefix around it.
 */
final class TakenAddresses {
  private static final String FIRST =
      """
      WITH range AS MATERIALIZED (
        SELECT w.place, lower(CAST(w.addresses AS inetrange)) AS low,
               upper(CAST(w.addresses AS inetrange)) AS high
          FROM unnest(CAST(:names AS text[]), CAST(:ranges AS text[]))
                 WITH ORDINALITY AS w (name, addresses, place)
         WHERE NOT EXISTS (SELECT FROM resource r
                            WHERE r.kind = 'addresses' AND r.cluster = :cluster
                              AND r.name = w.name AND r.inventory_id IS NOT NULL)
      ), mine AS MATERIALIZED (
        SELECT a.vrf, a.host FROM allocation a
         WHERE a.state <> 'released' AND a.requester = :requester
           AND a.person IS NOT DISTINCT FROM CAST(:person AS uuid)
      ), taken AS (
        SELECT r.place, o.vrf, o.host, coalesce(nullif(o.body ->> 'dns_name', ''),
                                                nullif(o.body ->> 'description', '')) AS by
          FROM range r
          JOIN inventory_object o ON o.kind = 'address' AND o.host BETWEEN r.low AND r.high
         WHERE o.role IS NULL AND NOT o.tags @> '"gateway"'
           AND NOT EXISTS (
             SELECT FROM inventory_object p
              WHERE p.kind = 'prefix' AND p.vrf = o.vrf AND p.network >>= o.host
                AND EXISTS (SELECT FROM unnest(CAST(:fields AS text[])) AS f (field)
                             WHERE split_part(p.body -> 'custom_fields' ->> f.field, '/', 1)
                                     = host(o.host)))
         UNION ALL
        SELECT r.place, a.vrf, a.host, a.requester
          FROM range r
          JOIN allocation a ON a.state <> 'released' AND a.host BETWEEN r.low AND r.high
      )
      SELECT t.place, host(t.host) AS host, t.by
        FROM taken t
       WHERE NOT EXISTS (SELECT FROM mine m WHERE m.vrf = t.vrf AND m.host = t.host)
         AND (t.vrf = 0 OR NOT EXISTS (SELECT FROM inventory_object p
                                        WHERE p.kind = 'prefix' AND p.vrf = 0
                                          AND p.network >>= t.host))
       ORDER BY t.place, t.host
       LIMIT 1
      """;

  private TakenAddresses() {}

  /** What is new of it; what is booked already was free when it was. */
  static void require(DbExecute execute, Plan plan) {
    var before = plan.before();
    require(
        execute,
        plan.after(),
        plan.ask().requests(),
        before == null ? List.of() : before.requests());
  }

  /**
   * Refuses with {@code Impossible} of the field {@code claims[i].addresses}.
   *
   * @param had what it claims already
   */
  static void require(
      DbExecute execute,
      Reservation reservation,
      List<ClaimRequest> requests,
      List<ClaimRequest> had) {
    if (reservation.kind() != ReservationKind.BLACKOUT) {
      require(execute, reservation.details().party(), requests, had);
    }
  }

  private static void require(
      DbExecute execute, Party party, List<ClaimRequest> requests, List<ClaimRequest> had) {
    var places = new ArrayList<Integer>();
    var ranges = new ArrayList<AddressRange>();
    for (var i = 0; i < requests.size(); i++) {
      if (requests.get(i) instanceof ClaimRequest.Named(var kind, var name, _)
          && kind == ResourceKind.ADDRESSES
          && !had.contains(requests.get(i))) {
        places.add(i);
        ranges.add(AddressRange.parse(name));
      }
    }
    if (!ranges.isEmpty()) {
      execute
          .createQuery(FIRST)
          .addParam("names", texts(ranges.stream().map(AddressRange::toString).toList()))
          .addParam("ranges", texts(ranges.stream().map(AddressRange::interval).toList()))
          .addParam("cluster", ClusterName.MAIN.value())
          .addParam("requester", party.requester())
          .addParam("person", party.person())
          .addParam("fields", texts(Gateway.FIELDS))
          .execute()
          .map(Row::new)
          .findFirst()
          .ifPresent(row -> {
            throw refusal(row, places.get((int) row.number("place") - 1));
          });
    }
  }

  private static Refusal refusal(Row row, int claim) {
    var by = row.textOrNull("by");
    return new Refusal.Impossible(
        "claims[%d].addresses".formatted(claim),
        "%s is taken%s: reserve others, or any of its prefix."
            .formatted(row.text("host"), by == null ? " in NetBox" : " (%s)".formatted(by)));
  }

  private static String[] texts(List<String> all) {
    return all.toArray(String[]::new);
  }
}
