package direttore.store.access;

import direttore.domain.Refusal;
import direttore.domain.access.Team;
import direttore.domain.access.TeamName;
import direttore.store.Row;
import direttore.store.SqlFailure;
import io.helidon.dbclient.DbClientException;
import io.helidon.dbclient.DbExecute;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Teams and who is of them, as rows. */
final class TeamRows {
  private TeamRows() {}

  static Set<TeamName> of(DbExecute execute, UUID person) {
    return execute
        .createQuery("SELECT team FROM team_member WHERE person = :id")
        .addParam("id", person)
        .execute()
        .map(each -> new TeamName(new Row(each).text("team")))
        .collect(Collectors.toSet());
  }

  static Map<UUID, Set<TeamName>> all(DbExecute execute) {
    return execute
        .query("SELECT person, team FROM team_member")
        .map(Row::new)
        .collect(
            Collectors.groupingBy(
                row -> row.uuid("person"),
                Collectors.mapping(row -> new TeamName(row.text("team")), Collectors.toSet())));
  }

  static void insert(DbExecute execute, UUID person, Collection<TeamName> teams) {
    for (var team : teams) {
      execute
          .createInsert("INSERT INTO team_member (team, person) VALUES (:team, :person)")
          .addParam("team", team.value())
          .addParam("person", person)
          .execute();
    }
  }

  static List<TeamName> names(DbExecute execute) {
    return execute
        .query("SELECT name FROM team ORDER BY name")
        .map(row -> new TeamName(new Row(row).text("name")))
        .toList();
  }

  static Team add(DbExecute execute, TeamName name) {
    try {
      execute
          .createInsert("INSERT INTO team (name) VALUES (:name)")
          .addParam("name", name.value())
          .execute();
    } catch (DbClientException e) {
      if (SqlFailure.breaks(e, "team_name")) {
        throw new Refusal.WrongState("there is a team %s already".formatted(name), "name");
      }
      throw e;
    }
    return new Team(name, List.of());
  }

  static void remove(DbExecute execute, TeamName name) {
    try {
      var gone =
          execute
              .createDelete("DELETE FROM team WHERE name = :name")
              .addParam("name", name.value())
              .execute();
      if (gone == 0) {
        throw new Refusal.NotFound("team", name);
      }
    } catch (DbClientException e) {
      if (SqlFailure.breaks(e, "team_member_team")
          || SqlFailure.breaks(e, "holding_team")
          || SqlFailure.breaks(e, "operation_team")
          || SqlFailure.breaks(e, "reservation_team")
          || SqlFailure.breaks(e, "waiting_team")) {
        throw new Refusal.WrongState(
            "team %s still has members, or had guests or reservations".formatted(name), null);
      }
      throw e;
    }
  }
}
