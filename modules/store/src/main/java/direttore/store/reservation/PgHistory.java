package direttore.store.reservation;

import direttore.domain.Refusal;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.history.History;
import direttore.domain.reservation.history.HistoryEntry;
import direttore.domain.reservation.history.HistoryKind;
import direttore.store.Database;
import direttore.store.Row;
import io.helidon.dbclient.DbClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to reservations, in PostgreSQL. */
public final class PgHistory implements History {
  private final DbClient db;

  public PgHistory(Database database) {
    this.db = database.client();
  }

  @Override
  public Page of(long reservation, long before, int limit) {
    var made = made(reservation);
    var latest = latest(reservation, before, limit, made.approved());
    if (latest.size() == limit) {
      return new Page(latest, latest.getLast().id(), made.since());
    }
    var all = new ArrayList<>(latest);
    if (made.entry().id() < before) {
      all.add(made.entry());
    }
    return new Page(all, null, made.since());
  }

  private List<HistoryEntry> latest(long reservation, long before, int limit, boolean approved) {
    return db.execute()
        .createQuery(
            "SELECT "
                + HistoryRows.COLUMNS
                + """
                   FROM reservation_history h WHERE h.reservation = :id AND h.id < :before
                  ORDER BY h.id DESC LIMIT :limit
                """)
        .addParam("id", reservation)
        .addParam("before", before)
        .addParam("limit", limit)
        .execute()
        .map(row -> HistoryRows.read(new Row(row), approved))
        .toList();
  }

  /**
   * That it was made.
   *
   * @param since from when on its history is kept, or null
   */
  private record Made(HistoryEntry entry, boolean approved, @Nullable Instant since) {}

  /** Its own row tells it, and its first change what it was until then. */
  private Made made(long reservation) {
    return db.execute()
        .createGet(
            """
            SELECT r.created_at, r.history_since,
                   CASE WHEN coalesce(h.phase_before, r.phase) <> 'offered'
                        THEN nullif(r.booked_by, '') END AS by,
                   coalesce(h.phase_before, r.phase) AS phase,
                   lower(coalesce(h.during_before, r.during)) AS since,
                   upper(coalesce(h.during_before, r.during)) AS until,
                   coalesce(h.requester_before, r.requester) AS requester,
                   CASE WHEN h.id IS NULL THEN r.team ELSE h.team_before END AS team,
                   coalesce(a.approved, false) AS approved
              FROM reservation r
              LEFT JOIN reservation_approval a ON a.reservation = r.id
              LEFT JOIN LATERAL (
                SELECT f.id, f.phase_before, f.during_before, f.requester_before, f.team_before
                  FROM reservation_history f
                 WHERE f.reservation = r.id AND f.what = 'changed' ORDER BY f.id LIMIT 1) h ON true
             WHERE r.id = :id
            """)
        .addParam("id", reservation)
        .execute()
        .map(row -> made(new Row(row)))
        .orElseThrow(() -> new Refusal.NotFound("reservation", reservation));
  }

  private static Made made(Row row) {
    var since = row.instantOrNull("history_since");
    var at = row.instant("created_at");
    var by = row.textOrNull("by");
    var entry =
        since == null
            ? new HistoryEntry(
                0,
                kind(Phase.parse(row.text("phase"))),
                at,
                by,
                null,
                null,
                HistoryRows.window(row, ""),
                null,
                HistoryRows.whose(row, ""),
                List.of())
            : new HistoryEntry(0, HistoryKind.MADE, at, by, null);
    return new Made(entry, row.flag("approved"), since);
  }

  private static HistoryKind kind(Phase made) {
    return switch (made) {
      case REQUESTED -> HistoryKind.REQUESTED;
      case OFFERED -> HistoryKind.OFFERED;
      default -> HistoryKind.BOOKED;
    };
  }
}
