package direttore.store.reservation;

import direttore.domain.reservation.Party;
import direttore.domain.reservation.policy.Own;
import direttore.store.Row;
import io.helidon.dbclient.DbExecute;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What somebody has reserved, for the rules that count it. */
final class OwnRows {
  /** How long ago it may have ended, at the longest pause. */
  private static final Duration RECENT = Duration.ofDays(366);

  private OwnRows() {}

  /** By which somebody is known. */
  static String key(Party party) {
    return party.person() == null ? "name/" + party.requester() : "person/" + party.person();
  }

  /** Nobody else counts what they have until the transaction ends. */
  static void lock(DbExecute execute, String key) {
    execute
        .createGet("SELECT true AS locked FROM pg_advisory_xact_lock(17494, hashtext(:key))")
        .addParam("key", key)
        .execute();
  }

  /**
   * Those that go by the same policy: of the team, or of all that have none of their own. A change
   * that waits for an approval is not counted beside what it changes.
   *
   * @param ruled the teams with a policy of their own
   */
  static List<Own> of(
      DbExecute execute, Party party, Set<String> ruled, Set<Long> besides, Instant now) {
    var team = party.team();
    var own = team != null && ruled.contains(team.value());
    return new ArrayList<>(
        execute
            .createQuery(
                """
                SELECT lower(v.during) AS since, upper(v.during) AS until,
                       v.phase IN ('requested', 'offered', 'booked', 'preparing', 'running')
                         AND upper(v.during) > :now AS open,
                       array_to_string(ARRAY(SELECT DISTINCT c.resource
                                               FROM claim c JOIN resource r ON r.id = c.resource
                                              WHERE c.reservation = v.id
                                                AND r.kind NOT IN ('person', 'team')), ' ')
                         AS resources
                  FROM reservation v
                 WHERE v.kind = 'booking' AND upper(v.during) > :recent
                   AND v.phase NOT IN ('missed', 'called_off', 'refused', 'lapsed')
                   AND v.status <> 'cancelled'
                   AND NOT (v.replaces IS NOT NULL AND v.phase = 'requested')
                   AND CASE WHEN CAST(:person AS uuid) IS NULL
                            THEN v.person IS NULL AND v.requester = :requester
                            ELSE v.person = CAST(:samePerson AS uuid) END
                   AND CASE WHEN CAST(:own AS boolean) THEN v.team = CAST(:team AS text)
                            ELSE v.team IS NULL OR v.team <> ALL (:ruled) END
                   AND v.id <> ALL (CAST(:besides AS bigint[]))
                """)
            .addParam("now", Timestamp.from(now))
            .addParam("recent", Timestamp.from(now.minus(RECENT)))
            .addParam("person", text(party))
            .addParam("requester", party.requester())
            .addParam("samePerson", text(party))
            .addParam("own", own)
            .addParam("team", team == null ? null : team.value())
            .addParam("ruled", ruled.toArray(String[]::new))
            .addParam("besides", HeldRows.array(besides))
            .execute()
            .map(row -> own(new Row(row)))
            .toList());
  }

  private static @Nullable String text(Party party) {
    return party.person() == null ? null : party.person().toString();
  }

  private static Own own(Row row) {
    return new Own(
        ReservationRows.window(row),
        row.flag("open"),
        Arrays.stream(row.text("resources").split(" "))
            .filter(id -> !id.isEmpty())
            .map(Integer::valueOf)
            .collect(Collectors.toSet()));
  }
}
