package direttore.acceptance.bench;

import direttore.domain.reservation.recurrence.ZoneData;
import direttore.store.Database;
import java.sql.SQLException;

/** A lab with a year of reservations. */
final class ReservationFill {
  /** 400 devices, eight of them in a rack, 200 VLANs, and four nodes of 64 cores and 256 GiB. */
  private static final String THINGS =
      """
      INSERT INTO resource (kind, name, tags)
      SELECT 'device', 'sw' || n,
             CASE WHEN n <= 8 THEN ARRAY['switch', 'rack'] ELSE ARRAY['switch'] END
        FROM generate_series(1, 400) n
      UNION ALL SELECT 'vlan', (100 + n)::text, ARRAY['lab'] FROM generate_series(1, 200) n;
      INSERT INTO resource (kind, name, cores, memory)
      SELECT 'node', 'pve' || n, 64, 262144 FROM generate_series(1, 4) n;
      CREATE TABLE plain (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, title text NOT NULL,
                          during tstzrange NOT NULL)
      """;

  private ReservationFill() {}

  static void things(Database database) throws SQLException {
    execute(database, THINGS);
  }

  /** Reservations from one number on: half of them devices, half of them shares of nodes. */
  static void reservations(Database database, int from, int to) throws SQLException {
    // The events of each row are not what is measured.
    execute(
        database,
        """
        SET session_replication_role = replica;
        WITH wanted AS (
          SELECT n, n %% 2 = 0 AS whole,
                 date_trunc('hour', now()) + interval '1 day'
                   + CASE WHEN n %% 2 = 0
                          THEN (n / 2 / 400) * interval '70 hours' + (n / 2 %% 400) * interval '9 minutes'
                          ELSE (n / 2) * interval '630 seconds' END AS at
            FROM generate_series(%d, %d) n
        ), made AS (
          INSERT INTO reservation
            (uid, kind, title, notes, requester, hidden, guest_kind, during, start_local, end_local,
             zone, zone_data, status, phase, at_start, at_end, requests, booked_by, created_at,
             changed_at)
          SELECT 'uid-' || n, 'booking', 'lab ' || n, '', 'ana', false, 'qemu',
                 tstzrange(at, at + CASE WHEN whole THEN interval '8 hours' ELSE interval '2 hours' END),
                 at, at, 'UTC', '%s', 'pending', 'booked', 'nothing', 'nothing', '[]', 'ana', now(), now()
            FROM wanted
          RETURNING id, substr(uid, 5)::integer AS n, during
        )
        INSERT INTO claim (reservation, resource, request, lane, during, cores, memory)
        SELECT m.id, r.id, 0, CASE WHEN n %% 2 = 0 THEN m.id ELSE 0 END, m.during,
               CASE WHEN n %% 2 = 0 THEN 0 ELSE 2 END, CASE WHEN n %% 2 = 0 THEN 0 ELSE 4096 END
          FROM made m
          JOIN resource r
            ON r.kind = CASE WHEN n %% 2 = 0 THEN 'device' ELSE 'node' END
           AND r.name = CASE WHEN n %% 2 = 0 THEN 'sw' || (1 + n / 2 %% 400)
                             -- So that whole nodes are free at times, too.
                             ELSE 'pve' || (1 + extract(epoch FROM lower(m.during))::bigint / 21600 %% 4)
                        END
        """
            .formatted(from, to, ZoneData.ofJvm().version()));
    execute(database, "VACUUM ANALYZE reservation");
    execute(database, "VACUUM ANALYZE claim");
  }

  static void execute(Database database, String sql) throws SQLException {
    try (var connection = database.connect();
        var statement = connection.createStatement()) {
      connection.setNetworkTimeout(Runnable::run, 0);
      statement.execute(sql);
    }
  }

  static long count(Database database, String sql) throws SQLException {
    try (var connection = database.connect();
        var statement = connection.createStatement()) {
      connection.setNetworkTimeout(Runnable::run, 0);
      try (var rows = statement.executeQuery(sql)) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }
}
