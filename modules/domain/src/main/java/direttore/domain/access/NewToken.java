package direttore.domain.access;

import direttore.domain.Violations;
import java.time.Duration;

/**
 * An API token that somebody shall have.
 *
 * @param role the most that it may do, which is no more than its owner may
 * @param days for how long it is good
 */
public record NewToken(Actor owner, TokenName name, Role role, int days) {
  private static final int MOST_DAYS = 366;

  public NewToken {
    var wrong = new Violations();
    if (!owner.role().covers(role)) {
      wrong.add(
          "role",
          "must be no more than %s, the role of %s".formatted(owner.role().wire(), owner.name()));
    }
    if (days < 1 || days > MOST_DAYS) {
      wrong.add("days", "must be 1 to %d".formatted(MOST_DAYS));
    }
    wrong.refuseIfAny();
  }

  Duration life() {
    return Duration.ofDays(days);
  }
}
