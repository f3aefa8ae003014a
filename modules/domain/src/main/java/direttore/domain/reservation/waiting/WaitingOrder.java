package direttore.domain.reservation.waiting;

import direttore.domain.reservation.Party;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Who comes before whom. */
public final class WaitingOrder {
  private WaitingOrder() {}

  /**
   * In turn: who was passed over too often; then who accepted what was offered; then who, or whose
   * team, had least lately; then who waits longest.
   *
   * @param share how many hours somebody, or their team, had of anything lately, by their weight
   */
  public static List<WaitingEntry> inTurn(
      Collection<WaitingEntry> entries, ToDoubleFunction<Party> share) {
    return entries.stream()
        .sorted(
            Comparator.comparing((WaitingEntry each) -> !each.first())
                .thenComparingInt(WaitingEntry::lapsed)
                .thenComparingDouble(each -> share.applyAsDouble(each.party()))
                .thenComparing(WaitingEntry::since)
                .thenComparingLong(WaitingEntry::id))
        .toList();
  }
}
