package direttore.app.boot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import direttore.app.data.DataFolder;
import direttore.app.postgres.EmbeddedPostgres;
import direttore.testkit.DataFolders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A data folder of version 0.1 as it was a moment after its program was killed in mid-work. */
final class OldFolder {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> FILES =
      List.of(
          "secret.key", "simulator.password", "simulator.token", "simulator/cluster-1-12-1.jsonl");

  /** As if it had been stopped just now: sessions, audit and operations end by their age. */
  private static final String NOW =
      """
      DO $$
      DECLARE
        passed interval := (SELECT now() - max(at) FROM audit);
        moment record;
      BEGIN
        SET LOCAL session_replication_role = replica;
        FOR moment IN
          SELECT c.table_name AS of, c.column_name AS name
            FROM information_schema.columns c JOIN information_schema.tables t USING (table_name)
           WHERE t.table_schema = 'public' AND t.table_type = 'BASE TABLE'
             AND c.data_type = 'timestamp with time zone'
        LOOP
          EXECUTE format('UPDATE %I SET %I = %2$I + $1', moment.of, moment.name) USING passed;
        END LOOP;
      END $$
      """;

  /** What stays as it is, less what changes whenever somebody comes in. */
  private static final List<String> KEPT =
      List.of(
          "SELECT to_jsonb(t) - 'last_sign_in' FROM person t",
          "SELECT to_jsonb(t) FROM team t",
          "SELECT to_jsonb(t) FROM team_member t",
          "SELECT to_jsonb(t) FROM person_grant t",
          "SELECT to_jsonb(t) - 'seen_at' FROM session t",
          "SELECT to_jsonb(t) - 'last_used' - 'last_address' FROM api_token t",
          "SELECT to_jsonb(t) - 'last_sign_in' FROM known_address t",
          "SELECT to_jsonb(t) FROM quota t",
          "SELECT to_jsonb(t) FROM audit t",
          "SELECT to_jsonb(t) FROM audit_ending t",
          "SELECT to_jsonb(t) FROM operation t WHERE finished_at IS NOT NULL");

  private final DataFolder folder;
  private final Map<String, List<JsonNode>> left;

  private OldFolder(DataFolder folder, Map<String, List<JsonNode>> left) {
    this.folder = folder;
    this.left = left;
  }

  /** Makes it there. */
  static OldFolder in(Path path) throws IOException, SQLException {
    var folder = DataFolder.open(DataFolders.sharing(path));
    for (var file : FILES) {
      var copy = folder.resolve(file);
      Files.createDirectories(copy.getParent());
      Files.writeString(copy, text(file));
    }
    var broken = new ArrayList<RuntimeException>();
    try (var server = EmbeddedPostgres.start(folder, broken::add);
        var connection =
            DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
        var statement = connection.createStatement()) {
      statement.execute(text("database.dump"));
      statement.execute(NOW);
      return new OldFolder(folder, rows(connection));
    }
  }

  /** The rows that were left, by what selects them. */
  Map<String, List<JsonNode>> left() {
    return left;
  }

  /** The rows of now, in the database of the program that runs on it. */
  Map<String, List<JsonNode>> rows() throws IOException, SQLException {
    var address = EmbeddedPostgres.running(folder).orElseThrow();
    try (var connection =
        DriverManager.getConnection(address.url(), address.user(), address.password())) {
      return rows(connection);
    }
  }

  private static Map<String, List<JsonNode>> rows(Connection connection)
      throws IOException, SQLException {
    var all = new LinkedHashMap<String, List<JsonNode>>();
    for (var sql : KEPT) {
      var rows = new ArrayList<JsonNode>();
      try (var statement = connection.createStatement();
          var found = statement.executeQuery(sql)) {
        while (found.next()) {
          rows.add(JSON.readTree(found.getString(1)));
        }
      }
      all.put(sql, rows);
    }
    return all;
  }

  /** An API token of that person, made then. */
  static String token() throws IOException {
    return text("ada.token").strip();
  }

  private static String text(String file) throws IOException {
    try (var in = OldFolder.class.getResourceAsStream("version-0.1/" + file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
