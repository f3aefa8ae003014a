package direttore.store.reservation;

import direttore.domain.reservation.Endings;
import direttore.domain.reservation.life.Life;
import io.helidon.dbclient.DbExecute;
import java.time.Instant;
import java.util.Set;

/** Returns what nobody has checked in to, as if somebody had. */
final class NoShows {
  private NoShows() {}

  /**
   * Writes the reservation with its claims, in a transaction that has locked its row; its parts and
   * bells are written with all that has rung.
   *
   * @param by until when somebody could check in
   * @param life what has become of it
   */
  static void write(DbExecute execute, Life life, Instant by, Instant now) {
    for (var before : ReservationRows.of(execute, Set.of(life.id()), true)) {
      Replacements.callOff(execute, before, now, null);
      var after = Endings.unused(before, by, now).in(life.phase());
      ReservationWrites.letGo(execute, after.id());
      ReservationWrites.update(execute, after, null);
      ReservationWrites.claims(execute, after);
    }
  }
}
