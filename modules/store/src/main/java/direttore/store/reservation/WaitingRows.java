package direttore.store.reservation;

import direttore.domain.Refusal;
import direttore.domain.access.TeamName;
import direttore.domain.guest.GuestKind;
import direttore.domain.operation.Submitter;
import direttore.domain.reservation.AtEnd;
import direttore.domain.reservation.AtStart;
import direttore.domain.reservation.Details;
import direttore.domain.reservation.Party;
import direttore.domain.reservation.Where;
import direttore.domain.reservation.Window;
import direttore.domain.reservation.waiting.Offers;
import direttore.domain.reservation.waiting.WaitingEntry;
import direttore.domain.reservation.waiting.WaitingEntry.Ended;
import direttore.domain.reservation.waiting.Wish;
import direttore.store.Row;
import direttore.store.SqlFailure;
import io.helidon.dbclient.DbClientException;
import io.helidon.dbclient.DbExecute;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The waiting list as rows. */
final class WaitingRows {
  private static final Duration LATELY = Duration.ofDays(14);
  private static final Duration TOLD = Duration.ofDays(7);

  /** What was offered is an offer as long as it was neither accepted nor let go. */
  private static final String SELECT =
      """
      SELECT w.id, w.title, w.notes, w.requester, w.person, w.team, w.hidden,
             lower(w.wanted) AS since, upper(w.wanted) AS until,
             CAST(extract(epoch FROM w.length) AS bigint) AS length, w.zone,
             CAST(w.requests AS text) AS requests, w.at_start, w.at_end, w.since AS entered,
             w.passed, w.lapsed, w.ruled, w.ended, r.id AS offer, lower(r.during) AS offer_since,
             upper(r.during) AS offer_until, r.created_at AS offer_made, b.due AS offer_ends,
             array_to_string(ARRAY(SELECT c.resource FROM claim c WHERE c.reservation = r.id), ' ')
               AS resources
        FROM waiting w
        LEFT JOIN reservation r ON r.id = w.offer AND r.phase = 'offered' AND w.ended IS NULL
        LEFT JOIN bell b ON b.reservation = r.id AND b.what = 'offer_ends'
      """;

  private WaitingRows() {}

  static long insert(DbExecute execute, Wish wish, Submitter by, boolean ruled, Instant now) {
    var details = wish.details();
    var party = details.party();
    var team = party.team();
    try {
      return execute
          .createGet(
              """
              WITH w AS (
                INSERT INTO waiting
                  (title, notes, requester, person, team, hidden, wanted, length, zone, requests,
                   at_start, at_end, entered_by, ruled, since)
                VALUES
                  (:title, :notes, :requester, :person, :team, :hidden, tstzrange(:from, :to),
                   make_interval(secs => :length), :zone, CAST(:requests AS jsonb), :atStart,
                   :atEnd, :by, :ruled, :now)
                RETURNING id)
              SELECT id FROM w
              """)
          .addParam("title", details.title())
          .addParam("notes", details.notes())
          .addParam("requester", party.requester())
          .addParam("person", party.person())
          .addParam("team", team == null ? null : team.value())
          .addParam("hidden", details.hidden())
          .addParam("from", Timestamp.from(wish.between().from()))
          .addParam("to", Timestamp.from(wish.between().to()))
          .addParam("length", wish.length().toSeconds())
          .addParam("zone", wish.zone().getId())
          .addParam("requests", ReservationJson.requests(wish.claims()))
          .addParam("atStart", wish.atStart().wire())
          .addParam("atEnd", wish.atEnd().wire())
          .addParam("by", by.name())
          .addParam("ruled", ruled)
          .addParam("now", Timestamp.from(now))
          .execute()
          .map(row -> new Row(row).number("id"))
          .orElseThrow();
    } catch (DbClientException e) {
      if (SqlFailure.breaks(e, "waiting_team")) {
        throw new Refusal.Unknown("team", "team", "There is no team %s.".formatted(team));
      }
      throw e;
    }
  }

  /** Refuses one of somebody who has enough. */
  static void requireFew(DbExecute execute, Party party, int most) {
    var there =
        execute
            .createGet(
                """
                SELECT count(*) AS n FROM waiting
                 WHERE ended IS NULL AND requester = :requester
                   AND person IS NOT DISTINCT FROM CAST(:person AS uuid)
                """)
            .addParam("requester", party.requester())
            .addParam("person", party.person())
            .execute()
            .map(row -> new Row(row).number("n"))
            .orElse(0L);
    if (there >= most) {
      throw new Refusal.WrongState(
          "%s waits for %d things already; take one off the list first"
              .formatted(party.requester(), there),
          null);
    }
  }

  static boolean anyOpen(DbExecute execute) {
    return execute
        .get("SELECT EXISTS (SELECT FROM waiting WHERE ended IS NULL) AS open")
        .map(row -> new Row(row).flag("open"))
        .orElse(false);
  }

  /** Those that wait, or were offered something. */
  static List<WaitingEntry> open(DbExecute execute) {
    return entries(execute, "WHERE w.ended IS NULL AND (w.offer IS NULL OR r.id IS NOT NULL)");
  }

  /** Those of a person alone who may not sign in any more. */
  static Set<Long> disabled(DbExecute execute) {
    return execute
        .query(
            """
            SELECT w.id FROM waiting w JOIN person p ON p.id = w.person
             WHERE w.ended IS NULL AND w.team IS NULL AND p.disabled
            """)
        .map(row -> new Row(row).number("id"))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Those that ended by themselves lately. */
  static List<WaitingEntry> over(DbExecute execute, Instant now) {
    return execute
        .createQuery(SELECT + "WHERE w.ended IN ('late', 'lapsed') AND w.ended_at > :since")
        .addParam("since", Timestamp.from(now.minus(TOLD)))
        .execute()
        .map(row -> entry(new Row(row)))
        .toList();
  }

  private static List<WaitingEntry> entries(DbExecute execute, String where) {
    return execute.query(SELECT + where).map(row -> entry(new Row(row))).toList();
  }

  static Optional<WaitingEntry> find(DbExecute execute, long id) {
    return execute
        .createGet(
            SELECT
                + "WHERE w.id = :id AND w.ended IS DISTINCT FROM 'served'"
                + " AND w.ended IS DISTINCT FROM 'left'")
        .addParam("id", id)
        .execute()
        .map(row -> entry(new Row(row)));
  }

  private static WaitingEntry entry(Row row) {
    var ended = row.textOrNull("ended");
    return new WaitingEntry(
        row.number("id"),
        wish(row),
        row.instant("entered"),
        row.integer("passed"),
        row.integer("lapsed"),
        row.flag("ruled"),
        offer(row),
        ended == null ? null : Ended.valueOf(ended.toUpperCase(Locale.ROOT)));
  }

  private static Wish wish(Row row) {
    var team = row.textOrNull("team");
    var party =
        new Party(
            row.text("requester"),
            row.uuidOrNull("person"),
            team == null ? null : new TeamName(team));
    return new Wish(
        new Details(
            row.text("title"),
            row.text("notes"),
            party,
            new Where(GuestKind.QEMU, null, null),
            row.flag("hidden")),
        ReservationJson.requests(row.text("requests")),
        ReservationRows.window(row),
        Duration.ofSeconds(row.number("length")),
        ZoneId.of(row.text("zone")),
        AtStart.parse(row.text("at_start")),
        AtEnd.parse(row.text("at_end")));
  }

  private static WaitingEntry.@Nullable Offer offer(Row row) {
    var reservation = row.numberOrNull("offer");
    if (reservation == null) {
      return null;
    }
    var window = new Window(row.instant("offer_since"), row.instant("offer_until"));
    var ends = row.instantOrNull("offer_ends");
    return new WaitingEntry.Offer(
        reservation,
        window,
        Objects.requireNonNullElseGet(
            ends, () -> Offers.until(row.instant("offer_made"), window.from())),
        numbers(row.text("resources")));
  }

  private static Set<Integer> numbers(String text) {
    return Stream.of(text.split(" "))
        .filter(each -> !each.isEmpty())
        .map(Integer::valueOf)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** What was offered is accepted: whoever waited has it, whatever becomes of it. */
  static void served(DbExecute execute, long offer, Instant now) {
    execute
        .createUpdate(
            """
            UPDATE waiting SET ended = 'served', ended_at = :now
             WHERE offer = :offer AND ended IS NULL
            """)
        .addParam("now", Timestamp.from(now))
        .addParam("offer", offer)
        .execute();
  }

  /** Notes which offers were let go, and whose time is over. */
  static void settle(DbExecute execute, Instant now) {
    // What somebody else called off, saying why, is not held against whoever waits.
    execute
        .createUpdate(
            """
            UPDATE waiting w
               SET offer = NULL, passed = CASE WHEN let.go THEN 0 ELSE passed END,
                   lapsed = w.lapsed + CASE WHEN let.go THEN 1 ELSE 0 END,
                   ended = CASE WHEN let.go AND w.lapsed + 1 >= :most THEN 'lapsed' END,
                   ended_at = CASE WHEN let.go AND w.lapsed + 1 >= :same
                                   THEN CAST(:now AS timestamptz) END
              FROM (SELECT r.id, r.phase = 'lapsed' OR r.reason IS NULL
                             OR r.changed_by IS NOT DISTINCT FROM r.requester AS go
                      FROM reservation r
                     WHERE r.phase IN ('called_off', 'refused', 'lapsed')) AS let
             WHERE let.id = w.offer AND w.ended IS NULL
            """)
        .addParam("most", WaitingEntry.MOST_LAPSED)
        .addParam("same", WaitingEntry.MOST_LAPSED)
        .addParam("now", Timestamp.from(now))
        .execute();
    execute
        .createUpdate(
            """
            UPDATE waiting w SET ended = 'late', ended_at = :now
             WHERE ended IS NULL AND offer IS NULL AND upper(wanted) - length < :earliest
            """)
        .addParam("now", Timestamp.from(now))
        .addParam("earliest", Timestamp.from(Offers.earliest(now)))
        .execute();
  }

  /** How many whole hours somebody, or their team, had of anything in the last days. */
  static ToLongFunction<Party> hours(DbExecute execute, Instant now) {
    Map<String, Long> had =
        execute
            .createQuery(
                """
                SELECT coalesce('team ' || team, 'person ' || person, 'name ' || requester) AS who,
                       CAST(sum(extract(epoch FROM least(upper(during), CAST(:now AS timestamptz))
                                            - greatest(lower(during), CAST(:since AS timestamptz))))
                            / 3600 AS bigint) AS hours
                  FROM reservation v
                 WHERE during && tstzrange(:from, :to) AND kind = 'booking'
                   AND phase IN ('running', 'returning', 'returned')
                   AND EXISTS (SELECT FROM claim c WHERE c.reservation = v.id)
                 GROUP BY 1
                """)
            .addParam("now", Timestamp.from(now))
            .addParam("since", Timestamp.from(now.minus(LATELY)))
            .addParam("from", Timestamp.from(now.minus(LATELY)))
            .addParam("to", Timestamp.from(now))
            .execute()
            .map(Row::new)
            .collect(Collectors.toMap(row -> row.text("who"), row -> row.number("hours")));
    return party -> had.getOrDefault(key(party), 0L);
  }

  private static String key(Party party) {
    var team = party.team();
    var person = party.person();
    return team != null
        ? "team " + team
        : person != null ? "person " + person : "name " + party.requester();
  }

  /** Whether it waits still, and has been offered that now. */
  static boolean offer(DbExecute execute, long id, long reservation) {
    return execute
            .createUpdate(
                """
                UPDATE waiting SET offer = :reservation
                 WHERE id = :id AND ended IS NULL AND offer IS NULL
                """)
            .addParam("reservation", reservation)
            .addParam("id", id)
            .execute()
        == 1;
  }

  static void passOver(DbExecute execute, Collection<Long> ids) {
    execute
        .createUpdate(
            "UPDATE waiting SET passed = passed + 1 WHERE id = ANY (CAST(:ids AS bigint[]))")
        .addParam("ids", HeldRows.array(ids))
        .execute();
  }

  /** Takes it off; answers what was offered to it last. */
  static Optional<Long> leave(DbExecute execute, long id, Instant now) {
    var offer =
        execute
            .createGet(
                """
                WITH w AS (
                  UPDATE waiting SET ended = 'left', ended_at = :now
                   WHERE id = :id AND ended IS DISTINCT FROM 'served' RETURNING offer)
                SELECT offer FROM w
                """)
            .addParam("now", Timestamp.from(now))
            .addParam("id", id)
            .execute();
    return offer.map(row -> new Row(row).numberOrNull("offer"));
  }
}
