package direttore.store.access;

import direttore.domain.access.Grant;
import direttore.domain.access.Role;
import direttore.domain.access.Scope;
import direttore.store.Row;
import io.helidon.dbclient.DbExecute;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What somebody was given, as rows. */
final class GrantRows {
  private GrantRows() {}

  static List<Grant> of(DbExecute execute, UUID person) {
    return execute
        .createQuery("SELECT role, scope, value FROM person_grant WHERE person = :id")
        .addParam("id", person)
        .execute()
        .map(row -> grant(new Row(row)))
        .toList();
  }

  static Map<UUID, List<Grant>> all(DbExecute execute) {
    return execute
        .query("SELECT person, role, scope, value FROM person_grant")
        .map(Row::new)
        .collect(
            Collectors.groupingBy(
                row -> row.uuid("person"),
                Collectors.mapping(GrantRows::grant, Collectors.toList())));
  }

  private static Grant grant(Row row) {
    return new Grant(
        Role.parse(row.text("role")), Scope.of(row.text("scope"), row.textOrNull("value")));
  }

  static void replace(DbExecute execute, UUID person, Collection<Grant> grants) {
    execute
        .createDelete("DELETE FROM person_grant WHERE person = :person")
        .addParam("person", person)
        .execute();
    for (var grant : new HashSet<>(grants)) {
      execute
          .createInsert(
              """
              INSERT INTO person_grant (person, role, scope, value)
              VALUES (:person, :role, :scope, :value)
              """)
          .addParam("person", person)
          .addParam("role", grant.role().wire())
          .addParam("scope", grant.scope().kind())
          .addParam("value", grant.scope().value())
          .execute();
    }
  }
}
