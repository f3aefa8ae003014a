package direttore.store.operation;

import direttore.store.Database;
import direttore.store.Row;
import direttore.store.Transaction;
import io.helidon.dbclient.DbExecute;

/** Seals all stored secrets with another key. */
public final class Resealing {
  private Resealing() {}

  /**
   * Reseals every secret, and records the new key, in one transaction; answers how many. What the
   * new key opens already, from a rotation that was cut off, stays as it is.
   */
  public static int reseal(Database database, Safe old, Safe fresh) {
    return Transaction.of(database.client(), execute -> reseal(execute, old, fresh));
  }

  private static int reseal(DbExecute execute, Safe old, Safe fresh) {
    var kept =
        execute
            .query("SELECT owner_kind, owner, sealed FROM secret FOR UPDATE")
            .map(Row::new)
            .map(row -> new Sealed(SecretOwner.of(row), row.bytes("sealed")))
            .toList();
    for (var secret : kept) {
      var text = secret.open(old, fresh);
      execute
          .createUpdate(
              "UPDATE secret SET sealed = :sealed WHERE owner_kind = :kind AND owner = :owner")
          .addParam("sealed", fresh.seal(secret.owner(), text))
          .addParam("kind", secret.owner().kind())
          .addParam("owner", secret.owner().key())
          .execute();
    }
    execute
        .createUpdate("UPDATE secret_key SET fingerprint = :fingerprint, since = now()")
        .addParam("fingerprint", fresh.fingerprint())
        .execute();
    return kept.size();
  }

  @SuppressWarnings("ArrayRecordComponent") // read once, never compared
  private record Sealed(SecretOwner owner, byte[] sealed) {
    private String open(Safe old, Safe fresh) {
      try {
        return old.open(owner, sealed);
      } catch (IllegalStateException e) {
        return fresh.open(owner, sealed);
      }
    }
  }
}
