package direttore.store.inventory;

import direttore.domain.inventory.Inventory;
import direttore.domain.inventory.Listed;
import direttore.domain.inventory.Prefix;
import direttore.domain.inventory.PrefixDetails;
import direttore.domain.inventory.Slice;
import direttore.store.Row;
import io.helidon.dbclient.DbClient;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Prefixes of the copy. */
final class PgPrefixes {
  private final DbClient db;

  PgPrefixes(DbClient db) {
    this.db = db;
  }

  Listed<Prefix> list(Inventory.PrefixFilter filter, Slice slice) {
    var conditions = conditions(filter);
    var from =
        """
        FROM inventory_object p
        LEFT JOIN inventory_object v ON v.kind = 'vrf' AND v.id = p.vrf
        LEFT JOIN inventory_site s ON s.kind = p.kind AND s.id = p.id
        WHERE
        """
            + conditions.sql();
    var total = Pages.total(db, from, conditions);
    var ids =
        Pages.ids(
            db,
            "p.id",
            from + " ORDER BY p.vrf <> 0, v.place, p.vrf, p.network, p.id",
            conditions,
            slice);
    return new Listed<>(of(ids), total);
  }

  private static Conditions conditions(Inventory.PrefixFilter filter) {
    var within = filter.within();
    var conditions =
        new Conditions("p.kind = 'prefix'")
            .and("family(p.network) = :family", "family", filter.family())
            .and("p.status = :status", "status", filter.status())
            .and("s.slug = :site", "site", filter.site())
            .and("p.role = :role", "role", filter.role())
            .and("p.tags @> to_jsonb(CAST(:tag AS text))", "tag", filter.tag())
            .and(
                "p.network <<= CAST(:within AS inet)",
                "within",
                within == null ? null : within.toString())
            .and(
                """
                position(lower(:words) IN
                         lower(text(p.network) || ' ' || coalesce(p.body ->> 'description', ''))) > 0
                """,
                "words",
                filter.words());
    return inVrf(conditions, filter.vrf());
  }

  static Conditions inVrf(Conditions conditions, @Nullable String vrf) {
    return Inventory.GLOBAL.equals(vrf)
        ? conditions.and("p.vrf = 0")
        : conditions.and("v.name = :vrf", "vrf", vrf);
  }

  List<Prefix> of(Collection<Long> ids) {
    return PrefixRows.of(db.execute(), ids);
  }

  private Optional<Prefix> one(long id) {
    return of(List.of(id)).stream().findFirst();
  }

  Optional<PrefixDetails> details(long id) {
    return one(id)
        .map(prefix ->
            new PrefixDetails(
                prefix,
                of(related(id, "o.network >> p.network")),
                of(
                    related(
                        id,
                        """
                        o.network << p.network AND NOT EXISTS (
                          SELECT FROM inventory_object m
                           WHERE m.kind = 'prefix' AND m.vrf = p.vrf
                             AND m.network << p.network AND m.network >> o.network)
                        """)),
                PrefixRooms.ranges(db.execute(), id, "AND r.host <<= p.network")));
  }

  private List<Long> related(long id, String condition) {
    return db.execute()
        .createQuery(
            """
            SELECT o.id FROM inventory_object p
              JOIN inventory_object o ON o.kind = 'prefix' AND o.vrf = p.vrf AND
            """
                + condition
                + " WHERE p.kind = 'prefix' AND p.id = :id")
        .addParam("id", id)
        .execute()
        .map(row -> new Row(row).number("id"))
        .toList();
  }
}
