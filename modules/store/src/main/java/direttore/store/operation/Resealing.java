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
    var many = kept.size() + resealGroups(execute, old, fresh);
    execute
        .createUpdate("UPDATE secret_key SET fingerprint = :fingerprint, since = now()")
        .addParam("fingerprint", fresh.fingerprint())
        .execute();
    return many;
  }

  private static int resealGroups(DbExecute execute, Safe old, Safe fresh) {
    var kept =
        execute
            .query("SELECT group_id, member, sealed FROM operation_group_secret FOR UPDATE")
            .map(Row::new)
            .toList();
    for (var row : kept) {
      var group = SecretOwner.group(row.uuid("group_id"));
      var text = new Sealed(group, row.bytes("sealed")).open(old, fresh);
      execute
          .createUpdate(
              """
              UPDATE operation_group_secret SET sealed = :sealed
               WHERE group_id = :group AND member = :member
              """)
          .addParam("sealed", fresh.seal(group, text))
          .addParam("group", row.uuid("group_id"))
          .addParam("member", row.integer("member"))
          .execute();
    }
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
