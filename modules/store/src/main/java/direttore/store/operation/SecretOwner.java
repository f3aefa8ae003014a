package direttore.store.operation;

import direttore.store.Row;
import java.util.UUID;

/**
 * To whom secrets belong. They are sealed for their owner and open for no other.
 *
 * @param kind such as {@code operation}
 * @param key which one of them
 */
public record SecretOwner(String kind, String key) {
  private static final String OPERATION = "operation";
  static final String GROUP = "group";
  static final String PART = "part";
  private static final String WEBHOOK = "webhook";

  public SecretOwner {
    if (kind.isBlank() || key.isBlank()) {
      throw new IllegalArgumentException("the owner of a secret has a kind and a key");
    }
  }

  public static SecretOwner operation(UUID id) {
    return new SecretOwner(OPERATION, id.toString());
  }

  /** One member of a group of operations, by its number in it. */
  public static SecretOwner member(UUID group, int member) {
    return new SecretOwner(GROUP, group + "/" + member);
  }

  /** A part of a reservation. */
  public static SecretOwner part(UUID id) {
    return new SecretOwner(PART, id.toString());
  }

  /** An address that other programs listen at. */
  public static SecretOwner webhook(UUID id) {
    return new SecretOwner(WEBHOOK, id.toString());
  }

  static SecretOwner of(Row row) {
    return new SecretOwner(row.text("owner_kind"), row.text("owner"));
  }

  /** What the sealing is bound to; of operations as it was when only they had secrets. */
  String binding() {
    return kind.equals(OPERATION) ? key : kind + "/" + key;
  }

  @Override
  public String toString() {
    return kind + " " + key;
  }
}
