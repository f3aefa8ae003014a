package direttore.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/** Looks whether a database can be worked with, before anything is changed in it. */
final class Fitness {
  private static final int TRIES = 5;
  private final Database database;
  private final int newest;
  private final Set<String> tables;

  /**
   * @param newest version of the schema that this program knows
   * @param tables what it has then, views too
   */
  Fitness(Database database, int newest, Set<String> tables) {
    this.database = database;
    this.newest = newest;
    this.tables = Set.copyOf(tables);
  }

  /** Refuses, in one sentence, a database that cannot be worked with. */
  void require() {
    try (var one = database.connect();
        var two = database.connect()) {
      requireSessions(one, two);
      requireChanges(one);
      var version = version(one);
      if (version > newest) {
        throw unfit(
            "has the schema V%d of a newer Direttore, and this one knows up to V%d: start that one, or restore a backup"
                .formatted(version, newest));
      }
      requireRights(one, version);
      requireExtension(one);
    } catch (SQLException e) {
      throw new UnfitDatabase(
          "The database %s cannot be used: %s.".formatted(database.name(), said(e)), e);
    }
  }

  /**
   * Locks and notices are of a session. A pooler that hands sessions out by transaction has the two
   * connections share one.
   */
  private void requireSessions(Connection one, Connection two) throws SQLException {
    for (var i = 0; i < TRIES; i++) {
      if (text(one, "SELECT pg_backend_pid()").equals(text(two, "SELECT pg_backend_pid()"))) {
        throw unfit(
            "is reached through a pooler in transaction mode, such as pgbouncer: use session mode, or name PostgreSQL itself");
      }
    }
  }

  private void requireChanges(Connection connection) throws SQLException {
    if (text(connection, "SHOW transaction_read_only").equals("on")) {
      throw unfit("is read-only, as a standby is: name the primary");
    }
  }

  /** The version of the schema that is there; 0 for none. */
  private static int version(Connection connection) throws SQLException {
    if (text(connection, "SELECT to_regclass('flyway_schema_history') IS NOT NULL").equals("f")
        || text(connection, "SELECT has_table_privilege('flyway_schema_history', 'SELECT')")
            .equals("f")) {
      return 0;
    }
    return Integer.parseInt(
        text(
            connection,
            """
            SELECT coalesce(max(version::integer), 0) FROM flyway_schema_history
             WHERE version ~ '^[0-9]+$' AND success
            """));
  }

  private void requireRights(Connection connection, int version) throws SQLException {
    var lacking = lacking(connection);
    var makes =
        text(
            connection, "SELECT coalesce(has_schema_privilege(current_schema(), 'CREATE'), false)");
    if (!lacking.isEmpty() || (version < newest && makes.equals("f"))) {
      throw unfit(
          "gives the user %s too few rights%s: it must own the database, or be granted CREATE on its schema and all rights on its tables"
              .formatted(
                  text(connection, "SELECT current_user"),
                  lacking.isEmpty() ? "" : " on " + lacking));
    }
  }

  /** One of PostgreSQL's own, which whoever may create in the database may add. */
  private void requireExtension(Connection connection) throws SQLException {
    if (text(
            connection,
            """
            SELECT EXISTS (SELECT FROM pg_extension WHERE extname = 'btree_gist')
                OR EXISTS (SELECT FROM pg_available_extensions WHERE name = 'btree_gist')
                   AND has_database_privilege(current_database(), 'CREATE')
            """)
        .equals("f")) {
      throw unfit(
          "lacks the extension btree_gist, and the user %s may not add it: have an administrator run CREATE EXTENSION btree_gist there (it comes with PostgreSQL's contrib package)"
              .formatted(text(connection, "SELECT current_user")));
    }
  }

  /** The tables of ours and of the queue that it has not all rights on that are needed. */
  private String lacking(Connection connection) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            SELECT coalesce(string_agg(c.relname, ', ' ORDER BY c.relname), '')
              FROM pg_class c
             WHERE c.relnamespace = to_regnamespace(current_schema()) AND c.relkind IN ('r', 'v')
               AND (c.relname = ANY (?) OR starts_with(c.relname, 'jobrunr_'))
               AND NOT (has_table_privilege(c.oid, 'SELECT')
                        AND (c.relkind = 'v'
                             OR has_table_privilege(c.oid, 'INSERT')
                                AND (c.relname = ANY (?)
                                     OR has_table_privilege(c.oid, 'UPDATE')
                                        AND has_table_privilege(c.oid, 'DELETE'))))
            """)) {
      statement.setArray(1, connection.createArrayOf("text", tables.toArray()));
      statement.setArray(2, connection.createArrayOf("text", AppRole.WRITTEN_ONCE.toArray()));
      try (var rows = statement.executeQuery()) {
        rows.next();
        return rows.getString(1);
      }
    }
  }

  private UnfitDatabase unfit(String why) {
    return new UnfitDatabase("The database %s %s.".formatted(database.name(), why), null);
  }

  private static String text(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static String said(SQLException failure) {
    var first = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    return first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
  }
}
