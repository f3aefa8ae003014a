package direttore.store.reservation;

import direttore.domain.notice.NoticeKind;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.life.Bell;
import direttore.store.notice.NoticeRows;
import io.helidon.dbclient.DbExecute;
import java.util.List;
import java.util.Optional;

/** What people and other programs are to be told of what somebody did, written with it. */
public final class NoticeConsequences implements Consequences {
  /** That something was booked is written by the database itself, with its row. */
  @Override
  public Optional<List<Bell>> bellsAlone(Reservation reservation) {
    return Optional.of(List.of());
  }

  @Override
  public void booked(DbExecute execute, Reservation reservation) {
    // Its row has brought the notice.
  }

  @Override
  public void changed(DbExecute execute, Reservation before, Reservation after) {
    NoticeKind.ofChange(before, after).ifPresent(kind -> NoticeRows.add(execute, after.id(), kind));
  }
}
