package direttore.domain.reservation.life;

import direttore.domain.reservation.AtEnd;
import direttore.domain.reservation.AtStart;
import direttore.domain.reservation.Readiness;

/**
 * What is done with the guest of a part.
 *
 * @param atStart with one that was there; one that is made is started
 * @param ready when one that is made is ready
 */
public record Care(AtStart atStart, AtEnd atEnd, Readiness ready) {

  /** Of a guest that is made. */
  public static Care made(AtEnd atEnd, Readiness ready) {
    return new Care(AtStart.NOTHING, atEnd, ready);
  }

  /** Of a guest that was there. */
  public static Care named(AtStart atStart, AtEnd atEnd) {
    return new Care(atStart, atEnd, Readiness.RUNNING);
  }

  /** The same with another end. */
  public Care ending(AtEnd other) {
    return new Care(atStart, other, ready);
  }

  /** Once it is ready, it is only started again. */
  Care begun() {
    return atStart.starts() ? new Care(AtStart.START, atEnd, ready) : this;
  }
}
