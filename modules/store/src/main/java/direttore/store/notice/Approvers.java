package direttore.store.notice;

import direttore.domain.access.Actor;
import direttore.domain.access.Grant;
import direttore.domain.access.Role;
import direttore.domain.access.Scope;
import io.helidon.dbclient.DbStatement;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who may say yes to what waits for an approval, as {@code ReservationRights} has it, in SQL. */
public final class Approvers {
  /** Whether the viewer of {@link #viewer} may approve a reservation {@code r}. */
  static final String VIEWER =
      may(
          "CAST(:person AS uuid)",
          ":name",
          "CAST(:everywhere AS boolean)",
          "CAST(:operated_teams AS text[])",
          "CAST(:operated_nodes AS text[])");

  /** The same for a person {@code q} with what {@link #GIVEN} says. */
  static final String PERSON = may("q.id", "q.name", "g.everywhere", "g.teams", "g.nodes");

  /**
   * Whether a person {@code q}, with what {@link #GIVEN_IF_ANY} says, may approve the reservation
   * {@code r} that a notice {@code n} asks somebody to approve; true for other notices.
   */
  public static final String STILL =
      "(n.kind <> 'requested' OR (g.everywhere IS NOT NULL AND " + PERSON + "))";

  /** Where a person {@code q} is an operator, as {@code g}; no row where nowhere. */
  static final String GIVEN =
      """
      JOIN LATERAL (
        SELECT bool_or(scope = 'everywhere') AS everywhere,
               coalesce(array_agg(value) FILTER (WHERE scope = 'team'), '{}') AS teams,
               coalesce(array_agg(value) FILTER (WHERE scope = 'node'), '{}') AS nodes
          FROM person_grant
         WHERE person = q.id AND role IN ('operator', 'admin')
        HAVING count(*) > 0) g ON true
      """;

  /** The same with a row that says nothing where that is nowhere. */
  public static final String GIVEN_IF_ANY = "LEFT " + GIVEN;

  private Approvers() {}

  private static String may(
      String person, String name, String everywhere, String teams, String nodes) {
    return """
    (r.phase = 'requested'
     AND CASE WHEN r.person IS NULL THEN r.requester <> %2$s
              ELSE r.person IS DISTINCT FROM %1$s END
     AND NOT EXISTS (SELECT FROM reservation_approval a
                      WHERE a.reservation = r.id AND a.asked_by = %2$s)
     AND (%3$s
          OR r.team = ANY (%4$s)
          OR ((r.node IS NOT NULL OR EXISTS (SELECT FROM claim c JOIN resource x
                                                 ON x.id = c.resource
                                              WHERE c.reservation = r.id
                                                AND x.kind NOT IN ('team', 'person')))
              AND (r.node IS NULL OR r.node = ANY (%5$s))
              AND NOT EXISTS (SELECT FROM claim c JOIN resource x ON x.id = c.resource
                               WHERE c.reservation = r.id AND x.kind NOT IN ('team', 'person')
                                 AND (CASE x.kind WHEN 'node' THEN x.name ELSE x.node END
                                      = ANY (%5$s)) IS NOT TRUE))))
    """
        .formatted(person, name, everywhere, teams, nodes);
  }

  /** Tells a statement where somebody is an operator. */
  static <S extends DbStatement<S>> S viewer(S statement, Actor actor) {
    return statement
        .addParam("everywhere", actor.changesAll())
        .addParam(
            "operated_teams",
            operated(actor, scope -> scope instanceof Scope.OfTeam(var team) ? team.value() : null))
        .addParam(
            "operated_nodes",
            operated(
                actor, scope -> scope instanceof Scope.OnNode(var node) ? node.value() : null));
  }

  private static String[] operated(Actor actor, Function<Scope, @Nullable String> name) {
    return actor.grants().stream()
        .filter(grant -> grant.role().covers(Role.OPERATOR))
        .map(Grant::scope)
        .flatMap(scope -> Stream.ofNullable(name.apply(scope)))
        .toArray(String[]::new);
  }
}
