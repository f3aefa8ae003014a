package direttore.store.reservation;

import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.life.Bell;
import io.helidon.dbclient.DbExecute;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Several consequences, in turn. */
record AllConsequences(List<Consequences> each) implements Consequences {
  AllConsequences {
    each = List.copyOf(each);
  }

  @Override
  public Optional<List<Bell>> bellsAlone(Reservation reservation) {
    var all = new ArrayList<Bell>();
    for (var one : each) {
      var bells = one.bellsAlone(reservation);
      if (bells.isEmpty()) {
        return Optional.empty();
      }
      all.addAll(bells.get());
    }
    return Optional.of(all);
  }

  @Override
  public void booked(DbExecute execute, Reservation reservation) {
    each.forEach(one -> one.booked(execute, reservation));
  }

  @Override
  public void changed(DbExecute execute, Reservation before, Reservation after) {
    each.forEach(one -> one.changed(execute, before, after));
  }
}
