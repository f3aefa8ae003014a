package direttore.store.reservation;

import direttore.domain.access.TeamName;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.VmId;
import direttore.domain.node.NodeName;
import direttore.domain.reservation.Amount;
import direttore.domain.reservation.AtEnd;
import direttore.domain.reservation.AtStart;
import direttore.domain.reservation.CheckIn;
import direttore.domain.reservation.Claim;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.Details;
import direttore.domain.reservation.Margins;
import direttore.domain.reservation.Party;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.ReservationKind;
import direttore.domain.reservation.Resource;
import direttore.domain.reservation.ResourceKind;
import direttore.domain.reservation.Status;
import direttore.domain.reservation.Times;
import direttore.domain.reservation.Where;
import direttore.domain.reservation.Window;
import direttore.store.Row;
import io.helidon.dbclient.DbExecute;
import io.helidon.dbclient.DbRow;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads reservations with their claims. */
final class ReservationRows {
  static final String COLUMNS =
      """
      v.id, v.uid, v.series, CAST(v.occurrence AS text) AS occurrence, s.rule,
      s.version AS series_version, v.kind, v.title,
      v.notes, v.requester, v.person, v.team, v.hidden, v.guest_kind, v.node, v.vmid,
      lower(v.during) AS since, upper(v.during) AS until, v.zone, v.status, v.phase, v.version,
      v.sequence, CAST(extract(epoch FROM v.lead) AS bigint) AS lead,
      CAST(extract(epoch FROM v.grace) AS bigint) AS grace,
      CAST(extract(epoch FROM v.tidy) AS bigint) AS tidy, v.at_start, v.at_end,
      CAST(v.guests AS text) AS guests, v.check_in_minutes, v.checked_in_at,
      CAST(v.requests AS text) AS requests, v.replaces, v.created_at, v.changed_at, v.reason
      """;

  static final String FROM =
      " FROM reservation v LEFT JOIN reservation_series s ON s.id = v.series ";

  private ReservationRows() {}

  /**
   * Those of these ids, by their start; locked until the end of the transaction if that is asked.
   */
  static List<Reservation> of(DbExecute execute, Collection<Long> ids, boolean locked) {
    if (ids.isEmpty()) {
      return List.of();
    }
    var rows =
        execute
            .createQuery(
                "SELECT "
                    + COLUMNS
                    + FROM
                    + " WHERE v.id = ANY (CAST(:ids AS bigint[])) ORDER BY v.id"
                    + (locked ? " FOR NO KEY UPDATE OF v" : ""))
            .addParam("ids", HeldRows.array(ids))
            .execute()
            .toList();
    return withClaims(execute, rows).stream()
        .sorted(
            Comparator.comparing((Reservation r) -> r.window().from())
                .thenComparingLong(Reservation::id))
        .toList();
  }

  /** In the order of the rows. */
  static List<Reservation> withClaims(DbExecute execute, List<DbRow> rows) {
    var ids = rows.stream().map(row -> new Row(row).number("id")).toList();
    var claims = claims(execute, ids);
    return rows.stream()
        .map(Row::new)
        .map(row -> reservation(row, claims.getOrDefault(row.number("id"), List.of())))
        .toList();
  }

  private static Map<Long, List<Row>> claims(DbExecute execute, List<Long> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return execute
        .createQuery(
            """
            SELECT c.reservation, c.resource, r.kind, r.name,
                   CASE r.kind WHEN 'node' THEN r.name ELSE r.node END AS node,
                   c.request, c.lane,
                   lower(c.during) AS since, upper(c.during) AS until,
                   c.cores, c.memory, c.disk, c.vms, c.lxc, c.holding
              FROM claim c JOIN resource r ON r.id = c.resource
             WHERE c.reservation = ANY (CAST(:ids AS bigint[])) AND NOT c.beside
             ORDER BY c.request, c.id
            """)
        .addParam("ids", HeldRows.array(ids))
        .execute()
        .map(Row::new)
        .collect(Collectors.groupingBy(row -> row.number("reservation")));
  }

  private static Reservation reservation(Row row, List<Row> claims) {
    var requests = ReservationJson.requests(row.text("requests"));
    return new Reservation(
        row.number("id"),
        row.text("uid"),
        ReservationKind.parse(row.text("kind")),
        details(row),
        new Times(window(row), ZoneId.of(row.text("zone"))),
        Status.parse(row.text("status")),
        Phase.parse(row.text("phase")),
        row.integer("version"),
        row.integer("sequence"),
        new Margins(seconds(row, "lead"), seconds(row, "grace"), seconds(row, "tidy")),
        AtStart.parse(row.text("at_start")),
        AtEnd.parse(row.text("at_end")),
        ReservationJson.guests(row.text("guests")),
        checkIn(row),
        series(row),
        claims.stream().map(each -> claim(each, requests)).toList(),
        row.numberOrNull("replaces"),
        row.instant("created_at"),
        row.instant("changed_at"),
        row.textOrNull("reason"));
  }

  /** Null where nobody has to check in. */
  static @Nullable CheckIn checkIn(Row row) {
    var minutes = row.numberOrNull("check_in_minutes");
    return minutes == null
        ? null
        : new CheckIn(Duration.ofMinutes(minutes), row.instantOrNull("checked_in_at"));
  }

  private static Details details(Row row) {
    var team = row.textOrNull("team");
    var node = row.textOrNull("node");
    var vmid = row.numberOrNull("vmid");
    return new Details(
        row.text("title"),
        row.text("notes"),
        new Party(
            row.text("requester"),
            row.uuidOrNull("person"),
            team == null ? null : new TeamName(team)),
        new Where(
            GuestKind.valueOf(row.text("guest_kind").toUpperCase(Locale.ROOT)),
            node == null ? null : new NodeName(node),
            vmid == null ? null : new VmId(Math.toIntExact(vmid))),
        row.flag("hidden"));
  }

  private static Reservation.@Nullable InSeries series(Row row) {
    var series = row.numberOrNull("series");
    return series == null
        ? null
        : new Reservation.InSeries(
            series,
            row.text("rule"),
            local(Objects.requireNonNull(row.textOrNull("occurrence"))),
            row.integer("series_version"));
  }

  /** As PostgreSQL writes it when it is cast to text. */
  static LocalDateTime local(String text) {
    return LocalDateTime.parse(text.replace(' ', 'T'));
  }

  private static Claim claim(Row row, List<ClaimRequest> requests) {
    return new Claim(
        new Resource.Ref(
            row.integer("resource"),
            ResourceKind.parse(row.text("kind")),
            row.text("name"),
            row.textOrNull("node")),
        share(row),
        window(row),
        row.flag("holding"),
        requests.get(row.integer("request")),
        row.integer("request"));
  }

  /** Null for the whole. */
  static @Nullable Amount share(Row row) {
    return row.number("lane") != 0
        ? null
        : new Amount(
            row.integer("cores"),
            row.number("memory"),
            row.number("disk"),
            row.integer("vms"),
            row.integer("lxc"));
  }

  static Window window(Row row) {
    return new Window(row.instant("since"), row.instant("until"));
  }

  private static Duration seconds(Row row, String column) {
    return Duration.ofSeconds(row.number(column));
  }
}
