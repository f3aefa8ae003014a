package direttore.app.wiring;

import direttore.app.data.SecretKey;
import direttore.app.start.StartRefusal.Broken;
import direttore.app.start.StartRefusal.WrongSetting;
import direttore.store.Attendance;
import direttore.store.Database;
import direttore.store.operation.PgSecretKey;
import direttore.store.operation.Resealing;
import direttore.store.operation.Safe;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The key that stored secrets are sealed with: the one in the file, which must be the one that the
 * database knows. With another one, secrets would be sealed that nobody else opens.
 */
final class SealingKey {
  private static final System.Logger LOG = System.getLogger(SealingKey.class.getName());
  private final SecretKey file;
  private final Database database;
  private final PgSecretKey known;

  SealingKey(Path file, Database database) {
    this.file = new SecretKey(file, Safe.KEY_BYTES);
    this.database = database;
    this.known = new PgSecretKey(database);
  }

  /** The safe of the key; the first start makes one. Ends a rotation that was cut off. */
  Safe open() {
    var fingerprint = known.fingerprint();
    return fingerprint.isEmpty() ? first() : matching(fingerprint.get());
  }

  /** Data without a fingerprint: none yet, or of version 0.1. */
  private Safe first() {
    if (file.read().isEmpty() && file.next().isEmpty() && known.stored() > 0) {
      throw missing();
    }
    var old = file.read().map(Safe::new).filter(known::opensAll);
    var next = file.next().map(Safe::new).filter(known::opensAll);
    if (old.isEmpty() && next.isPresent() && known.stored() > 0) {
      finishRotation();
    } else if (old.isEmpty() && file.read().isPresent()) {
      throw another();
    }
    known.adopt(new Safe(file.readOrMake()));
    return matching(known.fingerprint().orElseThrow());
  }

  private Safe matching(String fingerprint) {
    if (fits(file.next(), fingerprint)) {
      finishRotation();
    }
    var key = file.read();
    if (key.isEmpty()) {
      throw missing();
    }
    if (!fits(key, fingerprint)) {
      throw another();
    }
    return new Safe(key.get());
  }

  private static boolean fits(Optional<byte[]> key, String fingerprint) {
    return key.filter(k -> new Safe(k).fingerprint().equals(fingerprint)).isPresent();
  }

  private void finishRotation() {
    file.finishRotation();
    LOG.log(Level.WARNING, "A key rotation that was cut off has been finished");
  }

  /**
   * Seals all stored secrets with a new key; answers how many. Refuses while any process runs.
   *
   * @param lost whether to give up what only the old key opens, as that is gone
   */
  long rotate(boolean lost) {
    var count = new AtomicLong();
    try {
      if (!Attendance.alone(database, () -> count.set(lost ? replace() : reseal()))) {
        throw new WrongSetting("Direttore is running: stop all of its processes first.");
      }
    } catch (SQLException e) {
      throw new Broken("The database cannot be reached: %s.".formatted(e.getMessage()), e);
    }
    return count.get();
  }

  private long reseal() {
    var old = open();
    var fresh = new Safe(file.makeNext());
    try {
      var count = Resealing.reseal(database, old, fresh);
      file.finishRotation();
      return count;
    } catch (IllegalStateException e) {
      throw new Broken("Nothing was changed: %s.".formatted(e.getMessage()), e);
    }
  }

  private long replace() {
    known.replace(new Safe(file.makeNext()));
    file.finishRotation();
    return 0;
  }

  private WrongSetting missing() {
    return new WrongSetting(
        ("The key file %s is missing, but the database was used with one: put it back from a backup,"
                + " or set SECRET_KEY_FILE. If it is lost: direttore key rotate --lost.")
            .formatted(file.file()));
  }

  private WrongSetting another() {
    return new WrongSetting(
        ("The key in %s is not the one that the database was used with: put that one back, or set"
                + " SECRET_KEY_FILE. If it is lost: direttore key rotate --lost.")
            .formatted(file.file()));
  }
}
