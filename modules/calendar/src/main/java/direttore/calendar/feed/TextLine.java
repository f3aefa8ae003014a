package direttore.calendar.feed;

import java.util.ArrayList;
import java.util.List;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.RelatedTo;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;

/** Lines of what people write, which ical4j escapes. */
final class TextLine {
  static {
    // Of its zones nothing is used; it would ask a server for them.
    System.setProperty("net.fortuna.ical4j.timezone.update.enabled", "false");
  }

  private TextLine() {}

  static String uid(String uid) {
    return line(new Uid(uid));
  }

  static String relatedTo(String uid) {
    return line(new RelatedTo(uid));
  }

  /** Both lines by which calendars know what a calendar is called. */
  static List<String> name(String name) {
    var plain = plain(name);
    var value = line(new Name(plain));
    return List.of(value, "X-WR-CALNAME" + value.substring(value.indexOf(':')));
  }

  static List<String> of(FeedEvent.Text text) {
    var lines = new ArrayList<String>();
    lines.add(line(new Summary(plain(text.summary()))));
    if (!text.location().isBlank()) {
      lines.add(line(new Location(plain(text.location()))));
    }
    if (!text.description().isBlank()) {
      lines.add(line(new Description(plain(text.description()))));
    }
    if (text.page() != null) {
      lines.add(line(new Url(text.page())));
    }
    return lines;
  }

  private static String line(Property property) {
    return property.toString().strip();
  }

  /** One way to end lines, and nothing that RFC 5545 has no room for. */
  private static String plain(String text) {
    return text.replace("\r\n", "\n").replaceAll("[\\p{Cntrl}&&[^\n\t]]", " ");
  }
}
