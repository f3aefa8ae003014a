package direttore.api;

import direttore.domain.access.Actor;
import direttore.domain.operation.Submitter;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.Reservations;
import direttore.domain.reservation.Series;
import direttore.domain.reservation.series.SeriesEdit;
import direttore.domain.reservation.series.SeriesEdited;
import direttore.domain.reservation.series.SeriesEdited.Dated;
import direttore.domain.reservation.series.SeriesEdited.Outcome;
import direttore.domain.reservation.series.SeriesEdits;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes note of edits of series; what comes of them is tested with the real store. */
public final class FakeSeriesEdits implements SeriesEdits {
  private final Reservations reservations;

  /** What was asked for last. */
  public @Nullable SeriesEdit asked;

  FakeSeriesEdits(Reservations reservations) {
    this.reservations = reservations;
  }

  @Override
  public SeriesEdits ruled(Actor actor) {
    return this;
  }

  @Override
  public SeriesEdited edit(SeriesEdit edit) {
    var changed = reservations.change(edit.reservation(), edit.change(), edit.version());
    return told(edit, changed);
  }

  @Override
  public SeriesEdited check(SeriesEdit edit) {
    return told(edit, reservations.check(edit.reservation(), edit.change()));
  }

  private SeriesEdited told(SeriesEdit edit, Reservation at) {
    asked = edit;
    var series = at.series();
    return new SeriesEdited(
        reservations.series(series == null ? 0 : series.id()),
        at,
        List.of(
            new Dated(
                at.id(),
                at.window().from(),
                at.window().to(),
                at.times().zone(),
                Outcome.CHANGED,
                null)));
  }

  @Override
  public SeriesEdited retrySkipped(
      long series, @Nullable Integer version, Consumer<Reservation> permitted, Submitter by) {
    var model = dates(series).getFirst();
    permitted.accept(model);
    return new SeriesEdited(series(series), model, List.of());
  }

  @Override
  public Series series(long id) {
    return reservations.series(id);
  }

  @Override
  public List<Reservation> dates(long series) {
    return reservations.ofSeries(series);
  }
}
