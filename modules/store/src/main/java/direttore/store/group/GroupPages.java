package direttore.store.group;

import direttore.domain.Refusal;
import direttore.domain.group.Group;
import direttore.domain.group.GroupFilter;
import direttore.domain.group.GroupPage;
import io.helidon.dbclient.DbClient;
import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists groups, newest first, page by page; a page is stable while new ones arrive. */
final class GroupPages {
  private final DbClient db;

  GroupPages(DbClient db) {
    this.db = db;
  }

  GroupPage page(GroupFilter filter) {
    var found = groups(filter);
    if (found.size() <= filter.limit()) {
      return new GroupPage(GroupRows.progress(db.execute(), found), null);
    }
    var page = found.subList(0, filter.limit());
    var last = page.getLast();
    return new GroupPage(GroupRows.progress(db.execute(), page), last.created() + "_" + last.id());
  }

  private List<Group> groups(GroupFilter filter) {
    var after = Cursor.parse(filter.after());
    return db.execute()
        .createQuery(
            "SELECT "
                + GroupRows.COLUMNS
                + " FROM "
                + GroupRows.TABLES
                + """
                 WHERE (CAST(:by AS text) IS NULL OR requested_by = :name)
                   AND (CAST(:active AS boolean) IS NULL
                        OR (finished_at IS NULL) = :under)
                   AND (CAST(:after AS timestamptz) IS NULL
                        OR (created_at, id) < (:created, CAST(:id AS uuid)))
                 ORDER BY created_at DESC, id DESC
                """
                + " LIMIT "
                + (filter.limit() + 1))
        .addParam("by", filter.requestedBy())
        .addParam("name", filter.requestedBy())
        .addParam("active", filter.active())
        .addParam("under", filter.active())
        .addParam("after", after == null ? null : Timestamp.from(after.created()))
        .addParam("created", after == null ? null : Timestamp.from(after.created()))
        .addParam("id", after == null ? null : after.id())
        .execute()
        .map(GroupRows::group)
        .toList();
  }

  /** Where a page ended. */
  private record Cursor(Instant created, UUID id) {
    static @Nullable Cursor parse(@Nullable String text) {
      if (text == null) {
        return null;
      }
      try {
        var parts = text.split("_", 2);
        return new Cursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
      } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException e) {
        throw new Refusal.Invalid("after", "must be the next of an earlier page");
      }
    }
  }
}
