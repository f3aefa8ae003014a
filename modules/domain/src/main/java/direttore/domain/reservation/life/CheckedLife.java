package direttore.domain.reservation.life;

import direttore.domain.reservation.CheckIn;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A reservation to which somebody may have to check in. */
public record CheckedLife(Life life) {
  /** What rings later than this was missed by the program, and not by people. */
  private static final Duration LATE = Duration.ofMinutes(1);

  private static final long MINUTE = 60;

  /** Until when somebody has to check in; empty where nobody has to. */
  public Optional<Instant> by() {
    return life.bells().stream()
        .filter(bell -> bell.what() == BellKind.CHECK_IN_BY)
        .map(Bell::due)
        .findFirst();
  }

  /** Whether what rang before it has put off a bell about it that was due. */
  boolean putOff(BellKind what, Instant now) {
    return what.checksIn()
        && life.bells().stream().anyMatch(bell -> bell.what() == what && bell.due().isAfter(now));
  }

  /** It has begun. */
  Life begun(Instant now) {
    return pending()
        .filter(asked -> life.phase() == Phase.RUNNING && late(life.window().from(), now))
        .map(asked -> putOff(now.plus(asked.within())))
        .orElse(life);
  }

  /**
   * The last moment to check in has come. Where it could not be used all the time until then, it is
   * put off.
   *
   * @param since from when on the program has been there all the time
   */
  Life due(Instant by, Instant now, Instant since) {
    var asked = pending().orElse(null);
    if (asked == null || !life.phase().open()) {
      return life;
    }
    if (life.phase() != Phase.RUNNING || late(by, now) || !usable(life)) {
      return putOff(now.plus(asked.within()));
    }
    var there = since.plus(asked.within());
    return there.isAfter(now)
        ? putOff(there)
        : life.givenBack(new Window(life.window().from(), now));
  }

  /** Something of it has come to its end: what was not ready before may be. */
  Life usable(Life before, Instant now) {
    return pending()
        .filter(asked -> life.phase() == Phase.RUNNING && !usable(before) && usable(life))
        .map(asked -> putOff(now.plus(asked.within())))
        .orElse(life);
  }

  /** Nothing that shall be there is missing, unless it is not begun for whoever has it. */
  private static boolean usable(Life life) {
    return life.parts().stream()
        .allMatch(part -> part.state() == PartState.READY || withheld(part));
  }

  private static boolean withheld(Part part) {
    var failure = part.failure();
    return part.state() == PartState.FAILED
        && failure != null
        && failure.type().equals(Life.DISABLED);
  }

  /** Another check-in is asked for, or somebody has checked in. */
  public Life asking(@Nullable CheckIn other, Instant now) {
    if (Objects.equals(other, life.checkIn())) {
      return life;
    }
    var asked =
        new Life(
            life.id(),
            life.party(),
            life.phase(),
            life.status(),
            life.window(),
            life.margins(),
            other,
            life.parts(),
            without(BellKind::checksIn));
    return new CheckedLife(asked).asked(now);
  }

  private Life asked(Instant now) {
    return switch (life.phase()) {
      case RUNNING -> handedOver(now);
      case BOOKED, PREPARING -> life.ringing(with(fresh()));
      case REQUESTED, OFFERED, RETURNING, RETURNED, MISSED, CALLED_OFF, REFUSED, LAPSED -> life;
    };
  }

  /** It is somebody else's from now on, who has as long to check in. */
  public Life handedOver(Instant now) {
    return pending()
        .filter(asked -> life.phase() == Phase.RUNNING)
        .map(asked -> putOff(now.plus(asked.within())))
        .orElse(life);
  }

  /** The bells about its check-in after its time was changed. */
  List<Bell> kept(Life before, Instant now) {
    var asked = pending().orElse(null);
    if (asked == null || !before.window().from().equals(life.window().from())) {
      return fresh();
    }
    var by = new CheckedLife(before).by().orElse(null);
    if (by == null) {
      return Bell.lastToCheckIn(life.window(), later(now).plus(asked.within()));
    }
    return by.isBefore(life.window().to())
        ? before.bells().stream().filter(bell -> bell.what().checksIn()).toList()
        : List.of();
  }

  private Instant later(Instant now) {
    var start = life.window().from();
    return now.isAfter(start) ? full(now) : start;
  }

  private List<Bell> fresh() {
    return Bell.of(life.window(), life.margins(), life.checkIn(), List.of()).stream()
        .filter(bell -> bell.what().checksIn())
        .toList();
  }

  private Life putOff(Instant by) {
    var bells =
        new ArrayList<>(
            without(what -> what == BellKind.CHECK_IN_WARN || what == BellKind.CHECK_IN_BY));
    bells.addAll(Bell.lastToCheckIn(life.window(), full(by)));
    return life.ringing(bells);
  }

  /** People go by full minutes. */
  private static Instant full(Instant moment) {
    var seconds = moment.plusNanos(999_999_999).getEpochSecond();
    return Instant.ofEpochSecond(Math.ceilDiv(seconds, MINUTE) * MINUTE);
  }

  private List<Bell> with(List<Bell> others) {
    var all = new ArrayList<>(life.bells());
    all.addAll(others);
    return all;
  }

  private List<Bell> without(Predicate<BellKind> which) {
    return life.bells().stream().filter(bell -> !which.test(bell.what())).toList();
  }

  private Optional<CheckIn> pending() {
    return Optional.ofNullable(life.checkIn()).filter(CheckIn::pending);
  }

  private static boolean late(Instant due, Instant now) {
    return now.isAfter(due.plus(LATE));
  }
}
