package direttore.store.reservation;

import direttore.domain.access.TeamName;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.ReservationFilter;
import direttore.domain.reservation.ReservationKind;
import direttore.domain.reservation.ReservationPage;
import direttore.domain.reservation.Status;
import direttore.store.Row;
import io.helidon.dbclient.DbExecute;
import io.helidon.dbclient.DbStatement;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds reservations by what somebody looks for. */
final class ReservationPages {
  private final ReservationFilter filter;
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, @Nullable Object> parameters = new TreeMap<>();

  ReservationPages(ReservationFilter filter) {
    this.filter = filter;
    time();
    place();
    words();
    whose();
  }

  ReservationPage page(DbExecute execute) {
    var where = " WHERE " + String.join(" AND ", conditions);
    var total =
        with(execute.createGet("SELECT count(*) AS total FROM reservation v" + where), parameters)
            .execute()
            .map(row -> new Row(row).number("total"))
            .orElse(0L);
    var paged = new TreeMap<String, @Nullable Object>(parameters);
    var after = filter.after();
    if (after != null) {
      where +=
          " AND (lower(v.during), v.id) > (SELECT lower(a.during), a.id FROM reservation a WHERE"
              + " a.id = :after)";
      paged.put("after", after);
    }
    paged.put("most", filter.limit() + 1);
    var rows =
        with(
                execute.createQuery(
                    "SELECT "
                        + ReservationRows.COLUMNS
                        + ReservationRows.FROM
                        + where
                        + " ORDER BY lower(v.during), v.id LIMIT :most"),
                paged)
            .execute()
            .toList();
    var more = rows.size() > filter.limit();
    return new ReservationPage(
        ReservationRows.withClaims(execute, more ? rows.subList(0, filter.limit()) : rows),
        total,
        more);
  }

  private static <S extends DbStatement<S>> S with(
      S statement, Map<String, @Nullable Object> parameters) {
    parameters.forEach(statement::addParam);
    return statement;
  }

  private void time() {
    var from = filter.from();
    var to = filter.to();
    conditions.add(
        "v.during && tstzrange(CAST(:since AS timestamptz), CAST(:until AS timestamptz))");
    parameters.put("since", from == null ? null : Timestamp.from(from));
    parameters.put("until", to == null ? null : Timestamp.from(to));
  }

  private void place() {
    var node = filter.node();
    if (node != null) {
      conditions.add(
          """
          (v.node = :node OR EXISTS (
            SELECT FROM claim c JOIN resource r ON r.id = c.resource
             WHERE c.reservation = v.id AND r.kind = 'node' AND r.name = :sameNode))\
          """);
      parameters.put("node", node.value());
      parameters.put("sameNode", node.value());
    }
    if (filter.resource() != null) {
      // Who looks for what has a share of somebody's limit would learn whose it is.
      conditions.add(
          """
          EXISTS (
            SELECT FROM claim c JOIN resource r ON r.id = c.resource
             WHERE c.reservation = v.id AND c.resource = :resource
               AND (r.kind NOT IN ('person', 'team') OR \
          """
              + readable("resource")
              + "))");
      parameters.put("resource", filter.resource());
    }
    if (filter.series() != null) {
      conditions.add("v.series = :series");
      parameters.put("series", filter.series());
    }
  }

  private void words() {
    if (filter.statuses().isEmpty()) {
      // Whoever asks for a phase means those that are in it.
      conditions.add(filter.phases().isEmpty() ? "v.status <> 'cancelled'" : "true");
    } else {
      conditions.add("v.status = ANY (:statuses)");
      parameters.put(
          "statuses", filter.statuses().stream().map(Status::wire).toArray(String[]::new));
    }
    if (!filter.phases().isEmpty()) {
      conditions.add("v.phase = ANY (:phases)");
      parameters.put("phases", filter.phases().stream().map(Phase::wire).toArray(String[]::new));
    }
    if (!filter.kinds().isEmpty()) {
      conditions.add("v.kind = ANY (:kinds)");
      parameters.put(
          "kinds", filter.kinds().stream().map(ReservationKind::wire).toArray(String[]::new));
    }
    var words = filter.words();
    if (words != null) {
      conditions.add(
          """
          position(lower(:words) IN lower(v.title || ' ' || v.notes || ' ' || v.requester)) > 0
          AND \
          """
              + readable("words"));
      parameters.put("words", words);
    }
  }

  /**
   * Whether the viewer may read what it is about.
   *
   * @param place where that is asked, so that each parameter has a name of its own
   */
  private String readable(String place) {
    parameters.put(place + "All", filter.viewer().operatesSomewhere());
    parameters.put(place + "Reader", filter.viewer().id().toString());
    parameters.put(place + "Theirs", teams());
    return """
    (NOT v.hidden OR :%sAll OR v.person = CAST(:%sReader AS uuid) OR v.team = ANY (:%sTheirs))\
    """
        .formatted(place, place, place);
  }

  private void whose() {
    if (filter.mine()) {
      var viewer = filter.viewer();
      conditions.add(
          """
          (v.person = CAST(:me AS uuid) OR v.team = ANY (:mine)
           OR (v.person IS NULL AND v.requester = CAST(:nobody AS text)))\
          """);
      parameters.put("me", viewer.id().toString());
      parameters.put("mine", teams());
      // Where nobody signs in, everything is everybody's.
      parameters.put("nobody", viewer.person().isEmpty() ? viewer.name() : null);
    }
    var team = filter.team();
    if (team != null) {
      conditions.add("v.team = :team");
      parameters.put("team", team.value());
    }
  }

  private String[] teams() {
    return filter.viewer().teams().stream().map(TeamName::value).toArray(String[]::new);
  }
}
