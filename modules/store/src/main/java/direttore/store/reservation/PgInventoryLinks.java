package direttore.store.reservation;

import direttore.domain.inventory.Kind;
import direttore.domain.reservation.InventoryLink;
import direttore.domain.reservation.InventoryLinks;
import direttore.store.Database;
import direttore.store.Row;
import direttore.store.Transaction;
import io.helidon.dbclient.DbClient;
import io.helidon.dbclient.DbExecute;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Resources of the inventory's copy, in PostgreSQL. */
public final class PgInventoryLinks implements InventoryLinks {
  /** All that a resource is made of. */
  private static final List<Kind> NEEDED =
      List.of(
          Kind.SITE,
          Kind.LOCATION,
          Kind.VLAN_GROUP,
          Kind.VLAN,
          Kind.PREFIX,
          Kind.RANGE,
          Kind.DEVICE);

  private final Database database;
  private final DbClient db;
  private final String source;

  /**
   * Those of one inventory.
   *
   * @param source which one: what is of another is gone
   */
  public PgInventoryLinks(Database database, String source) {
    this.database = database;
    this.db = database.client();
    this.source = source;
  }

  @Override
  public int keep() {
    if (!whole()) {
      return 0;
    }
    var changed =
        Stream.of(InventoryDifferences.values()).mapToInt(this::keep).sum()
            + Transaction.of(db, execute -> new AddressPools(execute, source).keep());
    if (changed > 0) {
      database.changed();
    }
    return changed;
  }

  /** Whether all of it was read at least once: only what is certain leaves the copy after that. */
  private boolean whole() {
    return db.execute()
        .createGet(
            """
            SELECT count(*) = :needed AS whole
              FROM inventory_copy c
              JOIN inventory_kind k
                ON k.kind = ANY (CAST(:kinds AS text[])) AND k.whole_at IS NOT NULL
             WHERE c.source = :source AND c.read_at IS NOT NULL
            """)
        .addParam("needed", NEEDED.size())
        .addParam(
            "kinds", NEEDED.stream().map(Kind::wire).collect(Collectors.joining(",", "{", "}")))
        .addParam("source", source)
        .execute()
        .map(row -> new Row(row).flag("whole"))
        .orElse(false);
  }

  private int keep(InventoryDifferences of) {
    var all = 0;
    var some = InventoryDifferences.MOST;
    // What could not be written, as somebody was faster, is different the next time too.
    while (some == InventoryDifferences.MOST) {
      some = Transaction.of(db, execute -> part(execute, of));
      all += some;
    }
    return all;
  }

  private int part(DbExecute execute, InventoryDifferences of) {
    return of.of(execute, source)
        .map(differences -> new InventoryWrites(execute, source, of, differences).all())
        .orElse(0);
  }

  @Override
  public Map<Integer, InventoryLink> of(Collection<Integer> resources) {
    return db.execute()
        .createQuery(
            """
            SELECT id, inventory_kind, inventory_id, inventory_name, site, role, withheld
              FROM resource
             WHERE id = ANY (CAST(:ids AS integer[])) AND inventory_id IS NOT NULL
            """)
        .addParam("ids", HeldRows.array(resources))
        .execute()
        .map(Row::new)
        .collect(Collectors.toMap(row -> row.integer("id"), PgInventoryLinks::link));
  }

  private static InventoryLink link(Row row) {
    return new InventoryLink(
        Kind.ofWire(row.text("inventory_kind")),
        row.number("inventory_id"),
        row.text("inventory_name"),
        row.textOrNull("site"),
        row.textOrNull("role"),
        row.textOrNull("withheld"));
  }
}
