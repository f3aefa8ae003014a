package direttore.store.reservation;

import direttore.domain.reservation.life.Bell;
import direttore.domain.reservation.life.BellKind;
import direttore.domain.reservation.policy.Approval;
import direttore.store.Row;
import direttore.store.reservation.Decisions.Decided;
import direttore.store.reservation.Decisions.Wanted;
import io.helidon.dbclient.DbExecute;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What had to be approved, as rows. */
final class ApprovalRows {
  private ApprovalRows() {}

  /** Somebody has to approve it, in time. */
  static void ask(
      DbExecute execute, long reservation, Decided decided, String askedBy, Instant now) {
    var wanted = Objects.requireNonNull(decided.approval());
    var hours = wanted.hours();
    var latest = Ruled.latest(decided);
    var by = hours == null ? latest : earliest(latest, now.plus(Duration.ofHours(hours)));
    execute
        .createInsert(
            """
            INSERT INTO reservation_approval (reservation, why, asked_by, approve_by)
            VALUES (:id, :why, :by, :until)
            """)
        .addParam("id", reservation)
        .addParam("why", why(wanted))
        .addParam("by", askedBy)
        .addParam("until", Timestamp.from(by))
        .execute();
    LifeRows.add(execute, reservation, List.of(new Bell(BellKind.APPROVE_BY, by)));
  }

  private static String why(Wanted wanted) {
    return String.join("; ", wanted.reasons());
  }

  /** It was changed while it waits: for other reasons, and no longer than until its start. */
  static void changed(DbExecute execute, long reservation, Decided decided) {
    var wanted = Objects.requireNonNull(decided.approval());
    execute
        .createUpdate("UPDATE reservation_approval SET why = :why WHERE reservation = :id")
        .addParam("why", why(wanted))
        .addParam("id", reservation)
        .execute();
    sooner(execute, reservation, Ruled.latest(decided));
  }

  /** It waits no longer than that. */
  static void sooner(DbExecute execute, long reservation, Instant latest) {
    execute
        .createUpdate(
            """
            WITH sooner AS (
              UPDATE reservation_approval SET approve_by = least(approve_by, :latest)
               WHERE reservation = :id
              RETURNING approve_by
            )
            UPDATE bell SET due = s.approve_by FROM sooner s
             WHERE reservation = :same AND what = 'approve_by' AND rung IS NULL
            """)
        .addParam("latest", Timestamp.from(latest))
        .addParam("id", reservation)
        .addParam("same", reservation)
        .execute();
  }

  /** The rules ask for no approval any more. */
  static void forget(DbExecute execute, long reservation) {
    execute
        .createDelete("DELETE FROM reservation_approval WHERE reservation = :id")
        .addParam("id", reservation)
        .execute();
    silence(execute, reservation);
  }

  /** Nothing of it is due any more. */
  static void silence(DbExecute execute, long reservation) {
    execute
        .createDelete("DELETE FROM bell WHERE reservation = :id AND what = 'approve_by'")
        .addParam("id", reservation)
        .execute();
  }

  /** Somebody said yes or no. */
  static void decide(DbExecute execute, long reservation, Approval.Decision decision) {
    execute
        .createUpdate(
            """
            UPDATE reservation_approval
               SET approved = :approved, decided_by = :by, decided_at = :at,
                   note = CAST(:note AS text)
             WHERE reservation = :id
            """)
        .addParam("approved", decision.approved())
        .addParam("by", decision.by())
        .addParam("at", Timestamp.from(decision.at()))
        .addParam("note", decision.note())
        .addParam("id", reservation)
        .execute();
    silence(execute, reservation);
  }

  static Map<Long, Approval> of(DbExecute execute, Collection<Long> reservations) {
    return execute
        .createQuery(
            """
            SELECT reservation, why, approve_by, approved, decided_by, decided_at, note
              FROM reservation_approval WHERE reservation = ANY (CAST(:ids AS bigint[]))
            """)
        .addParam("ids", HeldRows.array(reservations))
        .execute()
        .map(Row::new)
        .collect(Collectors.toMap(row -> row.number("reservation"), ApprovalRows::approval));
  }

  private static Approval approval(Row row) {
    return new Approval(row.text("why"), row.instant("approve_by"), decision(row));
  }

  private static Approval.@Nullable Decision decision(Row row) {
    var by = row.textOrNull("decided_by");
    return by == null
        ? null
        : new Approval.Decision(
            row.flag("approved"), by, row.instant("decided_at"), row.textOrNull("note"));
  }

  /** Whether it waits for an approval or was approved, itself or a change of it. */
  static boolean needed(DbExecute execute, long reservation) {
    return execute
        .createQuery(
            """
            SELECT EXISTS (SELECT FROM reservation_approval WHERE reservation = :id)
                OR EXISTS (SELECT FROM reservation r
                             JOIN reservation_approval a ON a.reservation = r.id
                            WHERE r.replaces = :same AND a.approved) AS needed
            """)
        .addParam("id", reservation)
        .addParam("same", reservation)
        .execute()
        .map(row -> new Row(row).flag("needed"))
        .findFirst()
        .orElseThrow();
  }

  /** By whom each was asked for. */
  static Map<Long, String> askers(DbExecute execute, Collection<Long> reservations) {
    return execute
        .createQuery(
            """
            SELECT reservation, asked_by FROM reservation_approval
             WHERE reservation = ANY (CAST(:ids AS bigint[]))
            """)
        .addParam("ids", HeldRows.array(reservations))
        .execute()
        .map(Row::new)
        .collect(Collectors.toMap(row -> row.number("reservation"), row -> row.text("asked_by")));
  }

  private static Instant earliest(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
