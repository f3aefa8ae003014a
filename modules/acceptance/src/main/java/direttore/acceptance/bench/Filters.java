package direttore.acceptance.bench;

import direttore.app.data.DataFolder;
import direttore.app.postgres.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/** What each filter of the list of operations costs in SQL with a million of them. */
final class Filters {
  private static final int ROWS = 1_000_000;
  private static final int RUNS = 7;

  private Filters() {}

  /** The database belongs to a program that runs with the data of {@code folder}. */
  static void measure(Path folder) throws SQLException {
    var address = EmbeddedPostgres.running(DataFolder.open(folder)).orElseThrow();
    try (var connection =
        DriverManager.getConnection(address.url(), address.user(), address.password())) {
      // The events of each row are not what is measured.
      execute(connection, "SET session_replication_role = replica");
      execute(
          connection,
          """
          INSERT INTO operation (id, kind, cluster, guest_kind, node, vmid, vmid_chosen, request, state,
            steps, log, warnings, failure, requested_by, created_at, started_at, finished_at)
          SELECT gen_random_uuid(), (ARRAY['start', 'stop', 'reboot'])[1 + n % 3], 'main', 'qemu',
                 'pve' || n % 32, 100 + n % 10000, true, '{}',
                 CASE WHEN n % 5000 = 0 THEN 'failed' WHEN n % 7000 = 0 THEN 'cancelled'
                      ELSE 'succeeded' END,
                 jsonb_build_array(jsonb_build_object('name', 'start', 'state', 'done',
                   'upid', 'UPID:pve1:' || n || ':0:0:qmstart:100:root@pam:')),
                 '[]', '[]', NULL, 'user' || n % 200, at, at, at
            FROM generate_series(1, 1000000) n, LATERAL (SELECT now() - n * interval '20 seconds' AS at)
          """);
      execute(connection, "VACUUM ANALYZE operation");
      report(connection, "Slowest filter of %,d operations, in SQL".formatted(ROWS));
      withoutIndexes(connection);
    }
  }

  private static void report(Connection connection, String what) throws SQLException {
    var slowest = new TreeMap<Double, String>();
    for (var query : queries().entrySet()) {
      slowest.put(median(connection, query.getValue()), query.getKey());
    }
    Bench.row(
        what,
        "%.1f ms (%s); all: %s"
            .formatted(
                slowest.lastKey(),
                slowest.lastEntry().getValue(),
                slowest.entrySet().stream()
                    .map(e -> "%s %.1f".formatted(e.getValue(), e.getKey()))
                    .toList()));
  }

  /** As it was before migration V9. */
  private static void withoutIndexes(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try {
      execute(
          connection,
          """
          DROP INDEX operation_of_guest, operation_of_requester, operation_of_node,
            operation_of_kind, operation_active, operation_unsuccessful, operation_tasks
          """);
      report(connection, "The same without the indexes of filters");
    } finally {
      connection.rollback();
    }
  }

  private static Map<String, String> queries() {
    var queries = new TreeMap<String, String>();
    queries.put("none", page("true"));
    queries.put("vmid", page("cluster = 'main' AND vmid = 4711"));
    queries.put("vmid of none", page("cluster = 'main' AND vmid = 99"));
    queries.put("requested_by", page("requested_by = 'user7'"));
    queries.put("requested_by of none", page("requested_by = 'nobody'"));
    queries.put("node", page("node = 'pve7'"));
    queries.put("node of none", page("node = 'pve77'"));
    queries.put("kind", page("kind = 'stop'"));
    queries.put("kind of none", page("kind = 'create-vm'"));
    queries.put("failed", page("state IN ('failed')"));
    queries.put("cancelled", page("state IN ('cancelled')"));
    queries.put("failed,cancelled", page("state IN ('failed', 'cancelled')"));
    queries.put("failed of a user", page("state IN ('failed') AND requested_by = 'user7'"));
    queries.put(
        "vmid, failed,cancelled",
        page("cluster = 'main' AND vmid = 4711 AND state IN ('failed', 'cancelled')"));
    queries.put("active", page("state IN ('queued', 'running')"));
    queries.put(
        "task",
        "SELECT true FROM operation WHERE (finished_at IS NULL OR finished_at >= '-infinity')"
            + " AND jsonb_path_query_array(steps, '$[*].upid')"
            + " @> '[\"UPID:pve1:777777:0:0:qmstart:100:root@pam:\"]' LIMIT 1");
    return queries;
  }

  private static String page(String filter) {
    return "SELECT * FROM operation WHERE %s ORDER BY created_at DESC, id DESC LIMIT 51"
        .formatted(filter);
  }

  private static double median(Connection connection, String sql) throws SQLException {
    var took = new long[RUNS];
    for (var i = 0; i < RUNS; i++) {
      var start = System.nanoTime();
      execute(connection, sql);
      took[i] = System.nanoTime() - start;
    }
    return new Figures(took).percentile(50);
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
