package direttore.store.inventory;

import direttore.domain.inventory.Address;
import direttore.domain.inventory.Gateway;
import direttore.domain.inventory.IpRange;
import direttore.domain.inventory.Named;
import direttore.domain.inventory.Network;
import direttore.domain.inventory.Prefix;
import direttore.domain.inventory.Span;
import direttore.domain.inventory.Utilization;
import direttore.store.Row;
import io.helidon.dbclient.DbExecute;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Prefixes with all that is known of them, whichever are asked for. */
final class PrefixRows {
  /** What is a gateway, or may be one. */
  static final String GATEWAY =
      """
      (a.role IS NOT NULL OR a.tags @> '"gateway"')
      """;

  /** Whether a prefix is the narrowest one around an address. */
  static final String NARROWEST =
      """
      NOT EXISTS (SELECT FROM inventory_object n
                   WHERE n.kind = 'prefix' AND n.vrf = p.vrf AND n.network >>= a.host
                     AND masklen(n.network) > masklen(p.network))
      """;

  /** To be followed by an order; prefixes are those of the ids. */
  static final String SELECT =
      """
      SELECT p.id, text(p.network) AS network, CAST(p.body AS text) AS body, v.name AS vrf_name,
             s.slug AS site_slug, s.name AS site_name,
             (SELECT count(*) FROM inventory_object u
               WHERE u.kind = 'prefix' AND u.vrf = p.vrf AND u.network >> p.network) AS depth,
             (SELECT count(*) FROM inventory_object u
               WHERE u.kind = 'prefix' AND u.vrf = p.vrf AND u.network << p.network) AS children,
             CASE WHEN p.status = 'container' THEN 0 ELSE
               (SELECT count(DISTINCT a.host) FROM inventory_object a
                 WHERE a.kind = 'address' AND a.vrf = p.vrf AND a.host BETWEEN e.low AND e.high
                   AND NOT EXISTS (SELECT FROM inventory_object r
                                    WHERE r.kind = 'range' AND r.vrf = p.vrf
                                      AND r.host >= e.low AND r.last_host <= e.high
                                      AND a.host BETWEEN r.host AND r.last_host
                                      AND r.body @> '{"mark_utilized": true}')) END AS hosts,
             (SELECT string_agg(host(r.host) || '-' || host(r.last_host), ' ')
                FROM inventory_object r
               WHERE r.kind = 'range' AND r.vrf = p.vrf
                 AND r.host >= e.low AND r.last_host <= e.high
                 AND r.body @> '{"mark_utilized": true}') AS ranges,
             CASE WHEN p.status = 'container' THEN
               (SELECT string_agg(text(u.network), ' ') FROM inventory_object u
                 WHERE u.kind = 'prefix' AND u.vrf = p.vrf AND u.network << p.network) END
               AS within,
             (SELECT string_agg(host(a.host) || '|' || coalesce(a.role, '') || '|'
                                  || (a.tags @> '"gateway"'), ' ')
                FROM inventory_object a
               WHERE a.kind = 'address' AND a.vrf = p.vrf AND a.host BETWEEN e.low AND e.high
                 AND %s AND %s) AS gateways
        FROM inventory_object p
       CROSS JOIN LATERAL (SELECT CAST(host(p.network) AS inet) AS low,
                                  CAST(host(broadcast(p.network)) AS inet) AS high) e
        LEFT JOIN inventory_object v ON v.kind = 'vrf' AND v.id = p.vrf
        LEFT JOIN inventory_site s ON s.kind = p.kind AND s.id = p.id
       WHERE p.kind = 'prefix' AND p.id = ANY (CAST(:ids AS bigint[]))
       ORDER BY p.vrf <> 0, v.place, p.vrf, p.network, p.id
      """
          .formatted(GATEWAY.strip(), NARROWEST.strip());

  private PrefixRows() {}

  /** Those of these ids, by VRF and network. */
  static List<Prefix> of(DbExecute execute, Collection<Long> ids) {
    return execute
        .createQuery(SELECT)
        .addParam("ids", Pages.array(ids))
        .execute()
        .map(row -> prefix(new Row(row)))
        .toList();
  }

  private static Prefix prefix(Row row) {
    var body = Body.parse(row.text("body"));
    var network = Network.parse(row.text("network"));
    var pool = body.flag("is_pool");
    var fields = body.fields();
    var site = row.textOrNull("site_name");
    return new Prefix(
        row.number("id"),
        network,
        body.choice("status"),
        row.textOrNull("vrf_name"),
        body.text("description"),
        site == null ? null : new Named(row.text("site_slug"), site),
        body.nameOf("role"),
        body.tags(),
        fields,
        vlan(body.other("vlan")),
        pool,
        body.flag("mark_utilized"),
        utilization(row, body, network, pool),
        (int) row.number("depth"),
        (int) row.number("children"),
        Gateway.of(fields, candidates(row.textOrNull("gateways"))).orElse(null));
  }

  private static Utilization utilization(Row row, Body body, Network network, boolean pool) {
    if (body.flag("mark_utilized")) {
      return Utilization.marked();
    }
    return body.choice("status").equals("container")
        ? Utilization.ofContainer(network, listed(row.textOrNull("within"), Network::parse))
        : Utilization.ofAddresses(
            network, pool, row.number("hosts"), listed(row.textOrNull("ranges"), PrefixRows::span));
  }

  private static Prefix.@Nullable OnVlan vlan(@Nullable Body vlan) {
    return vlan == null
        ? null
        : new Prefix.OnVlan(vlan.number("id"), (int) vlan.number("vid"), vlan.text("name"));
  }

  /** Candidates as the query joins them. */
  static List<Gateway.Candidate> candidates(@Nullable String joined) {
    return listed(
        joined,
        text -> {
          var parts = text.split("\\|", -1);
          return new Gateway.Candidate(
              Address.parse(parts[0]), parts[1], Boolean.parseBoolean(parts[2]));
        });
  }

  static <T> List<T> listed(@Nullable String joined, Function<String, T> parse) {
    return joined == null ? List.of() : Arrays.stream(joined.split(" ")).map(parse).toList();
  }

  private static Span span(String text) {
    var ends = text.split("-", -1);
    return new Span(Address.parse(ends[0]), Address.parse(ends[1]));
  }

  /** A range, of the columns {@code id}, {@code first}, {@code last} and {@code body}. */
  static IpRange range(Row row) {
    var body = Body.parse(row.text("body"));
    return new IpRange(
        row.number("id"),
        new Span(Address.parse(row.text("first")), Address.parse(row.text("last"))),
        body.choice("status"),
        body.nameOf("role"),
        body.tags(),
        body.text("description"),
        body.flag("mark_populated"),
        body.flag("mark_utilized"));
  }
}
