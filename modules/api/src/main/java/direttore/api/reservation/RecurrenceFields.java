package direttore.api.reservation;

import direttore.api.http.Fields;
import direttore.api.http.Moment;
import direttore.domain.Refusal;
import direttore.domain.reservation.NewSeries;
import direttore.domain.reservation.Occurrence;
import direttore.domain.reservation.Times;
import direttore.domain.reservation.recurrence.LocalWindow;
import direttore.domain.reservation.recurrence.Recurrence;
import direttore.domain.reservation.recurrence.RecurrenceRule;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a booking repeats, read from {@code recurrence}. */
final class RecurrenceFields {
  private RecurrenceFields() {}

  /** The series, or null where it is booked once or something is wrong, which is noted. */
  static @Nullable NewSeries read(Fields fields, @Nullable Times first) {
    var inner = fields.object("recurrence");
    if (inner == null) {
      return null;
    }
    var text = inner.required("rule", inner.text("rule"), "FREQ=DAILY;COUNT=1");
    var exdates = inner.texts("exdates");
    var mode = inner.made("mode", inner.text("mode"), RecurrenceFields::mode);
    if (first == null) {
      return null;
    }
    var rule = inner.whole(() -> RecurrenceRule.parse(text, first.zone()));
    var except = inner.made("exdates", exdates, texts -> except(texts, first.zone()));
    if (rule == null || except == null) {
      return null;
    }
    var window = new LocalWindow(first.startLocal(), first.endLocal(), first.zone());
    var recurrence = inner.whole(() -> new Recurrence(rule, window, except));
    return recurrence == null
        ? null
        : fields.whole(() -> series(recurrence, mode == null ? NewSeries.Mode.ALL : mode));
  }

  /**
   * How a series shall repeat from now on.
   *
   * @param rule null as before
   * @param exceptions null as before
   */
  record Edited(
      @Nullable RecurrenceRule rule, @Nullable Set<LocalDateTime> exceptions, NewSeries.Mode mode) {
    static final Edited NOTHING = new Edited(null, null, NewSeries.Mode.ALL);

    boolean nothing() {
      return rule == null && exceptions == null;
    }
  }

  /** What is to be another way of how it repeats, by the clocks of a place. */
  static Edited edited(Fields fields, ZoneId zone) {
    var inner = fields.object("recurrence");
    if (inner == null) {
      return Edited.NOTHING;
    }
    var text = inner.text("rule");
    var exdates = inner.texts("exdates");
    var mode = inner.made("mode", inner.text("mode"), RecurrenceFields::mode);
    return new Edited(
        text == null ? null : inner.whole(() -> RecurrenceRule.parse(text, zone)),
        inner.has("exdates") ? inner.made("exdates", exdates, all -> except(all, zone)) : null,
        mode == null ? NewSeries.Mode.ALL : mode);
  }

  private static NewSeries.Mode mode(String word) {
    return switch (word) {
      case "all" -> NewSeries.Mode.ALL;
      case "skip" -> NewSeries.Mode.SKIP;
      default -> throw new Refusal.Invalid("mode", "must be all or skip");
    };
  }

  private static Set<LocalDateTime> except(List<String> texts, ZoneId zone) {
    var all = new LinkedHashSet<LocalDateTime>();
    for (var text : texts) {
      all.add(LocalDateTime.ofInstant(Moment.parse("exdates", text, zone), zone));
    }
    return all;
  }

  private static NewSeries series(Recurrence recurrence, NewSeries.Mode mode) {
    var all = recurrence.occurrences();
    return new NewSeries(
        recurrence.rule().toString(),
        List.copyOf(recurrence.except()),
        mode,
        all.stream()
            .filter(window -> !window.isSkipped())
            .map(RecurrenceFields::occurrence)
            .toList(),
        null,
        all.stream().filter(LocalWindow::isSkipped).map(LocalWindow::start).toList());
  }

  private static Occurrence occurrence(LocalWindow window) {
    return new Occurrence(window.start(), Times.local(window.start(), window.end(), window.zone()));
  }
}
