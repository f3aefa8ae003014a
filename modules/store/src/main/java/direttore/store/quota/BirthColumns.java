package direttore.store.quota;

import direttore.domain.guest.Birth;
import direttore.store.Row;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The columns in which a guest's birth stands. */
public final class BirthColumns {
  private BirthColumns() {}

  /** The birth in a row, null where the guest was never looked at. */
  public static @Nullable Birth read(Row row) {
    var cards = row.textOrNull("cards");
    return cards == null
        ? null
        : new Birth(
            row.instantOrNull("born"),
            row.textOrNull("generation"),
            cards.isEmpty() ? Set.of() : Set.of(cards.split(" ", -1)));
  }
}
