package direttore.domain.access;

import direttore.domain.Refusal;
import java.util.Locale;

/** A bundle of rights. Each role has all rights of those before it. */
public enum Role {
  VIEWER,
  /** Makes guests and books, and changes those of their own and of their teams. */
  USER,
  /** Changes every guest. */
  OPERATOR,
  ADMIN;

  /** The role of a word such as {@code viewer}; refuses others. */
  public static Role parse(String word) {
    for (var role : values()) {
      if (role.wire().equals(word)) {
        return role;
      }
    }
    throw new Refusal.Invalid("role", "must be viewer, user, operator or admin");
  }

  /** The least role that has the right. */
  public static Role neededFor(Right right) {
    return switch (right) {
      case SEE -> VIEWER;
      case MAKE_GUESTS, CHANGE_GUESTS, BOOK -> USER;
      case APPROVE, BLACKOUT, MANAGE_RESOURCES, MANAGE_WEBHOOKS, RUN_JOBS -> OPERATOR;
      case MANAGE_PEOPLE, READ_AUDIT -> ADMIN;
    };
  }

  public boolean has(Right right) {
    return covers(neededFor(right));
  }

  /** Whether it has all rights of the other. */
  public boolean covers(Role other) {
    return compareTo(other) >= 0;
  }

  Role atMost(Role cap) {
    return covers(cap) ? cap : this;
  }

  /** The word in answers and in the database. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
