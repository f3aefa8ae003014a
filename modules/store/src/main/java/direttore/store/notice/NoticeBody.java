package direttore.store.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import direttore.domain.notice.Notice;
import direttore.store.Row;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/**
 * What webhooks are told of a notice. Who reads that is not known, so of a private reservation only
 * that there is one.
 */
final class NoticeBody {
  /** What is told instead of the title of a private one. */
  private static final String RESERVED = "Reserved";

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private NoticeBody() {}

  /** That of a row with the columns of a notice, its status, requester and team, and if private. */
  static String of(Row row) {
    var notice = NoticeRows.read(row);
    var body = MAPPER.createObjectNode();
    body.put("id", notice.id());
    body.put("kind", notice.kind().event());
    body.put("at", notice.at().toString());
    body.put("by", row.flag("hidden") ? null : notice.actor());
    body.put("asked_by", row.flag("hidden") ? null : notice.askedBy());
    reservation(body.putObject("reservation"), notice, row);
    try {
      return MAPPER.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts and numbers can be written", e);
    }
  }

  private static void reservation(ObjectNode object, Notice notice, Row row) {
    object.put("id", notice.reservation());
    object.put("version", notice.version());
    var hidden = row.flag("hidden");
    object.put("title", hidden ? RESERVED : notice.title());
    object.put("requester", hidden ? null : row.text("requester"));
    object.put("team", row.textOrNull("team"));
    object.put("start_dt", moment(notice.window().from(), notice));
    object.put("end_dt", moment(notice.window().to(), notice));
    object.put("time_zone", notice.zone().getId());
    object.put("status", row.text("status"));
    object.put("phase", notice.phase().wire());
    object.put("reason", hidden ? null : notice.reason());
    var by = notice.checkInBy();
    object.put("check_in_by", by == null ? null : moment(by, notice));
  }

  private static String moment(Instant at, Notice notice) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(notice.zone()));
  }
}
