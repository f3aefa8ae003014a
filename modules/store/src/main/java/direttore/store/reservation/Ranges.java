package direttore.store.reservation;

import direttore.domain.node.ClusterName;
import direttore.domain.reservation.AddressRange;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.Held;
import direttore.domain.reservation.Resource;
import direttore.domain.reservation.ResourceKind;
import direttore.domain.reservation.Window;
import direttore.store.Row;
import io.helidon.dbclient.DbExecute;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Ranges of addresses: resources that keep each other out where they overlap. */
final class Ranges {
  private Ranges() {}

  /** Whoever books a range makes it something to be claimed. */
  static void add(DbExecute execute, List<ClaimRequest> requests) {
    var names = new TreeSet<String>();
    for (var request : requests) {
      if (request instanceof ClaimRequest.Named named && named.kind() == ResourceKind.ADDRESSES) {
        names.add(named.name());
      }
    }
    for (var name : names) {
      execute
          .createInsert(
              """
              INSERT INTO resource (kind, cluster, name, addresses)
              SELECT 'addresses', :cluster, :name, CAST(:addresses AS inetrange)
               WHERE NOT EXISTS (SELECT FROM resource
                                  WHERE kind = 'addresses' AND cluster = :same AND name = :likewise)
              ON CONFLICT DO NOTHING
              """)
          .addParam("cluster", ClusterName.MAIN.value())
          .addParam("name", name)
          .addParam("addresses", AddressRange.parse(name).interval())
          .addParam("same", ClusterName.MAIN.value())
          .addParam("likewise", name)
          .execute();
    }
  }

  /** All that is asked for, by the ids, with other ranges that have addresses of those. */
  static Set<Integer> reached(DbExecute execute, Ask ask) {
    var ids = new TreeSet<>(ask.all());
    if (!ask.ranges().isEmpty()) {
      execute
          .createQuery(
              """
              SELECT DISTINCT o.id FROM resource r JOIN resource o ON o.addresses && r.addresses
               WHERE r.id = ANY (CAST(:ids AS integer[]))
              """)
          .addParam("ids", HeldRows.array(ids))
          .execute()
          .map(row -> new Row(row).integer("id"))
          .forEach(ids::add);
    }
    return ids;
  }

  /**
   * What others hold with what they hold of other ranges that have addresses of those asked for,
   * and of addresses of prefixes.
   */
  static List<Held> with(
      DbExecute execute,
      List<Held> held,
      Collection<Ask> asks,
      Collection<Window> windows,
      Collection<Long> besides) {
    var ranges = asks.stream().flatMap(ask -> ask.ranges().stream()).distinct().toList();
    var read = asks.stream().flatMap(ask -> ask.ids().stream()).distinct().toList();
    return ranges.isEmpty()
        ? held
        : Stream.concat(
                held.stream(), overlapping(execute, ranges, read, windows, besides).stream())
            .toList();
  }

  private static List<Held> overlapping(
      DbExecute execute,
      List<Resource> ranges,
      List<Integer> read,
      Collection<Window> windows,
      Collection<Long> besides) {
    return execute
        .createQuery(
            """
            SELECT r.id AS resource, a.reservation, lower(a.during) AS since,
                   upper(a.during) AS until
              FROM unnest(CAST(:ids AS integer[]), CAST(:ranges AS text[])) AS r (id, addresses)
              JOIN address_claim a ON a.addresses && CAST(r.addresses AS inetrange)
              JOIN claim c ON c.id = a.claim
                          AND (c.resource <> r.id OR r.id <> ALL (CAST(:read AS integer[])))
             WHERE a.holding AND a.reservation <> ALL (CAST(:besides AS bigint[]))
               AND EXISTS (SELECT FROM unnest(CAST(:windows AS tstzrange[])) AS w (during)
                            WHERE a.during && w.during)
            """)
        .addParam("ids", HeldRows.array(ranges.stream().map(Resource::id).toList()))
        .addParam("read", HeldRows.array(read))
        .addParam(
            "ranges",
            ranges.stream()
                .map(range -> AddressRange.parse(range.name()).interval())
                .toArray(String[]::new))
        .addParam("besides", HeldRows.array(besides))
        .addParam("windows", HeldRows.windows(windows))
        .execute()
        .map(Row::new)
        .map(row ->
            new Held(
                row.integer("resource"),
                row.number("reservation"),
                ReservationRows.window(row),
                null))
        .toList();
  }
}
