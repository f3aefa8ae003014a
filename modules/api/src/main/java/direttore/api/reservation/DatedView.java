package direttore.api.reservation;

import direttore.domain.reservation.series.SeriesEdited;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What became of a date of a series, or would.
 *
 * @param reservation null where there is none
 * @param refused why it is not as was asked, or null
 */
record DatedView(
    @Nullable Long reservation,
    OffsetDateTime startDt,
    OffsetDateTime endDt,
    String outcome,
    @Nullable String refused) {
  static List<DatedView> of(SeriesEdited edited) {
    return edited.dates().stream().map(DatedView::of).toList();
  }

  private static DatedView of(SeriesEdited.Dated date) {
    return new DatedView(
        date.reservation(),
        Zones.at(date.from(), date.zone()),
        Zones.at(date.to(), date.zone()),
        date.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        date.refused());
  }
}
