package direttore.domain.notice;

import direttore.domain.Refusal;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.Status;
import direttore.domain.reservation.life.BellKind;
import direttore.domain.reservation.life.CheckedLife;
import direttore.domain.reservation.life.Life;
import direttore.domain.reservation.life.PartState;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What somebody is told of a reservation. */
public enum NoticeKind {
  /** It waits for an approval. */
  REQUESTED,
  /** It was booked or accepted. */
  BOOKED,
  /** Somebody said yes to it. */
  APPROVED,
  /** Somebody said yes to a change of it. */
  CHANGE_APPROVED,
  /** It is held for somebody who waited. */
  OFFERED,
  REFUSED,
  /** A change of it was refused. */
  CHANGE_REFUSED,
  CANCELLED,
  /** It stays, and all around it is closed. */
  KEPT,
  /** It cannot have something any more, and has another one instead. */
  REASSIGNED,
  /** Something that it has is out of service. */
  AT_RISK,
  /** All that it brings is there. */
  READY,
  /** Some of what it brings is not. */
  DEGRADED,
  /** Somebody has to check in, or else it is returned. */
  CHECK_IN,
  /** It was returned, as nobody checked in. */
  NO_SHOW,
  /** Its end is near. */
  ENDING,
  ENDED;

  private static final Duration LAST_WARNING = Duration.ofMinutes(5);
  private static final Set<Phase> UNDER_WAY = Set.of(Phase.PREPARING, Phase.RUNNING);

  /** The word in answers and in the database. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What webhooks call it. */
  public String event() {
    return "reservation." + wire();
  }

  public static NoticeKind parse(String wire) {
    return Arrays.stream(values())
        .filter(kind -> kind.wire().equals(wire))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(wire + " is no kind of notice"));
  }

  /** The kind that webhooks call so; refuses what is none, as one of a list of them. */
  public static NoticeKind ofEvent(String event) {
    return Arrays.stream(values())
        .filter(kind -> kind.event().equals(event))
        .findFirst()
        .orElseThrow(() ->
            new Refusal.Invalid(
                "events", "must be events of reservations, such as reservation.ending"));
  }

  /** What is told of what somebody did with a reservation. */
  public static Optional<NoticeKind> ofChange(Reservation before, Reservation after) {
    if (after.status() == Status.CANCELLED && after.phase() != Phase.REFUSED) {
      return before.status() == Status.CANCELLED ? Optional.empty() : Optional.of(CANCELLED);
    }
    if (after.phase() == before.phase()) {
      return Optional.empty();
    }
    return switch (after.phase()) {
      case REQUESTED -> Optional.of(REQUESTED);
      case OFFERED -> Optional.of(OFFERED);
      case BOOKED -> Optional.of(BOOKED);
      case REFUSED -> Optional.of(REFUSED);
      case RETURNING, RETURNED -> before.phase().open() ? Optional.of(ENDED) : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** What is told of what became of a reservation by itself. */
  public static Optional<NoticeKind> ofLife(Life before, Life after) {
    if (after.phase() == Phase.LAPSED && before.phase() != Phase.LAPSED) {
      return Optional.of(before.phase() == Phase.OFFERED ? CANCELLED : REFUSED);
    }
    if (UNDER_WAY.contains(before.phase()) && !after.phase().open()) {
      return Optional.of(ENDED);
    }
    if (!UNDER_WAY.contains(after.phase()) || !making(before) || making(after)) {
      return Optional.empty();
    }
    return after.parts().stream().allMatch(part -> part.state() == PartState.READY)
        ? Optional.of(READY)
        : Optional.of(DEGRADED);
  }

  private static boolean making(Life life) {
    return life.parts().stream().anyMatch(part -> part.state() == PartState.MAKING);
  }

  /**
   * What is told where something has rung, if that is not too late: of its end and of the last
   * moment to check in only before those, and once where two warnings are due.
   */
  public static Optional<NoticeKind> ofBell(Life life, BellKind what, Instant now) {
    return what.checksIn() ? ofCheckIn(life, what, now) : ofEnd(life, what, now);
  }

  private static Optional<NoticeKind> ofCheckIn(Life life, BellKind what, Instant now) {
    var left =
        new CheckedLife(life).by().map(by -> Duration.between(now, by)).orElse(Duration.ZERO);
    var told =
        switch (what) {
          case CHECK_IN_FROM -> left.compareTo(LAST_WARNING) > 0;
          case CHECK_IN_WARN -> left.isPositive();
          case CHECK_IN_BY, END, DESTROY, APPROVE_BY, OFFER_ENDS, PREPARE, START, WARN30, WARN5 ->
              false;
        };
    return told ? Optional.of(CHECK_IN) : Optional.empty();
  }

  private static Optional<NoticeKind> ofEnd(Life life, BellKind what, Instant now) {
    var left = Duration.between(now, life.window().to());
    var ends =
        switch (what) {
          case WARN30 -> left.compareTo(LAST_WARNING) > 0;
          case WARN5 -> left.isPositive();
          case END,
              DESTROY,
              APPROVE_BY,
              OFFER_ENDS,
              PREPARE,
              START,
              CHECK_IN_FROM,
              CHECK_IN_WARN,
              CHECK_IN_BY ->
              false;
        };
    return ends && UNDER_WAY.contains(life.phase()) ? Optional.of(ENDING) : Optional.empty();
  }
}
