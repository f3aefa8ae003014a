package direttore.store.access;

import direttore.domain.access.Grant;
import direttore.domain.access.Role;
import direttore.domain.access.Scope;
import direttore.store.Row;
import io.helidon.dbclient.DbExecute;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may do, as rows.
 *
 * @param given by somebody who manages people
 * @param provided by the groups of the OpenID provider
 */
record GrantRows(List<Grant> given, List<Grant> provided) {
  static final GrantRows NONE = new GrantRows(List.of(), List.of());

  private static GrantRows empty() {
    return new GrantRows(new ArrayList<>(), new ArrayList<>());
  }

  private void add(Row row) {
    var grant =
        new Grant(
            Role.parse(row.text("role")), Scope.of(row.text("scope"), row.textOrNull("value")));
    (row.flag("provided") ? provided : given).add(grant);
  }

  static GrantRows of(DbExecute execute, UUID person, Instant now) {
    var found = empty();
    execute
        .createQuery(
            """
            SELECT role, scope, value, provided FROM person_grant
             WHERE person = :id AND (until IS NULL OR until > :now)
            """)
        .addParam("id", person)
        .addParam("now", Timestamp.from(now))
        .execute()
        .forEach(row -> found.add(new Row(row)));
    return found;
  }

  static Map<UUID, GrantRows> all(DbExecute execute, Instant now) {
    var found = new HashMap<UUID, GrantRows>();
    execute
        .createQuery(
            """
            SELECT person, role, scope, value, provided FROM person_grant
             WHERE until IS NULL OR until > :now
            """)
        .addParam("now", Timestamp.from(now))
        .execute()
        .map(Row::new)
        .forEach(row -> found.computeIfAbsent(row.uuid("person"), _ -> empty()).add(row));
    return found;
  }

  /**
   * Replaces what somebody was given, or what was provided; the other stays.
   *
   * @param until when what is provided no longer counts; null for what is given
   */
  static void replace(
      DbExecute execute, UUID person, Collection<Grant> grants, @Nullable Instant until) {
    execute
        .createDelete("DELETE FROM person_grant WHERE person = :person AND provided = :provided")
        .addParam("person", person)
        .addParam("provided", until != null)
        .execute();
    for (var grant : new HashSet<>(grants)) {
      execute
          .createInsert(
              """
              INSERT INTO person_grant (person, role, scope, value, provided, until)
              VALUES (:person, :role, :scope, :value, :provided, CAST(:until AS timestamptz))
              """)
          .addParam("person", person)
          .addParam("role", grant.role().wire())
          .addParam("scope", grant.scope().kind())
          .addParam("value", grant.scope().value())
          .addParam("provided", until != null)
          .addParam("until", until == null ? null : Timestamp.from(until))
          .execute();
    }
  }
}
