package direttore.domain.reservation.policy;

import direttore.domain.reservation.Held;
import direttore.domain.reservation.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Between which moments a policy lets somebody begin, as far as it is known before anything is
 * found.
 *
 * @param own what else they have
 */
public record PolicyBounds(Policy policy, List<Own> own, Instant now) {
  public PolicyBounds {
    own = List.copyOf(own);
  }

  /** Those of somebody who goes by no rules. */
  public static PolicyBounds none(Instant now) {
    return new PolicyBounds(Policy.FREE, List.of(), now);
  }

  /** The first moment at which something may begin. */
  public Instant earliest() {
    var notice = policy.noticeMinutes();
    return notice == null ? now : now.plus(Duration.ofMinutes(notice));
  }

  /** The first one from another on, which is still one when whoever reads of it asks for it. */
  public Instant earliest(Instant from) {
    var earliest = earliest();
    if (!from.isBefore(earliest)) {
      return from;
    }
    return policy.noticeMinutes() == null ? now : PolicyRules.nextQuarter(earliest);
  }

  /** The last moment at which something may begin. */
  public Instant latest() {
    var horizon = policy.horizonDays();
    return horizon == null
        ? Window.LATEST
        : now.truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofDays(horizon));
  }

  /** What they leave to others between two of theirs, as if it were taken. */
  public List<Held> pauses() {
    var minutes = policy.pauseMinutes();
    if (minutes == null) {
      return List.of();
    }
    var pause = Duration.ofMinutes(minutes);
    return own.stream()
        .flatMap(each -> {
          var around =
              new Window(
                  later(Window.EARLIEST, each.window().from().minus(pause)),
                  earlier(Window.LATEST, each.window().to().plus(pause)));
          return each.resources().stream().map(id -> new Held(id, 0, around, null));
        })
        .toList();
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
