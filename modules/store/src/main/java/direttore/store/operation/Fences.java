package direttore.store.operation;

import io.helidon.dbclient.DbExecute;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

/**
 * Fences around operations that are submitted for one purpose. Each has a round; operations of an
 * older one begin nothing more.
 */
public final class Fences {
  private Fences() {}

  /**
   * What has changed when an operation within a fence has.
   *
   * @param type of the event, and its {@code subject}
   */
  public record Told(String type, String subject) {
    @Override
    public String toString() {
      return type + " " + subject;
    }
  }

  /**
   * A new one, in round 0.
   *
   * @param id that of what it stands around
   * @param counts whether what its operations make counts against quotas
   */
  public static void add(DbExecute execute, UUID id, Told told, boolean counts) {
    execute
        .createInsert(
            "INSERT INTO operation_fence (id, tells, counts) VALUES (:id, :tells, :counts)")
        .addParam("id", id)
        .addParam("tells", told.toString())
        .addParam("counts", counts)
        .execute();
  }

  /** Waits for whoever submits within it at this moment, and is waited for until commit. */
  public static void hold(DbExecute execute, UUID id) {
    execute
        .createGet("SELECT true AS held FROM operation_fence WHERE id = :id FOR NO KEY UPDATE")
        .addParam("id", id)
        .execute();
  }

  /** The same of several. */
  public static void hold(DbExecute execute, Collection<UUID> ids) {
    ids.stream().sorted().forEach(id -> hold(execute, id));
  }

  /**
   * Comes to the next round: what is queued within it ends at once, and what runs is asked to end.
   */
  public static void raise(DbExecute execute, UUID id, Instant now) {
    execute
        .createUpdate("UPDATE operation_fence SET round = round + 1, closed = false WHERE id = :id")
        .addParam("id", id)
        .execute();
    OperationCancel.within(execute, id, now);
  }

  /** Nothing more is submitted within it. */
  public static void close(DbExecute execute, UUID id) {
    execute
        .createUpdate("UPDATE operation_fence SET closed = true WHERE id = :id")
        .addParam("id", id)
        .execute();
  }
}
