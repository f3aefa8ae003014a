package direttore.store.access;

import direttore.store.Row;
import io.helidon.dbclient.DbExecute;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The groups that another server says people are in, as rows. */
final class ProviderGroupRows {
  private ProviderGroupRows() {}

  static Set<String> of(DbExecute execute, UUID person) {
    return execute
        .createQuery("SELECT name FROM person_group WHERE person = :id")
        .addParam("id", person)
        .execute()
        .map(row -> new Row(row).text("name"))
        .collect(Collectors.toUnmodifiableSet());
  }

  static Map<UUID, Set<String>> all(DbExecute execute) {
    return execute
        .query("SELECT person, name FROM person_group")
        .map(Row::new)
        .collect(
            Collectors.groupingBy(
                row -> row.uuid("person"),
                Collectors.mapping(row -> row.text("name"), Collectors.toUnmodifiableSet())));
  }

  /** The update comes first: two windows of one person at once wait for each other there. */
  static void replace(DbExecute execute, UUID person, Set<String> groups, Instant until) {
    execute
        .createUpdate("UPDATE person SET vouched_until = :until WHERE id = :id")
        .addParam("until", Timestamp.from(until))
        .addParam("id", person)
        .execute();
    forget(execute, person);
    for (var group : groups) {
      execute
          .createInsert("INSERT INTO person_group (person, name) VALUES (:person, :name)")
          .addParam("person", person)
          .addParam("name", group)
          .execute();
    }
  }

  static void forget(DbExecute execute, UUID person) {
    execute
        .createDelete("DELETE FROM person_group WHERE person = :person")
        .addParam("person", person)
        .execute();
  }
}
