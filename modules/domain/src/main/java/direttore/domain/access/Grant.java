package direttore.domain.access;

import direttore.domain.Refusal;

/** A role, and where it holds. An administrator is one everywhere. */
public record Grant(Role role, Scope scope) {
  public Grant {
    if (role == Role.ADMIN && !scope.whole()) {
      throw new Refusal.Invalid("scope", "must be everywhere for admin");
    }
  }

  /** The role everywhere. */
  public static Grant everywhere(Role role) {
    return new Grant(role, new Scope.Everywhere());
  }

  /** What it allows, as it stands after a person's name. */
  public String sentence() {
    return sentence(Voice.ABOUT_THEM);
  }

  /** What it allows, as it stands after a person's name or "You". */
  String sentence(Voice voice) {
    var where = scope.words();
    return switch (role) {
      case VIEWER -> "may see the whole lab";
      case USER ->
          "may make guests%s, and change those%s that are %s own or %s teams’"
              .formatted(where, where, voice.their(), voice.their());
      case OPERATOR ->
          scope.whole()
              ? "may make guests, change every guest and manage the job queue"
              : "may make guests%s and change every guest%s".formatted(where, where);
      case ADMIN -> "may do everything, and manage people";
    };
  }
}
