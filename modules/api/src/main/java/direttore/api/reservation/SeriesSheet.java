package direttore.api.reservation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.Series;
import direttore.domain.reservation.series.SeriesEdited;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A series with its dates in answers.
 *
 * @param start when the first begins, by the clock on the wall
 * @param follows the series that it was split from, or null
 * @param tried what became of dates that were tried again; null where none were asked for
 */
@JsonInclude(Include.ALWAYS)
record SeriesSheet(
    long id,
    String uid,
    String rule,
    String timeZone,
    LocalDateTime start,
    LocalDateTime end,
    List<LocalDateTime> exdates,
    String mode,
    int version,
    @Nullable Long follows,
    List<SkippedView> skipped,
    List<DateView> dates,
    @JsonInclude(Include.NON_NULL) @Nullable List<DatedView> tried) {
  /** One of its dates. */
  record DateView(
      long reservation,
      LocalDateTime occurrence,
      OffsetDateTime startDt,
      OffsetDateTime endDt,
      String status,
      String phase) {
    private static DateView of(Reservation date) {
      var zone = date.times().zone();
      return new DateView(
          date.id(),
          known(date),
          Zones.at(date.window().from(), zone),
          Zones.at(date.window().to(), zone),
          date.status().wire(),
          date.phase().wire());
    }
  }

  private static LocalDateTime known(Reservation date) {
    return Objects.requireNonNull(date.series(), "a date of a series").occurrence();
  }

  static SeriesSheet of(Series series, List<Reservation> dates, @Nullable SeriesEdited tried) {
    return new SeriesSheet(
        series.id(),
        series.uid(),
        series.rule(),
        series.zone().getId(),
        series.start(),
        series.end(),
        series.exceptions(),
        series.mode().name().toLowerCase(Locale.ROOT),
        series.version(),
        Optional.ofNullable(series.follows()).map(Series.Origin::id).orElse(null),
        SkippedView.of(series),
        dates.stream().sorted(Comparator.comparing(SeriesSheet::known)).map(DateView::of).toList(),
        tried == null ? null : DatedView.of(tried));
  }
}
