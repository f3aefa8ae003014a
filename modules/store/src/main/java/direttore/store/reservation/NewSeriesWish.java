package direttore.store.reservation;

import direttore.domain.Refusal;
import direttore.domain.reservation.NewSeries;
import direttore.domain.reservation.Slot;
import direttore.domain.reservation.Times;
import direttore.domain.reservation.Window;
import direttore.domain.reservation.recurrence.LocalWindow;
import direttore.store.reservation.Decisions.Decided;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A series that was to be booked.
 *
 * @param plan as its first date is asked for, also where that is left out
 * @param decisions what would be decided of plans
 */
record NewSeriesWish(Plan plan, NewSeries wanted, Function<List<Plan>, List<Decided>> decisions)
    implements SeriesWish {
  @Override
  public boolean mayBeElsewhere() {
    return true;
  }

  @Override
  public List<Long> besides() {
    return List.of();
  }

  @Override
  public List<Window> later(Duration shift) {
    try {
      return wanted.later(shift, plan.after().times()).occurrences().stream()
          .filter(each -> !each.isSkipped())
          .map(NewSeriesWish::window)
          .toList();
    } catch (Refusal.Invalid _) {
      // It cannot begin on that day.
      return List.of();
    }
  }

  private static Window window(LocalWindow date) {
    return Times.local(date.start(), date.end(), date.zone()).window();
  }

  @Override
  public Optional<List<Slot.Choice>> decided(Duration shift, Ask ask) {
    try {
      var decided = decisions.apply(later(shift).stream().map(plan.asking(ask)::at).toList());
      return decided.stream().allMatch(Decided::free)
          ? Optional.of(Plan.common(decided.stream().map(Decided::result).toList()))
          : Optional.empty();
    } catch (Refusal.RuleBroken _) {
      return Optional.empty();
    }
  }
}
