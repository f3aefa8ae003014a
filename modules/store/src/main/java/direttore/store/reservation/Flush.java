package direttore.store.reservation;

import direttore.store.Row;
import io.helidon.dbclient.DbClient;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Makes last what was committed without waiting for the disk. Many who wait are served by one
 * flush: one that begins after their commit covers it.
 */
final class Flush {
  /** From this version on, a message can be written and flushed for its own sake. */
  private static final int OLDEST = 170_000;

  private final DbClient db;
  private final ReentrantLock turn = new ReentrantLock();
  private volatile long begun;
  private long covered;
  private volatile int version;

  Flush(DbClient db) {
    this.db = db;
  }

  /** Whether a commit need not wait for the disk, as it is flushed afterwards. */
  boolean possible() {
    if (version == 0) {
      version =
          db.execute()
              .get("SELECT CAST(current_setting('server_version_num') AS integer) AS version")
              .map(row -> new Row(row).integer("version"))
              .orElse(0);
    }
    return version >= OLDEST;
  }

  /** Returns when all that was committed before is on disk. */
  void await() {
    if (!possible()) {
      return;
    }
    var before = begun;
    turn.lock();
    try {
      if (covered > before) {
        return;
      }
      var mine = begun + 1;
      begun = mine;
      db.execute().get("SELECT pg_logical_emit_message(false, 'direttore', '', true) AS flushed");
      covered = mine;
    } finally {
      turn.unlock();
    }
  }
}
