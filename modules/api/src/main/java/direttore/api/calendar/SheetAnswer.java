package direttore.api.calendar;

import direttore.api.http.Answer;
import direttore.api.http.EntityTag;
import direttore.api.http.Gzip;
import direttore.domain.calendar.ReservationCalendar.Sheet;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Sends calendars, or that the client has the present one already. */
final class SheetAnswer {
  private static final Header KEPT =
      HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "private, max-age=300");
  private static final Header TYPE =
      HeaderValues.createCached(HeaderNames.CONTENT_TYPE, "text/calendar; charset=utf-8");

  /** The JDK's own form has days of one digit, which RFC 9110 has not. */
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private SheetAnswer() {}

  static void send(ServerRequest req, ServerResponse res, Sheet sheet) {
    var body = sheet.text().getBytes(StandardCharsets.UTF_8);
    var changed = sheet.changed().truncatedTo(ChronoUnit.SECONDS);
    var tag = EntityTag.of(body);
    // Weak, as it stands for the compressed body too.
    res.header(HeaderValues.create(HeaderNames.ETAG, "W/" + tag))
        .header(HeaderValues.create(HeaderNames.LAST_MODIFIED, DATE.format(changed)))
        .header(KEPT)
        .header(Gzip.VARIES);
    if (has(req, tag, changed)) {
      res.status(Status.NOT_MODIFIED_304).send();
      return;
    }
    res.header(TYPE);
    Answer.squeezed(req, res, body);
  }

  /** A tag says more than a time: the time counts only without one (RFC 9110, 13.1.3). */
  private static boolean has(ServerRequest req, String tag, Instant changed) {
    var headers = req.headers();
    if (headers.contains(HeaderNames.IF_NONE_MATCH)) {
      return Answer.matches(req, tag);
    }
    return headers.contains(HeaderNames.IF_MODIFIED_SINCE)
        && since(headers.get(HeaderNames.IF_MODIFIED_SINCE).get(), changed);
  }

  private static boolean since(String date, Instant changed) {
    try {
      return !changed.isAfter(ZonedDateTime.parse(date, DATE).toInstant());
    } catch (DateTimeException e) {
      return false;
    }
  }
}
