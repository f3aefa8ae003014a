package direttore.domain.operation;

import java.util.UUID;

/**
 * An operation's place in a group of operations.
 *
 * @param key says which part of the group it does, so that submitting it again finds it
 * @param round the group's at that time; once the group is in another, it does nothing more
 */
public record Membership(UUID group, String key, int round) {
  public Membership {
    if (key.isBlank()) {
      throw new IllegalArgumentException("a part of a group has a key");
    }
  }
}
