package direttore.domain.group;

import direttore.domain.operation.Membership;
import java.util.Locale;
import java.util.UUID;

/**
 * Which part of its group an operation does.
 *
 * @param member the number of the member, from 0
 * @param round the group's round in which it was due
 * @param attempt how often it was tried before
 */
public record GroupKey(int member, int round, Stage stage, int attempt) {
  /** The key that says the same. */
  public static GroupKey parse(String text) {
    var parts = text.split(":", -1);
    if (parts.length != 4) {
      throw new IllegalArgumentException("%s is no key in a group".formatted(text));
    }
    return new GroupKey(
        Integer.parseInt(parts[0]),
        Integer.parseInt(parts[1]),
        Stage.valueOf(parts[2].toUpperCase(Locale.ROOT)),
        Integer.parseInt(parts[3]));
  }

  /** The place of its operation. */
  Membership in(UUID group) {
    return new Membership(group, toString(), round);
  }

  @Override
  public String toString() {
    return "%d:%d:%s:%d".formatted(member, round, stage.wire(), attempt);
  }
}
