package direttore.store.inventory;

import direttore.domain.inventory.Slice;
import direttore.store.Row;
import io.helidon.dbclient.DbClient;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Parts of lists: how many there are, and which are on a page. */
final class Pages {
  private Pages() {}

  /**
   * How many rows there are.
   *
   * @param from a query from its FROM on
   */
  static long total(DbClient db, String from, Conditions conditions) {
    return conditions
        .bind(db.execute().createGet("SELECT count(*) AS total " + from))
        .execute()
        .map(row -> new Row(row).number("total"))
        .orElse(0L);
  }

  /**
   * The ids on a page, in order.
   *
   * @param from a query from its FROM on, with its order
   */
  static List<Long> ids(DbClient db, String id, String from, Conditions conditions, Slice slice) {
    return conditions
        .bind(
            db.execute()
                .createQuery("SELECT %s AS id %s OFFSET :offset LIMIT :limit".formatted(id, from)))
        .addParam("offset", slice.offset())
        .addParam("limit", slice.limit())
        .execute()
        .map(row -> new Row(row).number("id"))
        .toList();
  }

  /** As PostgreSQL writes an array of them. */
  static String array(Collection<Long> ids) {
    return ids.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
  }
}
