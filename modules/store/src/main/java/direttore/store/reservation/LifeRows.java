package direttore.store.reservation;

import direttore.domain.Refusal;
import direttore.domain.access.TeamName;
import direttore.domain.notice.NoticeKind;
import direttore.domain.reservation.Margins;
import direttore.domain.reservation.Party;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.Status;
import direttore.domain.reservation.Window;
import direttore.domain.reservation.life.Bell;
import direttore.domain.reservation.life.BellKind;
import direttore.domain.reservation.life.Life;
import direttore.domain.reservation.life.Part;
import direttore.store.Row;
import direttore.store.notice.NoticeRows;
import io.helidon.dbclient.DbExecute;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** How far a reservation is: its row, its parts and its bells, which change together. */
final class LifeRows {
  private static final String SELECT =
      """
      SELECT id, requester, person, team, phase, status, lower(during) AS since,
             upper(during) AS until, CAST(extract(epoch FROM lead) AS bigint) AS lead,
             CAST(extract(epoch FROM grace) AS bigint) AS grace,
             CAST(extract(epoch FROM tidy) AS bigint) AS tidy, check_in_minutes, checked_in_at
        FROM reservation WHERE id = ANY (CAST(:ids AS bigint[])) ORDER BY id
      """;

  private LifeRows() {}

  static Life find(DbExecute execute, long id) {
    return read(execute, id, SELECT);
  }

  /** The same, which nobody else changes until commit. */
  static Life locked(DbExecute execute, long id) {
    return read(execute, id, SELECT + " FOR NO KEY UPDATE");
  }

  private static Life read(DbExecute execute, long id, String select) {
    return all(execute, List.of(id), select).stream()
        .findFirst()
        .orElseThrow(() -> new Refusal.NotFound("reservation", id));
  }

  /** Of several that nobody else changes until commit, in few statements. */
  static List<Life> held(DbExecute execute, Collection<Long> ids) {
    return all(execute, ids, SELECT);
  }

  private static List<Life> all(DbExecute execute, Collection<Long> ids, String select) {
    var rows =
        execute
            .createQuery(select)
            .addParam("ids", ids.toArray(Long[]::new))
            .execute()
            .map(Row::new)
            .toList();
    var parts = PartRows.of(execute, ids);
    var bells = bells(execute, ids);
    return rows.stream()
        .map(row ->
            life(
                row,
                parts.getOrDefault(row.number("id"), List.of()),
                bells.getOrDefault(row.number("id"), List.of())))
        .toList();
  }

  private static Life life(Row row, List<Part> parts, List<Bell> bells) {
    return new Life(
        row.number("id"),
        party(row),
        Phase.parse(row.text("phase")),
        Status.parse(row.text("status")),
        new Window(row.instant("since"), row.instant("until")),
        new Margins(seconds(row, "lead"), seconds(row, "grace"), seconds(row, "tidy")),
        ReservationRows.checkIn(row),
        parts,
        bells);
  }

  /** Those of these that are of a person alone who is disabled. */
  static Set<Long> disabled(DbExecute execute, Collection<Long> ids) {
    return execute
        .createQuery(
            """
            SELECT v.id FROM reservation v JOIN person p ON p.id = v.person
             WHERE v.id = ANY (CAST(:ids AS bigint[])) AND v.team IS NULL AND p.disabled
            """)
        .addParam("ids", ids.toArray(Long[]::new))
        .execute()
        .map(row -> new Row(row).number("id"))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** From when on workers have been there all the time; the beginning of time without any. */
  static Instant since(DbExecute execute) {
    return execute
        .createGet(
            """
            SELECT min(greatest(joined_at, steady_since)) AS since
              FROM worker JOIN worker_keeping USING (number)
            """)
        .execute()
        .map(row -> new Row(row).instantOrNull("since"))
        .orElse(Instant.EPOCH);
  }

  private static Party party(Row row) {
    return new Party(
        row.text("requester"),
        row.uuidOrNull("person"),
        Optional.ofNullable(row.textOrNull("team")).map(TeamName::new).orElse(null));
  }

  private static Duration seconds(Row row, String column) {
    return Duration.ofSeconds(row.number(column));
  }

  static List<Bell> bells(DbExecute execute, long id) {
    return bells(execute, List.of(id)).getOrDefault(id, List.of());
  }

  private static Map<Long, List<Bell>> bells(DbExecute execute, Collection<Long> ids) {
    return execute
        .createQuery(
            """
            SELECT reservation, what, due FROM bell
             WHERE reservation = ANY (CAST(:ids AS bigint[])) AND rung IS NULL
            """)
        .addParam("ids", ids.toArray(Long[]::new))
        .execute()
        .map(Row::new)
        .collect(
            Collectors.groupingBy(
                row -> row.number("reservation"),
                Collectors.mapping(
                    row ->
                        new Bell(
                            BellKind.valueOf(row.text("what").toUpperCase(Locale.ROOT)),
                            row.instant("due")),
                    Collectors.toList())));
  }

  /** What has become of it, or nothing where that is the same; answers what it is now. */
  static Life change(DbExecute execute, long id, UnaryOperator<Life> change, Instant now) {
    var before = locked(execute, id);
    var after = change.apply(before);
    write(execute, before, after, now);
    return after;
  }

  private static void write(DbExecute execute, Life before, Life after, Instant now) {
    writeAll(execute, before, after, now);
    if (after.phase() != before.phase() || after.status() != before.status()) {
      writePhases(execute, List.of(after), now);
    }
    NoticeKind.ofLife(before, after)
        .ifPresent(
            kind -> NoticeRows.add(execute, List.of(new NoticeRows.New(after.id(), kind)), null));
  }

  /** All but the phase and the status, which whoever changes the reservation writes. */
  static void writeAll(DbExecute execute, Life before, Life after, Instant now) {
    writeParts(execute, before, after, now);
    if (after.phase().over() && !before.phase().over()) {
      over(execute, List.of(after));
    }
  }

  /** Its parts and bells alone. */
  static void writeParts(DbExecute execute, Life before, Life after, Instant now) {
    for (var i = 0; i < after.parts().size(); i++) {
      PartRows.write(execute, before.parts().get(i), after.parts().get(i), now);
    }
    if (!after.bells().equals(before.bells())) {
      write(execute, after.id(), after.bells());
    }
  }

  private static void write(DbExecute execute, long id, List<Bell> bells) {
    execute
        .createDelete("DELETE FROM bell WHERE reservation = :id AND rung IS NULL")
        .addParam("id", id)
        .execute();
    add(execute, id, bells);
  }

  /** They ring at their time, even if they rang before. */
  static void add(DbExecute execute, long id, List<Bell> bells) {
    execute
        .createInsert(
            """
            INSERT INTO bell (reservation, what, due)
            SELECT :id, what, CAST(due AS timestamptz)
              FROM unnest(CAST(:what AS text[]), CAST(:due AS text[])) AS b (what, due)
                ON CONFLICT (reservation, what) DO UPDATE SET due = EXCLUDED.due, rung = NULL
            """)
        .addParam("id", id)
        .addParam("what", bells.stream().map(bell -> bell.what().wire()).toArray(String[]::new))
        .addParam("due", bells.stream().map(bell -> bell.due().toString()).toArray(String[]::new))
        .execute();
  }

  /** How far each is by now. */
  static void writePhases(DbExecute execute, List<Life> lives, Instant now) {
    execute
        .createUpdate(
            """
            UPDATE reservation r SET phase = l.phase, status = l.status, version = version + 1,
                                     sequence = sequence
                                       + CASE WHEN l.phase = 'lapsed' THEN 1 ELSE 0 END,
                                     reason = CASE WHEN l.phase <> 'lapsed' THEN r.reason
                                                   WHEN r.phase = 'offered'
                                                   THEN 'Nobody accepted it in time.'
                                                   ELSE 'Nobody approved it in time.' END,
                                     changed_at = :now, changed_by = NULL
              FROM unnest(CAST(:ids AS bigint[]), CAST(:phases AS text[]),
                          CAST(:statuses AS text[])) AS l (id, phase, status)
             WHERE r.id = l.id
            """)
        .addParam("now", Timestamp.from(now))
        .addParam("ids", lives.stream().map(Life::id).toArray(Long[]::new))
        .addParam("phases", lives.stream().map(l -> l.phase().wire()).toArray(String[]::new))
        .addParam("statuses", lives.stream().map(l -> l.status().wire()).toArray(String[]::new))
        .execute();
  }

  /** What became of it at once is written in the version that is being written. */
  static void correct(DbExecute execute, Life life) {
    execute
        .createUpdate("UPDATE reservation SET phase = :phase, status = :status WHERE id = :id")
        .addParam("phase", life.phase().wire())
        .addParam("status", life.status().wire())
        .addParam("id", life.id())
        .execute();
  }

  /** Others may have what they claimed, and what they leave counts for whoever has it. */
  static void over(DbExecute execute, List<Life> lives) {
    if (lives.isEmpty()) {
      return;
    }
    execute
        .createUpdate(
            """
            WITH gone AS (
              UPDATE claim SET holding = false
               WHERE reservation = ANY (CAST(:ids AS bigint[])) AND holding RETURNING id)
            UPDATE address_claim a SET holding = false FROM gone WHERE a.claim = gone.id
            """)
        .addParam("ids", lives.stream().map(Life::id).toArray(Long[]::new))
        .execute();
    var bringing = lives.stream().filter(life -> !life.parts().isEmpty()).map(Life::id).toList();
    if (!bringing.isEmpty()) {
      PartRows.over(execute, bringing);
    }
  }

  /** The bells are being rung. */
  static void silence(
      DbExecute execute, List<Long> reservations, List<BellKind> what, Instant now) {
    execute
        .createUpdate(
            """
            UPDATE bell b SET rung = :now
              FROM unnest(CAST(:ids AS bigint[]), CAST(:what AS text[])) AS d (reservation, what)
             WHERE b.reservation = d.reservation AND b.what = d.what
            """)
        .addParam("now", Timestamp.from(now))
        .addParam("ids", reservations.toArray(Long[]::new))
        .addParam("what", what.stream().map(BellKind::wire).toArray(String[]::new))
        .execute();
  }
}
