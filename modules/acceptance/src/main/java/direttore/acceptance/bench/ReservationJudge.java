package direttore.acceptance.bench;

import direttore.store.Database;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/** Looks at what was booked by SQL of its own, which knows nothing of how the program decides. */
final class ReservationJudge {
  private static final String OVERLAPS =
      """
      SELECT count(*) FROM claim a
        JOIN claim b ON b.resource = a.resource AND b.id > a.id AND a.during && b.during
       WHERE a.holding AND b.holding AND a.reservation <> b.reservation
         AND (a.lane <> 0 OR b.lane <> 0)
      """;

  private static final String OVER_CAPACITY =
      """
      WITH change AS (
        SELECT resource, lower(during) AS at, cores, memory FROM claim WHERE holding AND lane = 0
        UNION ALL
        SELECT resource, upper(during), -cores, -memory FROM claim WHERE holding AND lane = 0
      ), moment AS (
        SELECT resource, at, sum(cores) AS cores, sum(memory) AS memory
          FROM change GROUP BY resource, at
      ), load AS (
        SELECT resource, at, sum(cores) OVER w AS cores, sum(memory) OVER w AS memory
          FROM moment WINDOW w AS (PARTITION BY resource ORDER BY at)
      )
      SELECT count(*) FROM load l JOIN resource r ON r.id = l.resource
       WHERE l.cores > r.cores OR l.memory > r.memory
      """;

  private static final String DEADLOCKS =
      "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()";
  private final Database database;

  ReservationJudge(Database database) {
    this.database = database;
  }

  void report() throws SQLException {
    Bench.row(
        "Afterwards, by SQL of its own",
        "%d overlaps, %d moments over capacity, %d deadlocks, %,d claims hold"
            .formatted(
                count(OVERLAPS),
                count(OVER_CAPACITY),
                count(DEADLOCKS),
                count("SELECT count(*) FROM claim WHERE holding")));
  }

  private long count(String sql) throws SQLException {
    return ReservationFill.count(database, sql);
  }

  /** Those of them that are not stored. */
  Set<Long> missing(Set<Long> reservations) throws SQLException {
    var missing = new HashSet<>(reservations);
    try (var connection = database.connect();
        var statement = connection.createStatement()) {
      connection.setNetworkTimeout(Runnable::run, 0);
      try (var rows = statement.executeQuery("SELECT id FROM reservation")) {
        while (rows.next()) {
          missing.remove(rows.getLong(1));
        }
      }
    }
    return missing;
  }
}
