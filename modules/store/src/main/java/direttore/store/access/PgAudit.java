package direttore.store.access;

import direttore.domain.access.Actor;
import direttore.domain.access.Audit;
import direttore.domain.access.AuditEntry;
import direttore.store.Database;
import direttore.store.Row;
import io.helidon.dbclient.DbClient;
import io.helidon.dbclient.DbRow;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The audit in PostgreSQL, where a trigger refuses every change to what is written. */
public final class PgAudit implements Audit {
  private static final char NO_CHARACTER = '\ufffd';
  // Not where the backslash itself is escaped.
  private static final Pattern NUL_ESCAPE = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000");
  private static final int AT_ONCE = 500;
  private static final String COLUMNS =
      """
      id, at, who, via, address, action, target, before, after, request, outcome, detail,
      operation, ended
      """;
  private static final String MATCHES =
      """
          (CAST(:who AS text) IS NULL OR who = :who)
      AND (CAST(:action AS text) IS NULL OR action = :action OR starts_with(action, CAST(:action AS text) || '.'))
      AND (CAST(:target AS text) IS NULL OR target = :target)
      AND (CAST(:outcome AS text) IS NULL OR outcome = :outcome)
      AND (CAST(:since AS timestamptz) IS NULL OR at >= :since)
      AND (CAST(:until AS timestamptz) IS NULL OR at < :until)
      AND (CAST(:operation AS uuid) IS NULL OR operation = :operation)
      """;
  private final DbClient db;

  public PgAudit(Database database) {
    this.db = database.client();
  }

  @Override
  public void write(AuditEntry entry) {
    db.execute()
        .createInsert(
            """
            INSERT INTO audit
              (at, who, via, address, action, target, before, after, request, outcome, detail,
               operation)
            VALUES
              (:at, :who, :via, :address, :action, :target, :before, :after, :request, :outcome,
               :detail, :operation)
            """)
        .addParam("at", Timestamp.from(entry.at()))
        .addParam("who", entry.who())
        .addParam("via", entry.via().wire())
        .addParam("address", entry.address())
        .addParam("action", entry.action())
        .addParam("target", entry.target())
        .addParam("before", json(entry.before()))
        .addParam("after", json(entry.after()))
        .addParam("request", entry.request())
        .addParam("outcome", entry.outcome().wire())
        .addParam("detail", entry.detail())
        .addParam("operation", entry.operation())
        .execute();
  }

  /** PostgreSQL keeps no NUL, and what was tried with one must not go unnoticed for it. */
  private static @Nullable String json(@Nullable String text) {
    return text == null ? null : NUL_ESCAPE.matcher(text).replaceAll("$1" + NO_CHARACTER);
  }

  @Override
  public List<AuditEntry> page(Filter filter, long before, int limit) {
    return query(
        "SELECT "
            + COLUMNS
            + " FROM audit_seen WHERE id < :edge AND "
            + MATCHES
            + " ORDER BY id DESC LIMIT :limit",
        filter,
        before,
        limit);
  }

  @Override
  public void each(Filter filter, Consumer<AuditEntry> reader) {
    // In lots: an audit of years does not fit into memory.
    for (long after = 0; ; ) {
      var lot =
          query(
              "SELECT "
                  + COLUMNS
                  + " FROM audit_seen WHERE id > :edge AND "
                  + MATCHES
                  + " ORDER BY id LIMIT :limit",
              filter,
              after,
              AT_ONCE);
      lot.forEach(reader);
      if (lot.size() < AT_ONCE) {
        return;
      }
      after = lot.getLast().id();
    }
  }

  private List<AuditEntry> query(String sql, Filter filter, long edge, int limit) {
    var outcome = filter.outcome();
    return db.execute()
        .createQuery(sql)
        .addParam("edge", edge)
        .addParam("who", filter.who())
        .addParam("action", filter.action())
        .addParam("target", filter.target())
        .addParam("outcome", outcome == null ? null : outcome.wire())
        .addParam("since", timestamp(filter.since()))
        .addParam("until", timestamp(filter.until()))
        .addParam("operation", filter.operation())
        .addParam("limit", limit)
        .execute()
        .map(PgAudit::read)
        .toList();
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }

  private static AuditEntry read(DbRow dbRow) {
    var row = new Row(dbRow);
    return new AuditEntry(
        row.number("id"),
        row.instant("at"),
        row.text("who"),
        Actor.Via.valueOf(row.text("via").toUpperCase(Locale.ROOT).replace('-', '_')),
        row.text("address"),
        row.text("action"),
        row.text("target"),
        row.textOrNull("before"),
        row.textOrNull("after"),
        row.text("request"),
        AuditEntry.Outcome.valueOf(row.text("outcome").toUpperCase(Locale.ROOT)),
        row.text("detail"),
        row.uuidOrNull("operation"),
        row.instantOrNull("ended"));
  }
}
