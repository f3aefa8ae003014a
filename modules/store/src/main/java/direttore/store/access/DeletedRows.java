package direttore.store.access;

import direttore.domain.Refusal;
import direttore.domain.access.PersonName;
import direttore.store.Row;
import io.helidon.dbclient.DbExecute;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Takes all rows of somebody away but the one with their name. */
final class DeletedRows {
  private static final List<String> THEIRS =
      List.of(
          "session",
          "api_token",
          "sign_in_link",
          "known_address",
          "person_grant",
          "person_group",
          "team_member",
          "quota",
          "former_holding",
          "calendar_feed",
          "waiting",
          "mail",
          "preference");

  /** So many guests are named in a refusal. */
  private static final int NAMED = 10;

  private DeletedRows() {}

  static void delete(DbExecute execute, PersonName name, Instant now) {
    var id = locked(execute, name);
    requireNoGuests(execute, name, id);
    requireIdle(execute, name, id);
    requireNoGroup(execute, name, id);
    requireNoReservations(execute, name, id);
    for (var table : THEIRS) {
      execute
          .createDelete("DELETE FROM %s WHERE person = :id".formatted(table))
          .addParam("id", id)
          .execute();
    }
    execute
        .createUpdate(
            """
            UPDATE person
               SET deleted_at = :now, disabled = true, display = name, password_hash = NULL,
                   issuer = NULL, subject = NULL, vouched_until = NULL, last_sign_in = NULL
             WHERE id = :id
            """)
        .addParam("now", Timestamp.from(now))
        .addParam("id", id)
        .execute();
  }

  /** Until all is done nobody gives them a guest. */
  private static UUID locked(DbExecute execute, PersonName name) {
    return execute
        .createGet("SELECT id FROM person WHERE name = :name AND deleted_at IS NULL FOR UPDATE")
        .addParam("name", name.value())
        .execute()
        .map(row -> new Row(row).uuid("id"))
        .orElseThrow(() -> new Refusal.NotFound("person", name));
  }

  private static void requireNoGuests(DbExecute execute, PersonName name, UUID id) {
    var keys =
        execute
            .createQuery("SELECT key FROM holding WHERE person = :id ORDER BY length(key), key")
            .addParam("id", id)
            .execute()
            .map(row -> new Row(row).text("key"))
            .toList();
    if (!keys.isEmpty()) {
      var more = keys.size() > NAMED ? " and %d more".formatted(keys.size() - NAMED) : "";
      throw new Refusal.WrongState(
          "%s still has guests (%s%s); hand them over or delete them first"
              .formatted(name, String.join(", ", keys.stream().limit(NAMED).toList()), more),
          null);
    }
  }

  private static void requireIdle(DbExecute execute, PersonName name, UUID id) {
    execute
        .createGet(
            """
            SELECT id, kind FROM operation
             WHERE person = :id AND state IN ('queued', 'running') LIMIT 1
            """)
        .addParam("id", id)
        .execute()
        .map(Row::new)
        .ifPresent(row -> {
          throw new Refusal.Busy(
              "operation %s (%s) of %s goes on; wait for it or cancel it"
                  .formatted(row.uuid("id"), row.text("kind"), name),
              row.uuid("id"));
        });
  }

  /** What is still to be ordered in it would be theirs. */
  private static void requireNoGroup(DbExecute execute, PersonName name, UUID id) {
    execute
        .createGet(
            "SELECT id FROM operation_group WHERE person = :id AND finished_at IS NULL LIMIT 1")
        .addParam("id", id)
        .execute()
        .map(Row::new)
        .ifPresent(row -> {
          throw new Refusal.WrongState(
              "group %s of %s goes on; wait for it or cancel it".formatted(row.uuid("id"), name),
              null);
        });
  }

  private static void requireNoReservations(DbExecute execute, PersonName name, UUID id) {
    var open =
        execute
            .createQuery(
                """
                SELECT id FROM reservation
                 WHERE person = :id
                   AND phase IN ('requested', 'offered', 'booked', 'preparing', 'running', 'returning')
                 ORDER BY id
                """)
            .addParam("id", id)
            .execute()
            .map(row -> Long.toString(new Row(row).number("id")))
            .toList();
    if (!open.isEmpty()) {
      throw new Refusal.WrongState(
          "%s still has reservations (%s); hand them over or cancel them first"
              .formatted(name, String.join(", ", open.stream().limit(NAMED).toList())),
          null);
    }
  }
}
