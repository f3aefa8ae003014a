package direttore.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A database with the schema of an earlier version, as somebody worked with it. */
final class OldDatabase implements AutoCloseable {
  final Database database = Database.open(TestDatabase.address(), 2);

  /** That of a version, with the rows of {@code version-N.sql}. */
  OldDatabase(int version) throws IOException, SQLException {
    Schema.steps(database).target(Integer.toString(version)).load().migrate();
    var file = "version-%d.sql".formatted(version);
    try (var rows = OldDatabase.class.getResourceAsStream(file)) {
      execute(
          new String(Objects.requireNonNull(rows, file).readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  void migrate() {
    Schema.migrate(database);
  }

  void execute(String sql) throws SQLException {
    try (var connection = database.connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The first column of each row. */
  List<String> texts(String sql) throws SQLException {
    try (var connection = database.connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var all = new ArrayList<String>();
      while (rows.next()) {
        all.add(rows.getString(1));
      }
      return all;
    }
  }

  @Override
  public void close() {
    database.close();
  }
}
