package direttore.simulator.netbox.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes what a transaction changed into {@code core.objectchange}. */
final class ChangeLog {
  /** The latest changes that are kept, so that a long life does not fill the memory. */
  private static final int KEPT = 20_000;

  private final Transaction transaction;
  private final Database database;

  ChangeLog(Transaction transaction) {
    this.transaction = transaction;
    this.database = transaction.database();
  }

  void add(Transaction.Touched touched) {
    var now = touched.after();
    var before = touched.before();
    if ((now == null && before == null) || !isLogged(touched.row())) {
      return;
    }
    var old = flat(before);
    var fresh = flat(now);
    if (before != null && now != null && old.equals(fresh)) {
      return;
    }
    var action = before == null ? "create" : now == null ? "delete" : "update";
    var shown = Objects.requireNonNullElse(now, touched.row());
    var origin = transaction.origin();
    var row = transaction.create(database.models().type("core.objectchange"));
    row =
        row.with("time", TextNode.valueOf(transaction.now()))
            .with("user", LongNode.valueOf(origin.user()))
            .with("user_name", TextNode.valueOf(origin.name()))
            .with("request_id", TextNode.valueOf(origin.request()))
            .with("action", TextNode.valueOf(action))
            .with("changed_object_type", TextNode.valueOf(shown.model().type()))
            .with("changed_object_id", LongNode.valueOf(shown.id()))
            .with("object_repr", TextNode.valueOf(new Display(database).of(shown)))
            .with("message", TextNode.valueOf(touched.message()))
            .with("prechange_data", before == null ? empty() : old)
            .with("postchange_data", now == null ? empty() : fresh);
    var kept = row;
    database.table(kept.model()).put(kept);
    database.keep(kept);
  }

  void trim() {
    var table = database.table("core.objectchange");
    while (table.size() > KEPT) {
      var oldest = table.all().iterator().next();
      table.remove(oldest.id());
      database.drop(oldest);
    }
  }

  private static boolean isLogged(Row row) {
    return row.model().field("last_updated") != null
        || row.model().type().equals("users.objectpermission");
  }

  private JsonNode flat(@Nullable Row row) {
    return row == null ? JsonNodeFactory.instance.nullNode() : new Flat(database).of(row);
  }

  private static JsonNode empty() {
    return JsonNodeFactory.instance.objectNode();
  }
}
