package direttore.store.reservation;

import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.Slot;
import direttore.domain.reservation.Times;
import direttore.domain.reservation.Window;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A series that was to be changed. What its dates claim may differ, so that it is offered at other
 * times alone.
 *
 * @param plan of the date by which it is changed
 * @param moved when each date was to be, in turn
 * @param dates those that it has
 * @param decisions what each would have with their series changed so, that date at other times;
 *     empty where something is in the way of any of them
 */
record SeriesEditWish(
    Plan plan,
    List<Times> moved,
    List<Long> dates,
    Function<Times, Optional<List<Slot.Choice>>> decisions)
    implements SeriesWish {
  SeriesEditWish {
    moved = List.copyOf(moved);
    dates = List.copyOf(dates);
  }

  /** Of dates in turn. */
  static SeriesEditWish of(
      Plan plan,
      List<Plan> all,
      List<Long> dates,
      Function<Times, Optional<List<Slot.Choice>>> decisions) {
    var moved =
        all.stream()
            .map(Plan::after)
            .map(Reservation::times)
            .sorted(Comparator.comparing(times -> times.window().from()))
            .toList();
    return new SeriesEditWish(plan, moved, dates, decisions);
  }

  @Override
  public boolean mayBeElsewhere() {
    return false;
  }

  @Override
  public List<Long> besides() {
    return dates;
  }

  @Override
  public List<Window> later(Duration shift) {
    return moved.stream().map(each -> later(each, shift).window()).toList();
  }

  @Override
  public Optional<List<Slot.Choice>> decided(Duration shift, Ask ask) {
    return decisions.apply(later(plan.after().times(), shift));
  }
}
