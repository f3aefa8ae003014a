package direttore.store.reservation;

import direttore.domain.Refusal;
import direttore.domain.access.TeamName;
import direttore.domain.reservation.policy.ApprovalRule;
import direttore.domain.reservation.policy.Policies;
import direttore.domain.reservation.policy.Policy;
import direttore.store.Database;
import direttore.store.Row;
import direttore.store.SqlFailure;
import direttore.store.Transaction;
import io.helidon.dbclient.DbClient;
import io.helidon.dbclient.DbClientException;
import io.helidon.dbclient.DbExecute;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Policies in PostgreSQL. */
public final class PgPolicies implements Policies {
  private final DbClient db;

  public PgPolicies(Database database) {
    this.db = database.client();
  }

  @Override
  public Optional<Policy> general() {
    return Optional.ofNullable(all(db.execute()).get(""));
  }

  @Override
  public SortedMap<TeamName, Policy> ofTeams() {
    var teams = new TreeMap<TeamName, Policy>();
    all(db.execute())
        .forEach((team, policy) -> {
          if (!team.isEmpty()) {
            teams.put(new TeamName(team), policy);
          }
        });
    return Collections.unmodifiableSortedMap(teams);
  }

  /** By the team's name; the general one by none. */
  static Map<String, Policy> all(DbExecute execute) {
    var all = new HashMap<String, Policy>();
    execute
        .createQuery(
            """
            SELECT coalesce(team, '') AS team, longest_minutes, shortest_minutes, horizon_days,
                   notice_minutes, open_most, hours_most, pause_minutes, extended_minutes,
                   recurring, waiting_weight, check_in_minutes, whole_node, longer_than_hours,
                   more_cores_than, tags, within_hours
              FROM reservation_policy
            """)
        .execute()
        .map(Row::new)
        .forEach(row -> all.put(row.text("team"), policy(row)));
    return all;
  }

  private static Policy policy(Row row) {
    var tags = List.of(row.text("tags").split(" ")).stream().filter(tag -> !tag.isEmpty());
    return new Policy(
        number(row, "longest_minutes"),
        number(row, "shortest_minutes"),
        number(row, "horizon_days"),
        number(row, "notice_minutes"),
        number(row, "open_most"),
        number(row, "hours_most"),
        number(row, "pause_minutes"),
        number(row, "extended_minutes"),
        row.flag("recurring"),
        number(row, "waiting_weight"),
        number(row, "check_in_minutes"),
        new ApprovalRule(
            row.flag("whole_node"),
            number(row, "longer_than_hours"),
            number(row, "more_cores_than"),
            new TreeSet<>(tags.toList()),
            number(row, "within_hours")));
  }

  private static @Nullable Integer number(Row row, String column) {
    var number = row.numberOrNull(column);
    return number == null ? null : Math.toIntExact(number);
  }

  @Override
  public void set(@Nullable TeamName team, @Nullable Policy policy) {
    try {
      Transaction.in(
          db,
          execute -> {
            execute
                .createDelete("DELETE FROM reservation_policy WHERE coalesce(team, '') = :team")
                .addParam("team", team == null ? "" : team.value())
                .execute();
            if (policy != null) {
              insert(execute, team, policy);
            }
          });
    } catch (DbClientException e) {
      if (team != null && SqlFailure.breaks(e, "reservation_policy_team")) {
        throw new Refusal.NotFound("team", team);
      }
      throw e;
    }
  }

  private static void insert(DbExecute execute, @Nullable TeamName team, Policy policy) {
    var approval = policy.approval();
    execute
        .createInsert(
            """
            INSERT INTO reservation_policy
              (team, longest_minutes, shortest_minutes, horizon_days, notice_minutes, open_most,
               hours_most, pause_minutes, extended_minutes, recurring, waiting_weight,
               check_in_minutes, whole_node, longer_than_hours, more_cores_than, tags, within_hours)
            VALUES
              (CAST(:team AS text), CAST(:longest AS integer), CAST(:shortest AS integer),
               CAST(:horizon AS integer), CAST(:notice AS integer), CAST(:open AS integer),
               CAST(:hours AS integer), CAST(:pause AS integer), CAST(:extended AS integer),
               :recurring, CAST(:weight AS integer), CAST(:checkIn AS integer), :whole,
               CAST(:longer AS integer), CAST(:cores AS integer), :tags,
               CAST(:within AS integer))
            """)
        .addParam("team", team == null ? null : team.value())
        .addParam("longest", policy.longestMinutes())
        .addParam("shortest", policy.shortestMinutes())
        .addParam("horizon", policy.horizonDays())
        .addParam("notice", policy.noticeMinutes())
        .addParam("open", policy.openMost())
        .addParam("hours", policy.hoursMost())
        .addParam("pause", policy.pauseMinutes())
        .addParam("extended", policy.extendedMinutes())
        .addParam("recurring", policy.recurring())
        .addParam("weight", policy.waitingWeight())
        .addParam("checkIn", policy.checkInMinutes())
        .addParam("whole", approval.wholeNode())
        .addParam("longer", approval.longerThanHours())
        .addParam("cores", approval.moreCoresThan())
        .addParam("tags", String.join(" ", approval.tags()))
        .addParam("within", approval.withinHours())
        .execute();
  }
}
