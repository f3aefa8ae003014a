package direttore.store.operation;

import direttore.domain.Refusal;
import direttore.domain.node.ClusterName;
import direttore.domain.operation.Operation;
import direttore.domain.operation.OperationFilter;
import direttore.domain.operation.OperationPage;
import io.helidon.dbclient.DbClient;
import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lists operations, newest first, page by page; a page is stable while new ones arrive. */
final class OperationPages {
  private final DbClient db;

  OperationPages(DbClient db) {
    this.db = db;
  }

  OperationPage page(OperationFilter filter) {
    var where = new Where();
    where.add("kind = :kind", "kind", filter.kind());
    where.add("requested_by = :by", "by", filter.requestedBy());
    if (filter.node() != null) {
      where.add("node = :node", "node", filter.node().value());
    }
    if (filter.vmid() != null) {
      where.add("cluster = :cluster", "cluster", ClusterName.MAIN.value());
      where.add("vmid = :vmid", "vmid", filter.vmid().value());
    }
    if (filter.since() != null) {
      where.add("created_at >= :since", "since", Timestamp.from(filter.since()));
    }
    if (!filter.states().isEmpty()) {
      // The words are ours, from an enum.
      var words =
          filter.states().stream().map(s -> "'" + s.wire() + "'").collect(Collectors.joining(", "));
      where.add("state IN (" + words + ")");
    }
    if (filter.after() != null) {
      where.after(Cursor.parse(filter.after()));
    }
    return read(where, filter.limit());
  }

  private OperationPage read(Where where, int limit) {
    var query =
        db.execute()
            .createQuery(
                "SELECT %s FROM operation %s ORDER BY created_at DESC, id DESC LIMIT %d"
                    .formatted(OperationRow.COLUMNS, where, limit + 1));
    where.parameters.forEach(query::addParam);
    var found = query.execute().map(OperationRow::read).toList();
    if (found.size() <= limit) {
      return new OperationPage(found, null);
    }
    var page = found.subList(0, limit);
    return new OperationPage(page, Cursor.of(page.getLast()).toString());
  }

  /** Where a page ended. */
  private record Cursor(Instant created, UUID id) {
    static Cursor of(Operation operation) {
      return new Cursor(operation.created(), operation.id());
    }

    static Cursor parse(String text) {
      try {
        var parts = text.split("_", 2);
        return new Cursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
      } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException e) {
        throw new Refusal.Invalid("after", "must be the next of an earlier page");
      }
    }

    @Override
    public String toString() {
      return created + "_" + id;
    }
  }

  private static final class Where {
    private final StringBuilder sql = new StringBuilder();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    void add(String condition) {
      sql.append(sql.isEmpty() ? "WHERE " : " AND ").append(condition);
    }

    void add(String condition, String name, @Nullable Object value) {
      if (value != null) {
        add(condition);
        parameters.put(name, value);
      }
    }

    void after(Cursor cursor) {
      add("(created_at, id) < (:created, :id)");
      parameters.put("created", Timestamp.from(cursor.created()));
      parameters.put("id", cursor.id());
    }

    @Override
    public String toString() {
      return sql.toString();
    }
  }
}
