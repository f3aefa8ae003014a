package direttore.store.operation;

import direttore.domain.operation.Operations;
import direttore.store.Row;
import io.helidon.dbclient.DbExecute;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/** The sealed secrets of each owner. */
public final class Secrets {
  private final Safe safe;

  public Secrets(Safe safe) {
    this.safe = safe;
  }

  /** Seals and stores what an owner has; an owner has one at most. */
  public void add(DbExecute execute, SecretOwner owner, String text) {
    execute
        .createInsert(
            "INSERT INTO secret (owner_kind, owner, sealed) VALUES (:kind, :owner, :sealed)")
        .addParam("kind", owner.kind())
        .addParam("owner", owner.key())
        .addParam("sealed", safe.seal(owner, text))
        .execute();
  }

  /**
   * Empty when there are none.
   *
   * @throws Operations.Sealed when they do not open with the key at hand
   */
  public Optional<String> find(DbExecute execute, SecretOwner owner) {
    try {
      return read(execute, owner);
    } catch (Safe.Shut e) {
      throw new Operations.Sealed(
          "the secrets of %s do not open with this key".formatted(owner), e);
    }
  }

  private Optional<String> read(DbExecute execute, SecretOwner owner) {
    return execute
        .createGet("SELECT sealed FROM secret WHERE owner_kind = :kind AND owner = :owner")
        .addParam("kind", owner.kind())
        .addParam("owner", owner.key())
        .execute()
        .map(row -> safe.open(owner, new Row(row).bytes("sealed")));
  }

  /** What an owner has is not needed any more. */
  public static void forget(DbExecute execute, SecretOwner owner) {
    execute
        .createDelete("DELETE FROM secret WHERE owner_kind = :kind AND owner = :owner")
        .addParam("kind", owner.kind())
        .addParam("owner", owner.key())
        .execute();
  }

  /** Those of the members of a group are not needed any more. */
  public static void forgetGroup(DbExecute execute, UUID group) {
    execute
        .createDelete("DELETE FROM secret WHERE owner_kind = :kind AND owner LIKE :owners")
        .addParam("kind", SecretOwner.GROUP)
        .addParam("owners", group + "/%")
        .execute();
  }

  /** Those of the parts of a reservation are not needed any more. */
  public static void forgetParts(DbExecute execute, Collection<Long> reservations) {
    execute
        .createDelete(
            """
            DELETE FROM secret
             WHERE owner_kind = :kind
               AND owner IN (SELECT CAST(id AS text) FROM part
                              WHERE reservation = ANY (CAST(:ids AS bigint[])))
            """)
        .addParam("kind", SecretOwner.PART)
        .addParam("ids", reservations.toArray(Long[]::new))
        .execute();
  }
}
