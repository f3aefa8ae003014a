package direttore.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * The role that the program works with where the server is its own: it changes rows, but no table,
 * and of the audit it can only add to it. Its owner changes the schema, at the start.
 */
public final class AppRole {
  /** Tables to which rows are added, and nothing else. */
  static final List<String> WRITTEN_ONCE = List.of("audit", "audit_ending");

  private AppRole() {}

  /**
   * Makes the role or gives it its password, and grants it what it needs of the tables there are.
   *
   * @param owner where the tables were made
   * @param role user and password, both without quotes
   */
  public static void grant(Database owner, DatabaseAddress role) {
    if (!role.user().matches("[a-z_]+") || role.password().contains("'")) {
      throw new IllegalArgumentException("the role must have a plain name and password");
    }
    try (var connection = owner.connect()) {
      connection.setAutoCommit(false);
      make(connection, role);
      execute(connection, grants(role.user()));
      connection.commit();
    } catch (SQLException e) {
      throw new UnfitDatabase(
          "The database %s gives no rights to the user %s: %s."
              .formatted(owner.name(), role.user(), e.getMessage()),
          e);
    }
  }

  private static String grants(String user) {
    return """
    GRANT USAGE ON SCHEMA public TO %1$s;
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO %1$s;
    GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO %1$s;
    REVOKE UPDATE, DELETE ON %2$s FROM %1$s;
    REVOKE INSERT, UPDATE, DELETE ON flyway_schema_history FROM %1$s
    """
        .formatted(user, String.join(", ", WRITTEN_ONCE));
  }

  private static void make(Connection connection, DatabaseAddress role) throws SQLException {
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT FROM pg_roles WHERE rolname = '%s'".formatted(role.user()))) {
      var verb = rows.next() ? "ALTER" : "CREATE";
      execute(
          connection,
          "%s ROLE %s LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD '%s'"
              .formatted(verb, role.user(), role.password()));
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
