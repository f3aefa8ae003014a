package direttore.domain.access;

import java.util.List;
import java.util.stream.Collectors;

/** Where the rights of somebody end, in words. */
record Bounds(Actor actor, Voice voice) {
  /** Why the right is not theirs everywhere. */
  String of(Right right) {
    var some = actor.grantsOf(right);
    if (some.isEmpty()) {
      return "%s may not %s: that takes the role %s%s."
          .formatted(
              voice.subject(actor), right.means(), Role.neededFor(right).wire(), instead(right));
    }
    return switch (right) {
      case MAKE_GUESTS ->
          "%s may make guests only%s.".formatted(voice.subject(actor), within(some));
      case BOOK -> "%s may book only what is%s.".formatted(voice.subject(actor), within(some));
      case CHANGE_GUESTS ->
          "%s may change only %s.".formatted(voice.subject(actor), changeable(some));
      default -> "%s may %s.".formatted(voice.subject(actor), right.means());
    };
  }

  /** What they have instead of the role that it takes, as it ends the sentence. */
  private String instead(Right right) {
    if (actor.grants().isEmpty()) {
      return ", and %s have none".formatted(voice.pronoun());
    }
    var narrow = actor.grants().stream().filter(g -> g.role().has(right)).toList();
    return narrow.isEmpty()
        ? ", and %s is %s".formatted(voice.theirs(), actor.role().wire())
        : " everywhere, and %s have it only for guests%s"
            .formatted(voice.pronoun(), within(narrow));
  }

  private String changeable(List<Grant> grants) {
    return grants.stream()
        .map(g -> "guests" + g.scope().words() + (g.role().covers(Role.OPERATOR) ? "" : own()))
        .distinct()
        .sorted()
        .collect(Collectors.joining(", and "));
  }

  private String own() {
    return " that are %s own or %s teams’".formatted(voice.their(), voice.their());
  }

  private static String within(List<Grant> grants) {
    return grants.stream()
        .map(g -> g.scope().words())
        .distinct()
        .sorted()
        .collect(Collectors.joining(" or"));
  }
}
