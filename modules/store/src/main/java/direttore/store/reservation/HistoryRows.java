package direttore.store.reservation;

import direttore.domain.access.TeamName;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.Status;
import direttore.domain.reservation.Window;
import direttore.domain.reservation.history.HistoryEntry;
import direttore.domain.reservation.history.HistoryEntry.Whose;
import direttore.domain.reservation.history.HistoryKind;
import direttore.domain.reservation.history.RowChange;
import direttore.store.Row;
import io.helidon.dbclient.DbExecute;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to reservations, as rows; triggers write most of them. */
final class HistoryRows {
  /** What {@link #read} wants of an entry {@code h}. */
  static final String COLUMNS =
      """
      h.id, h.what, h.at, h.actor, h.asked_by, h.reason, h.phase_before, h.phase, h.status_before, h.status,
      lower(h.during_before) AS since_before, upper(h.during_before) AS until_before,
      lower(h.during) AS since, upper(h.during) AS until, h.requester_before, h.requester,
      h.team_before, h.team, h.checked_in, array_to_string(h.fields, ' ') AS fields
      """;

  private HistoryRows() {}

  /** Somebody has had what failed tried anew. */
  static void repaired(DbExecute execute, long reservation, String by, Instant now) {
    execute
        .createInsert(
            """
            INSERT INTO reservation_history (reservation, version, what, at, actor)
            SELECT id, version, 'repaired', CAST(:at AS timestamptz), nullif(:by, '')
              FROM reservation WHERE id = :id
            """)
        .addParam("at", Timestamp.from(now))
        .addParam("by", by)
        .addParam("id", reservation)
        .execute();
  }

  /** The latest change of a reservation is one that waited, as somebody said yes to it. */
  static void approved(DbExecute execute, Reservation after, long waited) {
    execute
        .createUpdate(
            """
            UPDATE reservation_history h SET asked_by = a.asked_by, reason = a.note
              FROM reservation_approval a
             WHERE a.reservation = :waited
               AND h.reservation = :id AND h.version = :version AND h.what = 'changed'
            """)
        .addParam("waited", waited)
        .addParam("id", after.id())
        .addParam("version", after.version())
        .execute();
  }

  /**
   * The entry of a row with {@link #COLUMNS}.
   *
   * @param approved whether the reservation was approved, where it had to be
   */
  static HistoryEntry read(Row row, boolean approved) {
    var id = row.number("id");
    var at = row.instant("at");
    var by = row.textOrNull("actor");
    var reason = row.textOrNull("reason");
    var entry =
        row.text("what").equals("changed")
            ? change(row, by, approved).entry(id, at, reason)
            : new HistoryEntry(id, HistoryKind.parse(row.text("what")), at, by, reason);
    return entry.askedBy(row.textOrNull("asked_by"));
  }

  private static RowChange change(Row row, @Nullable String by, boolean approved) {
    var fields = row.text("fields");
    return new RowChange(
        state(row, "_before"),
        state(row, ""),
        by,
        row.flag("checked_in"),
        approved,
        fields.isEmpty() ? List.of() : List.of(fields.split(" ")));
  }

  private static RowChange.State state(Row row, String when) {
    return new RowChange.State(
        Phase.parse(row.text("phase" + when)),
        Status.parse(row.text("status" + when)),
        window(row, when),
        whose(row, when));
  }

  static Window window(Row row, String when) {
    return new Window(row.instant("since" + when), row.instant("until" + when));
  }

  static Whose whose(Row row, String when) {
    var team = row.textOrNull("team" + when);
    return new Whose(row.text("requester" + when), team == null ? null : new TeamName(team));
  }
}
