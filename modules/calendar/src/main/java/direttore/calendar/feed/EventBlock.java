package direttore.calendar.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An event as calendars are told of it. */
final class EventBlock {
  private final FeedEvent event;
  private final TimeForm form;
  private final Instant from;
  private final Instant to;
  private final String uid;
  private int sequence;
  private Instant created;
  private Instant changed;
  private @Nullable String relatedTo;
  private @Nullable String recurrenceId;
  private final List<String> recurrence = new ArrayList<>();

  private EventBlock(FeedEvent event, String uid, TimeForm form, Instant from, Instant to) {
    this.event = event;
    this.uid = uid;
    this.form = form;
    this.from = from;
    this.to = to;
    this.sequence = event.sequence();
    this.created = event.created();
    this.changed = event.changed();
  }

  /** One that takes place where it does, noted as a use of its zone. */
  static EventBlock of(FeedEvent event, String uid, ZonesUsed zones) {
    return of(event, uid, TimeForm.of(event.zone(), event.from(), event.to()), zones);
  }

  static EventBlock of(FeedEvent event, String uid, TimeForm form, ZonesUsed zones) {
    zones.add(form, event.from(), event.to());
    return new EventBlock(event, uid, form, event.from(), event.to());
  }

  /** One that stands for several, of which the first takes place then. */
  static EventBlock standing(FeedEvent event, String uid, TimeForm form, Instant from, Instant to) {
    return new EventBlock(event, uid, form, from, to);
  }

  /** Related to its series, of which it is a section, or to what that was split from. */
  EventBlock relatedTo(FeedSeries series) {
    relatedTo = uid.equals(series.uid()) ? series.follows() : series.uid();
    return this;
  }

  /** Instead of the occurrence that was to begin then. */
  EventBlock insteadOf(TimeForm ofSeries, Instant start) {
    recurrenceId = ofSeries.line("RECURRENCE-ID", start);
    return this;
  }

  /** At least as new as something else. */
  EventBlock sequence(int atLeast) {
    sequence = Math.max(sequence, atLeast);
    return this;
  }

  EventBlock recurring(String rule, List<Instant> except) {
    recurrence.add("RRULE:" + rule);
    except.forEach(e -> recurrence.add(form.line("EXDATE", e)));
    return this;
  }

  /** With all that it stands for. */
  EventBlock standingFor(List<FeedEvent> events) {
    for (var other : events) {
      created = other.created().isBefore(created) ? other.created() : created;
      changed = other.changed().isAfter(changed) ? other.changed() : changed;
    }
    return this;
  }

  List<String> lines(String host) {
    var text = event.text();
    var lines = new ArrayList<String>();
    lines.add("BEGIN:VEVENT");
    lines.add(TextLine.uid(identity(uid, host)));
    // When this was written would change with each reading, and spoil the reader's own copy.
    lines.add("DTSTAMP:" + Stamp.utc(changed));
    lines.add("CREATED:" + Stamp.utc(created));
    lines.add("LAST-MODIFIED:" + Stamp.utc(changed));
    lines.add("SEQUENCE:" + sequence);
    if (recurrenceId != null) {
      lines.add(recurrenceId);
    }
    lines.add(form.line("DTSTART", from));
    lines.add(form.line("DTEND", to));
    lines.addAll(recurrence);
    lines.addAll(TextLine.of(text));
    lines.add("STATUS:" + event.standing());
    lines.add("TRANSP:OPAQUE");
    if (relatedTo != null) {
      lines.add(TextLine.relatedTo(identity(relatedTo, host)));
    }
    lines.add("END:VEVENT");
    return lines;
  }

  private static String identity(String uid, String host) {
    return uid.contains("@") ? uid : uid + "@" + host;
  }
}
