package direttore.store.operation;

import direttore.store.Database;
import direttore.store.Row;
import io.helidon.dbclient.DbClient;
import java.util.Optional;

/** What the database knows of the key that its secrets are sealed with: a fingerprint, no more. */
public final class PgSecretKey {
  private final DbClient db;

  public PgSecretKey(Database database) {
    this.db = database.client();
  }

  /** The fingerprint of the key in use; empty before the first one, and for data of version 0.1. */
  public Optional<String> fingerprint() {
    return db.execute()
        .get("SELECT fingerprint FROM secret_key")
        .map(row -> new Row(row).text("fingerprint"));
  }

  /** Records the key as the one in use, unless there is one; of two at once, one wins. */
  public void adopt(Safe safe) {
    db.execute()
        .createInsert(
            """
            INSERT INTO secret_key (fingerprint, since) VALUES (:fingerprint, now())
                ON CONFLICT DO NOTHING
            """)
        .addParam("fingerprint", safe.fingerprint())
        .execute();
  }

  /** Records another key although the one in use is lost; what is sealed stays as it is. */
  public void replace(Safe safe) {
    db.execute()
        .createInsert(
            """
            INSERT INTO secret_key (fingerprint, since) VALUES (:fingerprint, now())
                ON CONFLICT (one) DO UPDATE
               SET fingerprint = EXCLUDED.fingerprint, since = EXCLUDED.since
            """)
        .addParam("fingerprint", safe.fingerprint())
        .execute();
  }

  /** How many secrets are stored. */
  public long stored() {
    return db.execute()
        .get("SELECT count(*) AS stored FROM secret")
        .map(row -> new Row(row).number("stored"))
        .orElse(0L);
  }

  /** Whether every stored secret opens with the key. */
  public boolean opensAll(Safe safe) {
    return db
        .execute()
        .query("SELECT owner_kind, owner, sealed FROM secret")
        .map(Row::new)
        .toList()
        .stream()
        .allMatch(row -> opens(safe, SecretOwner.of(row), row.bytes("sealed")));
  }

  private static boolean opens(Safe safe, SecretOwner owner, byte[] sealed) {
    try {
      safe.open(owner, sealed);
      return true;
    } catch (IllegalStateException e) {
      return false;
    }
  }
}
