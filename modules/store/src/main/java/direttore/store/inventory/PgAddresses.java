package direttore.store.inventory;

import direttore.domain.inventory.Gateway;
import direttore.domain.inventory.Inventory;
import direttore.domain.inventory.IpAddress;
import direttore.domain.inventory.Listed;
import direttore.domain.inventory.Network;
import direttore.domain.inventory.Slice;
import direttore.store.Row;
import io.helidon.dbclient.DbClient;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Addresses of the copy. */
final class PgAddresses {
  private static final String ORDER = " ORDER BY a.vrf <> 0, v.place, a.vrf, a.host, a.id";

  /** With the narrowest prefix around each, and what may be the gateway of that. */
  private static final String SELECT =
      """
      SELECT a.id, text(a.network) AS address, family(a.network) AS family,
             CAST(a.body AS text) AS body, v.name AS vrf_name,
             p.id AS prefix, text(p.network) AS prefix_network, CAST(p.body AS text) AS prefix_body,
             g.gateways, a.assigned_type, i.name AS port, coalesce(d.id, m.id) AS holder,
             coalesce(d.name, m.name) AS holder_name
        FROM inventory_object a
        LEFT JOIN inventory_object v ON v.kind = 'vrf' AND v.id = a.vrf
        LEFT JOIN LATERAL (
          SELECT n.id, n.vrf, n.network, n.body FROM inventory_object n
           WHERE n.kind = 'prefix' AND n.vrf = a.vrf AND n.network >>= a.host
           ORDER BY masklen(n.network) DESC, n.id LIMIT 1) p ON true
        LEFT JOIN inventory_object i
          ON i.id = a.assigned_id
         AND i.kind = CASE a.assigned_type WHEN 'dcim.interface' THEN 'interface'
                                           WHEN 'virtualization.vminterface' THEN 'vm-interface' END
        LEFT JOIN inventory_object d
          ON d.kind = 'device' AND i.kind = 'interface' AND d.id = i.parent
        LEFT JOIN inventory_object m
          ON m.kind = 'virtual-machine' AND i.kind = 'vm-interface' AND m.id = i.parent
        LEFT JOIN gateway g ON g.prefix = p.id
       WHERE a.kind = 'address' AND a.id = ANY (CAST(:ids AS bigint[]))
      """;

  /** What may be a gateway, of each of those prefixes that are the narrowest around one of them. */
  private static final String GATEWAYS =
      """
      WITH gateway AS MATERIALIZED (
        SELECT p.id AS prefix,
               string_agg(host(a.host) || '|' || coalesce(a.role, '') || '|'
                            || (a.tags @> '"gateway"'), ' ') AS gateways
          FROM (SELECT DISTINCT ON (n.id) n.id, n.vrf, n.network
                  FROM inventory_object o
                 CROSS JOIN LATERAL (
                   SELECT x.id, x.vrf, x.network FROM inventory_object x
                    WHERE x.kind = 'prefix' AND x.vrf = o.vrf AND x.network >>= o.host
                    ORDER BY masklen(x.network) DESC, x.id LIMIT 1) n
                 WHERE o.kind = 'address' AND o.id = ANY (CAST(:ids AS bigint[]))) p
          JOIN inventory_object a
            ON a.kind = 'address' AND a.vrf = p.vrf
           AND a.host BETWEEN CAST(host(p.network) AS inet)
                          AND CAST(host(broadcast(p.network)) AS inet)
           AND %s AND %s
         GROUP BY p.id)
      """
          .formatted(PrefixRows.GATEWAY.strip(), PrefixRows.NARROWEST.strip());

  private final DbClient db;

  PgAddresses(DbClient db) {
    this.db = db;
  }

  Listed<IpAddress> list(Inventory.AddressFilter filter, Slice slice) {
    var conditions = conditions(filter);
    var from =
        """
        FROM inventory_object a
        LEFT JOIN inventory_object v ON v.kind = 'vrf' AND v.id = a.vrf
        WHERE
        """
            + conditions.sql();
    return new Listed<>(
        of(Pages.ids(db, "a.id", from + ORDER, conditions, slice)),
        Pages.total(db, from, conditions));
  }

  private static Conditions conditions(Inventory.AddressFilter filter) {
    var conditions =
        new Conditions("a.kind = 'address'")
            .and("family(a.network) = :family", "family", filter.family())
            .and("a.status = :status", "status", filter.status())
            .and("a.role = :role", "role", filter.role())
            .and("a.tags @> to_jsonb(CAST(:tag AS text))", "tag", filter.tag())
            .and(
                "position(lower(:dns_name) IN lower(a.body ->> 'dns_name')) > 0",
                "dns_name",
                filter.dnsName())
            .and(
                """
                position(lower(:words) IN lower(text(a.network) || ' '
                  || coalesce(a.body ->> 'dns_name', '') || ' '
                  || coalesce(a.body ->> 'description', ''))) > 0
                """,
                "words",
                filter.words())
            .and(
                """
                a.assigned_type = 'dcim.interface' AND a.assigned_id IN (
                  SELECT i.id FROM inventory_object i
                   WHERE i.kind = 'interface' AND i.parent = :device)
                """,
                "device",
                filter.device())
            .and(
                """
                EXISTS (SELECT FROM inventory_object p
                         WHERE p.kind = 'prefix' AND p.id = :prefix AND p.vrf = a.vrf
                           AND a.host <<= p.network)
                """,
                "prefix",
                filter.prefix());
    within(conditions, filter.within());
    return Inventory.GLOBAL.equals(filter.vrf())
        ? conditions.and("a.vrf = 0")
        : conditions.and("v.name = :vrf", "vrf", filter.vrf());
  }

  private static void within(Conditions conditions, @Nullable Network network) {
    if (network != null) {
      conditions
          .and("a.host >= CAST(:lowest AS inet)", "lowest", network.first().toString())
          .and("a.host <= CAST(:highest AS inet)", "highest", network.last().toString());
    }
  }

  List<IpAddress> of(Collection<Long> ids) {
    return db.execute()
        .createQuery(GATEWAYS + SELECT + ORDER)
        .addParam("ids", Pages.array(ids))
        .execute()
        .map(row -> address(new Row(row)))
        .toList();
  }

  private static IpAddress address(Row row) {
    var body = Body.parse(row.text("body"));
    var role = body.choice("role");
    return new IpAddress(
        row.number("id"),
        row.text("address"),
        row.integer("family"),
        body.text("dns_name"),
        body.text("description"),
        body.choice("status"),
        row.textOrNull("vrf_name"),
        body.tags(),
        body.fields(),
        role.isEmpty() ? null : role,
        body.nameOf("tenant"),
        within(row),
        assignment(row));
  }

  private static IpAddress.@Nullable Within within(Row row) {
    var prefix = row.numberOrNull("prefix");
    if (prefix == null) {
      return null;
    }
    var fields = Body.parse(row.text("prefix_body")).fields();
    var candidates = PrefixRows.candidates(row.textOrNull("gateways"));
    return new IpAddress.Within(
        prefix,
        Network.parse(row.text("prefix_network")),
        Gateway.of(fields, candidates).orElse(null));
  }

  private static IpAddress.@Nullable Assignment assignment(Row row) {
    var type = row.textOrNull("assigned_type");
    if (type == null) {
      return null;
    }
    var kind =
        switch (type) {
          case "dcim.interface" -> IpAddress.Holder.DEVICE;
          case "virtualization.vminterface" -> IpAddress.Holder.VIRTUAL_MACHINE;
          default -> IpAddress.Holder.OTHER;
        };
    return new IpAddress.Assignment(
        kind, row.numberOrNull("holder"), row.textOrNull("holder_name"), row.textOrNull("port"));
  }
}
