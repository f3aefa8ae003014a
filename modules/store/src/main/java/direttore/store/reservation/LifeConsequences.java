package direttore.store.reservation;

import direttore.domain.reservation.AtEnd;
import direttore.domain.reservation.Margins;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.Status;
import direttore.domain.reservation.Window;
import direttore.domain.reservation.life.Bell;
import direttore.domain.reservation.life.Life;
import direttore.domain.reservation.life.NewPart;
import direttore.domain.reservation.life.Part;
import direttore.store.operation.Safe;
import direttore.store.operation.Secrets;
import io.helidon.dbclient.DbExecute;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** The parts and bells of reservations, written with them. */
public final class LifeConsequences implements Consequences {
  private final Secrets secrets;
  private final Clock clock;
  private final Supplier<UUID> ids;

  public LifeConsequences(Safe safe, Clock clock, Supplier<UUID> ids) {
    this.secrets = new Secrets(safe);
    this.clock = clock;
    this.ids = ids;
  }

  @Override
  public void booked(DbExecute execute, Reservation reservation) {
    var parts = reservation.guests().stream().flatMap(guests -> guests.parts().stream()).toList();
    if (reservation.phase() == Phase.BOOKED) {
      booked(
          execute,
          reservation.id(),
          reservation.window(),
          reservation.margins(),
          reservation.atEnd(),
          parts);
    } else {
      add(execute, reservation.id(), reservation.atEnd(), parts);
    }
  }

  /** What it brings, and when something is due for it. */
  public void booked(
      DbExecute execute,
      long id,
      Window window,
      Margins margins,
      AtEnd atEnd,
      List<NewPart> parts) {
    add(execute, id, atEnd, parts);
    var stored = parts.isEmpty() ? List.<Part>of() : PartRows.of(execute, id);
    LifeRows.add(execute, id, Bell.of(window, margins, stored));
  }

  private void add(DbExecute execute, long id, AtEnd atEnd, List<NewPart> parts) {
    parts.forEach(part -> PartRows.add(execute, secrets, id, atEnd, ids.get(), part));
  }

  @Override
  public void changed(DbExecute execute, Reservation before, Reservation after) {
    var now = clock.instant();
    var stored =
        new Life(
            before.id(),
            before.details().party(),
            before.phase(),
            before.status(),
            before.window(),
            before.margins(),
            PartRows.of(execute, before.id()),
            LifeRows.bells(execute, before.id()));
    var changed = changed(stored, before, after, now);
    if (!changed.equals(stored)) {
      LifeRows.write(execute, stored, changed, now);
    }
  }

  private static Life changed(Life life, Reservation before, Reservation after, Instant now) {
    if (after.status() == Status.CANCELLED && before.status() != Status.CANCELLED) {
      return life.cancelled();
    }
    if (before.phase().open() && !after.phase().open()) {
      return life.givenBack(after.window());
    }
    var ending = before.atEnd() == after.atEnd() ? life : life.ending(after.atEnd(), now);
    if (before.phase() != Phase.BOOKED && after.phase() == Phase.BOOKED) {
      return ending.approved(after.window(), after.margins());
    }
    var same = before.window().equals(after.window()) && before.margins().equals(after.margins());
    return same ? ending : ending.moved(after.window(), after.margins(), now);
  }
}
