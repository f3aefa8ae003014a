package direttore.domain.reservation.waiting;

import direttore.domain.reservation.Party;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/** Who comes before whom. */
public final class WaitingOrder {
  private WaitingOrder() {}

  /**
   * In turn: who was passed over too often; then who accepted what was offered; then who, or whose
   * team, had least lately; then who waits longest.
   *
   * @param hours how many hours somebody, or their team, had of anything lately
   */
  public static List<WaitingEntry> inTurn(
      Collection<WaitingEntry> entries, ToLongFunction<Party> hours) {
    return entries.stream()
        .sorted(
            Comparator.comparing((WaitingEntry each) -> !each.first())
                .thenComparingInt(WaitingEntry::lapsed)
                .thenComparingLong(each -> hours.applyAsLong(each.party()))
                .thenComparing(WaitingEntry::since)
                .thenComparingLong(WaitingEntry::id))
        .toList();
  }
}
