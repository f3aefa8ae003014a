package direttore.store.reservation;

import direttore.domain.Refusal;
import direttore.domain.operation.Submitter;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.ResourceKind;
import direttore.domain.reservation.life.Bell;
import direttore.domain.reservation.recurrence.ZoneData;
import direttore.store.Row;
import direttore.store.SqlFailure;
import io.helidon.dbclient.DbClientException;
import io.helidon.dbclient.DbExecute;
import io.helidon.dbclient.DbStatement;
import io.helidon.dbclient.DbStatementGet;
import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes reservations with their claims. */
final class ReservationWrites {
  /** What a claim needs to be there. */
  static final String CLAIMED = "claim_resource_fkey";

  private static final String CLAIMS =
      """
      INSERT INTO claim
        (reservation, resource, request, lane, during, cores, memory, disk, vms, lxc, holding)
      SELECT v.id, c.resource, c.request, CASE WHEN c.whole THEN v.id ELSE 0 END,
             tstzrange(c.since, c.until), c.cores, c.memory, c.disk, c.vms, c.lxc, c.holding
        FROM v, jsonb_to_recordset(CAST(:claims AS jsonb))
                  AS c(resource integer, request integer, whole boolean, since timestamptz,
                       until timestamptz, cores integer, memory bigint, disk bigint, vms integer,
                       lxc integer, holding boolean)
       ORDER BY c.resource
      """;

  private static final String INSERT =
      """
      WITH v AS (
        INSERT INTO reservation
          (uid, series, occurrence, kind, title, notes, requester, person, team, hidden, guest_kind,
           node, vmid, during, start_local, end_local, zone, zone_data, status, phase, lead, grace,
           tidy, at_start, at_end, guests, check_in_minutes, checked_in_at, requests, booked_by, idempotency_key, request_mac,
           created_at, changed_at)
        SELECT :uid, :series, CAST(:occurrence AS timestamp), :kind, :title, :notes, :requester,
               CAST(:person AS uuid), :team, :hidden, :guestKind, :node, :vmid,
               tstzrange(:since, :until), CAST(:startLocal AS timestamp),
               CAST(:endLocal AS timestamp), :zone, :zoneData, :status, :phase,
               make_interval(secs => :lead), make_interval(secs => :grace),
               make_interval(secs => :tidy), :atStart, :atEnd, CAST(:guests AS jsonb),
               CAST(:checkIn AS integer), CAST(:checkedIn AS timestamptz),
               CAST(:requests AS jsonb), :by, :key, :mac, CAST(:created AS timestamptz),
               CAST(:changed AS timestamptz)
      """;

  private static final String UNLESS_NEW =
      """
      WHERE nothing_new(CAST(:resources AS integer[]), CAST(:versions AS bigint[]),
                        (CAST(:holds AS tstzrange[]))[1], CAST(:known AS bigint[]), :commits)
      """;

  private static final String INSERTED = " RETURNING id), claims AS (" + CLAIMS + ")";

  private static final String BELLS =
      """
      , bells AS (
        INSERT INTO bell (reservation, what, due)
        SELECT v.id, b.what, CAST(b.due AS timestamptz)
          FROM v, unnest(CAST(:bells AS text[]), CAST(:dues AS text[])) AS b (what, due))
      """;

  private static final String NUMBER = " SELECT id FROM v";
  private static final String DECIDED = INSERT + UNLESS_NEW + INSERTED + BELLS + NUMBER;

  /** After the claims, where any of them is of addresses. */
  private static final String RANGES =
      """
      INSERT INTO address_claim (claim, reservation, lane, addresses, during, holding)
      SELECT c.id, c.reservation, c.lane, r.addresses, c.during, c.holding
        FROM claims c JOIN resource r ON r.id = c.resource
       WHERE r.addresses IS NOT NULL
      """;

  private static final String WRITTEN =
      CLAIMS + " RETURNING id, reservation, resource, lane, during, holding";

  private static final String INSERT_RANGES =
      INSERT + " RETURNING id), claims AS (" + WRITTEN + "), ranges AS (" + RANGES + ")" + NUMBER;

  private ReservationWrites() {}

  private static boolean ranges(Reservation reservation) {
    return reservation.claims().stream()
        .anyMatch(claim -> claim.resource().kind() == ResourceKind.ADDRESSES);
  }

  /** Its number. The reservation's own id, version and dates are not looked at. */
  static long insert(
      DbExecute execute, Reservation reservation, Submitter by, byte @Nullable [] mac) {
    return checked(
        reservation,
        () ->
            inserted(
                    execute.createGet(
                        ranges(reservation) ? INSERT_RANGES : INSERT + INSERTED + NUMBER),
                    reservation,
                    by,
                    mac)
                .execute()
                .map(row -> new Row(row).number("id"))
                .orElseThrow());
  }

  /**
   * The same with its bells, unless somebody else claimed something in its way meanwhile, or what
   * it claims has changed. Its locks are held for this statement only.
   *
   * @param seen what was known when it was decided
   * @param commits whether its commit waits for the disk: {@code on} or {@code off}
   */
  static Optional<Long> insert(
      DbExecute execute,
      Reservation reservation,
      Submitter by,
      byte @Nullable [] mac,
      List<Bell> bells,
      Asks.Seen seen,
      String commits) {
    var resources =
        reservation.claims().stream()
            .map(claim -> claim.resource().id())
            .collect(Collectors.toCollection(TreeSet::new));
    return checked(
        reservation,
        () ->
            inserted(execute.createGet(DECIDED), reservation, by, mac)
                .addParam("resources", HeldRows.array(resources))
                .addParam("versions", HeldRows.array(seen.versionsOf(resources)))
                .addParam("holds", HeldRows.windows(List.of(reservation.holds())))
                .addParam("known", HeldRows.array(seen.held().claimsOf(resources)))
                .addParam("commits", commits)
                .addParam("bells", texts(bells, bell -> bell.what().wire()))
                .addParam("dues", texts(bells, bell -> bell.due().toString()))
                .execute()
                .map(row -> new Row(row).number("id")));
  }

  private static String[] texts(List<Bell> bells, Function<Bell, String> text) {
    return bells.stream().map(text).toArray(String[]::new);
  }

  private static DbStatementGet inserted(
      DbStatementGet statement, Reservation reservation, Submitter by, byte @Nullable [] mac) {
    var series = reservation.series();
    return values(statement, reservation)
        .addParam("uid", reservation.uid())
        .addParam("series", series == null ? null : series.id())
        .addParam("occurrence", series == null ? null : series.occurrence().toString())
        .addParam("kind", reservation.kind().wire())
        .addParam("by", by.name())
        .addParam("key", mac == null ? null : by.key())
        .addParam("mac", mac)
        .addParam("created", Timestamp.from(reservation.created()))
        .addParam("claims", ReservationJson.CLAIMS.write(ClaimForm.of(reservation)));
  }

  /**
   * Writes all that may change but its claims. What clocks were to show stays as long as its time
   * does, as other rules of the zone would read another time of the same moment.
   *
   * @param by who changed it, or null where nobody did
   */
  static void update(DbExecute execute, Reservation after, @Nullable String by) {
    var series = after.series();
    checked(
        after,
        () ->
            values(
                    execute.createUpdate(
                        """
                        UPDATE reservation
                           SET series = :series, occurrence = CAST(:occurrence AS timestamp),
                               uid = :uid, title = :title, notes = :notes,
                               requester = :requester, person = :person, team = :team,
                               hidden = :hidden, guest_kind = :guestKind, node = :node,
                               vmid = :vmid, during = tstzrange(:since, :until),
                               start_local = CASE WHEN moved THEN CAST(:startLocal AS timestamp)
                                                  ELSE start_local END,
                               end_local = CASE WHEN moved THEN CAST(:endLocal AS timestamp)
                                                ELSE end_local END,
                               zone = :zone,
                               zone_data = CASE WHEN moved THEN :zoneData ELSE zone_data END,
                               unmoved = CASE WHEN moved THEN NULL ELSE unmoved END,
                               status = :status, phase = :phase,
                               lead = make_interval(secs => :lead),
                               grace = make_interval(secs => :grace),
                               tidy = make_interval(secs => :tidy), at_start = :atStart,
                               at_end = :atEnd, guests = CAST(:guests AS jsonb),
                               check_in_minutes = CAST(:checkIn AS integer),
                               checked_in_at = CAST(:checkedIn AS timestamptz),
                               requests = CAST(:requests AS jsonb), version = :version,
                               sequence = :sequence, changed_at = :changed, reason = :reason,
                               changed_by = :changedBy
                          FROM (SELECT during <> tstzrange(:newSince, :newUntil)
                                         OR zone <> :newZone AS moved
                                  FROM reservation WHERE id = :same) AS was
                         WHERE id = :id
                        """),
                    after)
                .addParam("series", series == null ? null : series.id())
                .addParam("occurrence", series == null ? null : series.occurrence().toString())
                .addParam("uid", after.uid())
                .addParam("changedBy", by)
                .addParam("newSince", Timestamp.from(after.window().from()))
                .addParam("newUntil", Timestamp.from(after.window().to()))
                .addParam("newZone", after.times().zone().getId())
                .addParam("same", after.id())
                .addParam("version", after.version())
                .addParam("sequence", after.sequence())
                .addParam("reason", after.reason())
                .addParam("id", after.id())
                .execute());
  }

  /** Writes of which series it is and by what start it is known, and nothing else. */
  static void place(DbExecute execute, Reservation after) {
    var series = after.series();
    execute
        .createUpdate(
            """
            UPDATE reservation SET series = :series, occurrence = CAST(:occurrence AS timestamp),
                                   uid = :uid
             WHERE id = :id
            """)
        .addParam("series", series == null ? null : series.id())
        .addParam("occurrence", series == null ? null : series.occurrence().toString())
        .addParam("uid", after.uid())
        .addParam("id", after.id())
        .execute();
  }

  /** Removes its claims, before those of after a change are written. */
  static void letGo(DbExecute execute, long reservation) {
    execute
        .createDelete("DELETE FROM claim WHERE reservation = :id")
        .addParam("id", reservation)
        .execute();
  }

  /** Writes its claims. */
  static void claims(DbExecute execute, Reservation after) {
    checked(
        after,
        () ->
            execute
                .createInsert(
                    "WITH v AS (SELECT CAST(:id AS bigint) AS id) "
                        + (ranges(after) ? ", claims AS (" + WRITTEN + ") " + RANGES : CLAIMS))
                .addParam("id", after.id())
                .addParam("claims", ReservationJson.CLAIMS.write(ClaimForm.of(after)))
                .execute());
  }

  private static <S extends DbStatement<S>> S values(S statement, Reservation reservation) {
    var details = reservation.details();
    var party = details.party();
    var where = details.where();
    var team = party.team();
    var node = where.node();
    var vmid = where.vmid();
    var times = reservation.times();
    var checkIn = reservation.checkIn();
    var checkedIn = checkIn == null ? null : checkIn.at();
    return statement
        .addParam("title", details.title())
        .addParam("notes", details.notes())
        .addParam("requester", party.requester())
        .addParam("person", party.person())
        .addParam("team", team == null ? null : team.value())
        .addParam("hidden", details.hidden())
        .addParam("guestKind", where.type().name().toLowerCase(Locale.ROOT))
        .addParam("node", node == null ? null : node.value())
        .addParam("vmid", vmid == null ? null : vmid.value())
        .addParam("since", Timestamp.from(times.window().from()))
        .addParam("until", Timestamp.from(times.window().to()))
        .addParam("startLocal", times.startLocal().toString())
        .addParam("endLocal", times.endLocal().toString())
        .addParam("zone", times.zone().getId())
        .addParam("zoneData", ZoneData.ofJvm().version())
        .addParam("status", reservation.status().wire())
        .addParam("phase", reservation.phase().wire())
        .addParam("lead", reservation.margins().lead().toSeconds())
        .addParam("grace", reservation.margins().grace().toSeconds())
        .addParam("tidy", reservation.margins().tidy().toSeconds())
        .addParam("atStart", reservation.atStart().wire())
        .addParam("atEnd", reservation.atEnd().wire())
        .addParam("guests", ReservationJson.guests(reservation.guests()))
        .addParam("checkIn", checkIn == null ? null : checkIn.within().toMinutes())
        .addParam("checkedIn", checkedIn == null ? null : Timestamp.from(checkedIn))
        .addParam("requests", ReservationJson.requests(reservation.requests()))
        .addParam("changed", Timestamp.from(reservation.changed()));
  }

  /** Refuses what is removed at the same moment. */
  private static <T> T checked(Reservation reservation, Supplier<T> write) {
    try {
      return write.get();
    } catch (DbClientException e) {
      if (SqlFailure.breaks(e, "reservation_team")) {
        throw new Refusal.Unknown(
            "team", "team", "There is no team %s.".formatted(reservation.details().party().team()));
      }
      if (SqlFailure.breaks(e, CLAIMED)) {
        throw new Refusal.WrongState(
            "what is claimed was removed a moment ago; look at what there is", "claims");
      }
      throw e;
    }
  }
}
