package direttore.api.reservation;

import direttore.domain.reservation.Series;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A date of a series that could not be booked.
 *
 * @param code null where it was skipped before that was noted
 */
record SkippedView(
    OffsetDateTime startDt, OffsetDateTime endDt, String why, @Nullable String code) {
  /** All of a series. */
  static List<SkippedView> of(Series series) {
    if (series.skipped().isEmpty()) {
      return List.of();
    }
    var recurrence = series.recurrence();
    return series.skipped().stream()
        .map(each -> {
          var window = recurrence.at(each.occurrence());
          return new SkippedView(
              Zones.at(window.startsAt(), series.zone()),
              Zones.at(window.endsAt(), series.zone()),
              each.why(),
              each.code());
        })
        .toList();
  }
}
