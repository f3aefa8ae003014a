package direttore.store.reservation;

import direttore.domain.Refusal;
import direttore.domain.operation.Submitter;
import direttore.domain.reservation.NewSeries;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.Series;
import direttore.domain.reservation.SeriesBooked;
import direttore.store.Row;
import io.helidon.dbclient.DbExecute;
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
      id, uid, rule, zone, CAST(start_local AS text) AS start_local,
      CAST(end_local AS text) AS end_local, CAST(exceptions AS text) AS exceptions, mode,
      CAST(skipped AS text) AS skipped, version
      """;

  private SeriesRows() {}

  static Series find(DbExecute execute, long id) {
    return execute
        .createGet("SELECT " + COLUMNS + " FROM reservation_series WHERE id = :id")
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
        row.integer("version"));
  }

  static Series insert(
      DbExecute execute,
      NewSeries wanted,
      String uid,
      ZoneId zone,
      List<SeriesBooked.Left> left,
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
            left.stream().map(SeriesRows::skipped).toList(),
            1);
    var id =
        execute
            .createGet(
                """
                WITH s AS (
                  INSERT INTO reservation_series
                    (uid, rule, zone, start_local, end_local, exceptions, mode, skipped,
                     booked_by, idempotency_key, request_mac, created_at)
                  VALUES
                    (:uid, :rule, :zone, CAST(:start AS timestamp), CAST(:end AS timestamp),
                     CAST(:exceptions AS jsonb), :mode, CAST(:skipped AS jsonb), :by, :key, :mac,
                     :created)
                  RETURNING id)
                SELECT id FROM s
                """)
            .addParam("uid", series.uid())
            .addParam("rule", series.rule())
            .addParam("zone", series.zone().getId())
            .addParam("start", series.start().toString())
            .addParam("end", series.end().toString())
            .addParam("exceptions", ReservationJson.MOMENTS.write(series.exceptions()))
            .addParam("mode", series.mode().name().toLowerCase(Locale.ROOT))
            .addParam("skipped", ReservationJson.SKIPPED.write(series.skipped()))
            .addParam("by", by.name())
            .addParam("key", mac == null ? null : by.key())
            .addParam("mac", mac)
            .addParam("created", Timestamp.from(now))
            .execute()
            .map(row -> new Row(row).number("id"))
            .orElseThrow();
    return find(execute, id);
  }

  private static Series.Skipped skipped(SeriesBooked.Left left) {
    var why =
        left.conflicts().stream()
            .findFirst()
            .map(conflict -> "%s is taken".formatted(conflict.resource()))
            .orElse("taken");
    return new Series.Skipped(left.occurrence().original(), why);
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
