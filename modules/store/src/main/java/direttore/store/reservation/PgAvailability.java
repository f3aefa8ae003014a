package direttore.store.reservation;

import direttore.domain.reservation.Availability;
import direttore.domain.reservation.SlotSearch;
import direttore.domain.reservation.Window;
import direttore.store.Database;
import io.helidon.dbclient.DbClient;
import java.util.List;

/** When things are free, from the claims in PostgreSQL. */
public final class PgAvailability implements Availability {
  private static final int MOST = 100;
  private final DbClient db;

  public PgAvailability(Database database) {
    this.db = database.client();
  }

  @Override
  public Slots slots(Wanted wanted, Window within, int most) {
    return search(wanted).slots(within, Math.clamp(most, 1, MOST));
  }

  private SlotSearch search(Wanted wanted) {
    var ask = Asks.look(db.execute(), wanted.claims(), false);
    var besides = wanted.besides();
    List<Long> others = besides == null ? List.of() : List.of(besides);
    return new SlotSearch(
        wanted,
        ask.candidates(),
        window -> {
          var windows = List.of(window);
          var held = HeldRows.of(db.execute(), ask.ids(), windows, others);
          return Ranges.with(db.execute(), held, List.of(ask), windows, others);
        });
  }
}
