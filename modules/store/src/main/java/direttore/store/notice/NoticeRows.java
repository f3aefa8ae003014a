package direttore.store.notice;

import direttore.domain.notice.Notice;
import direttore.domain.notice.NoticeKind;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.Window;
import direttore.store.Row;
import io.helidon.dbclient.DbExecute;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Notices, written in the transaction of what they are about. */
public final class NoticeRows {
  /** What {@link #read} wants of a notice {@code n}. */
  public static final String COLUMNS =
      """
      n.id AS notice, n.kind, n.at, n.reservation, n.version, n.title, n.since, n.until, n.zone,
      n.phase, n.actor, nullif(n.asked_by, n.requester) AS asked_by, n.reason, n.check_in_by
      """;

  /** Whether what a notice {@code n} says of its reservation {@code r} is true still. */
  public static final String STANDS =
      """
      CASE n.kind
        WHEN 'ending' THEN r.phase IN ('preparing', 'running') AND upper(r.during) = n.until
                           AND n.until > clock_timestamp()
        WHEN 'check_in' THEN n.check_in_by > clock_timestamp()
                             AND EXISTS (SELECT FROM bell b
                                          WHERE b.reservation = r.id AND b.what = 'check_in_by'
                                            AND b.rung IS NULL AND b.due = n.check_in_by)
        WHEN 'ready' THEN r.phase IN ('preparing', 'running')
        WHEN 'degraded' THEN r.phase IN ('preparing', 'running')
                             AND EXISTS (SELECT FROM part p
                                          WHERE p.reservation = r.id
                                            AND p.state IN ('failed', 'stuck'))
        WHEN 'offered' THEN r.phase = 'offered'
        WHEN 'requested' THEN r.phase = 'requested'
        WHEN 'booked' THEN r.phase IN ('booked', 'preparing', 'running')
        WHEN 'approved' THEN r.phase IN ('booked', 'preparing', 'running')
        WHEN 'change_approved' THEN r.phase IN ('booked', 'preparing', 'running')
                                    AND lower(r.during) = n.since AND upper(r.during) = n.until
        WHEN 'change_refused' THEN r.status <> 'cancelled'
        WHEN 'kept' THEN r.phase IN ('requested', 'offered', 'booked', 'preparing', 'running')
        WHEN 'reassigned'
          THEN r.phase IN ('requested', 'offered', 'booked', 'preparing', 'running')
        WHEN 'at_risk' THEN r.phase IN ('requested', 'offered', 'booked', 'preparing', 'running')
                            AND EXISTS (SELECT FROM claim c JOIN resource d ON d.id = c.resource
                                         WHERE c.reservation = r.id AND c.holding
                                           AND d.out_of_service IS NOT NULL)
        ELSE r.phase = n.phase OR r.status = n.status
      END
      """;

  private NoticeRows() {}

  /**
   * That something is to be told of a reservation.
   *
   * @param reason what is said of it, or null for why the reservation is in its phase
   */
  public record New(long reservation, NoticeKind kind, @Nullable String reason) {
    public New(long reservation, NoticeKind kind) {
      this(reservation, kind, null);
    }
  }

  /**
   * Tells what somebody did with a reservation, as it is by now. That a change was booked or
   * refused which waited for an approval is told of the reservation that it was to change.
   */
  public static void add(DbExecute execute, long reservation, NoticeKind kind) {
    add(execute, List.of(new New(reservation, kind)), true, null);
  }

  /**
   * Tells what has become of reservations, as they are by now.
   *
   * @param by who brought it about, or null where it happened by itself
   */
  public static void add(DbExecute execute, List<New> notices, @Nullable String by) {
    if (!notices.isEmpty()) {
      add(execute, notices, false, by);
    }
  }

  private static void add(
      DbExecute execute, List<New> notices, boolean somebody, @Nullable String by) {
    var _ =
        execute
            .createGet(
                """
                SELECT add_notices(CAST(:ids AS bigint[]), CAST(:kinds AS text[]),
                                   CAST(:reasons AS text[]), CAST(:somebody AS boolean),
                                   CAST(:by AS text)) AS added
                """)
            .addParam("ids", notices.stream().map(New::reservation).toArray(Long[]::new))
            .addParam("kinds", notices.stream().map(n -> n.kind().wire()).toArray(String[]::new))
            .addParam("reasons", notices.stream().map(New::reason).toArray(String[]::new))
            .addParam("somebody", somebody)
            .addParam("by", by)
            .execute();
  }

  /** The notice of a row with {@link #COLUMNS}. */
  public static Notice read(Row row) {
    return new Notice(
        row.number("notice"),
        NoticeKind.parse(row.text("kind")),
        row.instant("at"),
        row.number("reservation"),
        row.integer("version"),
        row.text("title"),
        new Window(row.instant("since"), row.instant("until")),
        ZoneId.of(row.text("zone")),
        Phase.parse(row.text("phase")),
        row.textOrNull("actor"),
        row.textOrNull("asked_by"),
        row.textOrNull("reason"),
        row.instantOrNull("check_in_by"));
  }
}
