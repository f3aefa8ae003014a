package direttore.store.reservation;

import direttore.domain.Refusal;
import direttore.domain.operation.Submitter;
import direttore.domain.reservation.NewSeries;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.Series;
import direttore.domain.reservation.SeriesBooked;
import direttore.store.Row;
import io.helidon.dbclient.DbExecute;
import io.helidon.dbclient.DbStatement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Series as rows. */
final class SeriesRows {
  private static final String COLUMNS =
      """
      s.id, s.uid, s.rule, s.zone, CAST(s.start_local AS text) AS start_local,
      CAST(s.end_local AS text) AS end_local, CAST(s.exceptions AS text) AS exceptions, s.mode,
      CAST(s.skipped AS text) AS skipped, s.version, s.follows, f.uid AS follows_uid
      """;

  private static final String FROM =
      " FROM reservation_series s LEFT JOIN reservation_series f ON f.id = s.follows ";

  private SeriesRows() {}

  static Series find(DbExecute execute, long id) {
    return find(execute, id, "");
  }

  /** The same, which nobody else changes until commit. */
  static Series locked(DbExecute execute, long id) {
    return find(execute, id, " FOR NO KEY UPDATE OF s");
  }

  private static Series find(DbExecute execute, long id, String locked) {
    return execute
        .createGet("SELECT " + COLUMNS + FROM + "WHERE s.id = :id" + locked)
        .addParam("id", id)
        .execute()
        .map(row -> series(new Row(row)))
        .orElseThrow(() -> new Refusal.NotFound("series", id));
  }

  private static Series series(Row row) {
    return new Series(
        row.number("id"),
        row.text("uid"),
        row.text("rule"),
        ZoneId.of(row.text("zone")),
        ReservationRows.local(row.text("start_local")),
        ReservationRows.local(row.text("end_local")),
        ReservationJson.MOMENTS.read(row.text("exceptions")),
        NewSeries.Mode.valueOf(row.text("mode").toUpperCase(Locale.ROOT)),
        ReservationJson.SKIPPED.read(row.text("skipped")),
        row.integer("version"),
        follows(row));
  }

  private static Series.@Nullable Origin follows(Row row) {
    var id = row.numberOrNull("follows");
    return id == null ? null : new Series.Origin(id, row.text("follows_uid"));
  }

  static Series insert(
      DbExecute execute,
      NewSeries wanted,
      String uid,
      ZoneId zone,
      List<Series.Skipped> skipped,
      Submitter by,
      byte @Nullable [] mac,
      Instant now) {
    var first = wanted.occurrences().getFirst();
    var series =
        new Series(
            0,
            uid,
            wanted.rule(),
            zone,
            first.original(),
            first.times().endLocal(),
            wanted.exceptions(),
            wanted.mode(),
            skipped,
            1,
            null);
    return insert(execute, series, by, mac, now);
  }

  /** Its number and version are not looked at. */
  static Series insert(
      DbExecute execute, Series series, Submitter by, byte @Nullable [] mac, Instant now) {
    var follows = series.follows();
    var id =
        shape(
                execute.createGet(
                    """
                    WITH s AS (
                      INSERT INTO reservation_series
                        (uid, rule, zone, start_local, end_local, exceptions, mode, skipped,
                         follows, booked_by, idempotency_key, request_mac, created_at)
                      VALUES
                        (:uid, :rule, :zone, CAST(:start AS timestamp), CAST(:end AS timestamp),
                         CAST(:exceptions AS jsonb), :mode, CAST(:skipped AS jsonb), :follows, :by,
                         :key, :mac, :created)
                      RETURNING id)
                    SELECT id FROM s
                    """),
                series)
            .addParam("uid", series.uid())
            .addParam("mode", series.mode().name().toLowerCase(Locale.ROOT))
            .addParam("follows", follows == null ? null : follows.id())
            .addParam("by", by.name())
            .addParam("key", mac == null ? null : by.key())
            .addParam("mac", mac)
            .addParam("created", Timestamp.from(now))
            .execute()
            .map(row -> new Row(row).number("id"))
            .orElseThrow();
    return find(execute, id);
  }

  /** Writes when it takes place and what was skipped, as its next version. */
  static Series update(DbExecute execute, Series series) {
    shape(
            execute.createUpdate(
                """
                UPDATE reservation_series
                   SET rule = :rule, zone = :zone, start_local = CAST(:start AS timestamp),
                       end_local = CAST(:end AS timestamp),
                       exceptions = CAST(:exceptions AS jsonb),
                       skipped = CAST(:skipped AS jsonb), version = version + 1
                 WHERE id = :id
                """),
            series)
        .addParam("id", series.id())
        .execute();
    return find(execute, series.id());
  }

  private static <S extends DbStatement<S>> S shape(S statement, Series series) {
    return statement
        .addParam("rule", series.rule())
        .addParam("zone", series.zone().getId())
        .addParam("start", series.start().toString())
        .addParam("end", series.end().toString())
        .addParam("exceptions", ReservationJson.MOMENTS.write(series.exceptions()))
        .addParam("skipped", ReservationJson.SKIPPED.write(series.skipped()));
  }

  /** As it was answered once; what was in the way then is not known any more. */
  static SeriesBooked booked(DbExecute execute, long id) {
    return new SeriesBooked(find(execute, id), ofSeries(execute, id, ""), List.of());
  }

  static List<Reservation> ofSeries(DbExecute execute, long series, String condition) {
    var rows =
        execute
            .createQuery(
                "SELECT "
                    + ReservationRows.COLUMNS
                    + ReservationRows.FROM
                    + " WHERE v.series = :series "
                    + condition
                    + " ORDER BY lower(v.during), v.id")
            .addParam("series", series)
            .execute()
            .toList();
    return ReservationRows.withClaims(execute, rows);
  }
}
