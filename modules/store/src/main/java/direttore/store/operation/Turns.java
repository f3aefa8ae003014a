package direttore.store.operation;

import direttore.domain.operation.Operation;
import direttore.store.Transaction;
import io.helidon.dbclient.DbClient;
import io.helidon.dbclient.DbExecute;
import java.util.Map;
import java.util.TreeMap;

/** Which operations take up room in which lane, for the workers of all processes. */
final class Turns {
  private final DbClient db;

  Turns(DbClient db) {
    this.db = db;
  }

  boolean take(Operation operation, Map<String, Integer> lanes) {
    // In one order, so that two workers never wait for each other.
    var sorted = new TreeMap<>(lanes);
    return Transaction.of(
        db,
        execute -> {
          sorted.keySet().forEach(lane -> hold(execute, lane));
          if (sorted.entrySet().stream()
              .anyMatch(l -> full(execute, operation, l.getKey(), l.getValue()))) {
            return false;
          }
          sorted.keySet().forEach(lane -> enter(execute, operation, lane));
          return true;
        });
  }

  private static void hold(DbExecute execute, String lane) {
    execute
        .createGet("SELECT true AS held FROM pg_advisory_xact_lock(17484, hashtext(:lane))")
        .addParam("lane", lane)
        .execute();
  }

  private static boolean full(DbExecute execute, Operation operation, String lane, int room) {
    return execute
        .createGet(
            """
            SELECT true AS found
              FROM operation_turn t JOIN operation o ON o.id = t.operation
             WHERE t.lane = :lane AND t.operation <> :id AND o.state = 'running'
            HAVING count(*) >= :room
            """)
        .addParam("lane", lane)
        .addParam("id", operation.id())
        .addParam("room", room)
        .execute()
        .isPresent();
  }

  private static void enter(DbExecute execute, Operation operation, String lane) {
    execute
        .createInsert(
            """
            INSERT INTO operation_turn (lane, operation) VALUES (:lane, :id)
            ON CONFLICT DO NOTHING
            """)
        .addParam("lane", lane)
        .addParam("id", operation.id())
        .execute();
  }

  void end(Operation operation) {
    db.execute()
        .createDelete(
            """
            DELETE FROM operation_turn
             WHERE operation = :id
               AND EXISTS (SELECT FROM operation WHERE id = :same AND attempt = :attempt)
            """)
        .addParam("id", operation.id())
        .addParam("same", operation.id())
        .addParam("attempt", operation.attempt())
        .execute();
  }
}
