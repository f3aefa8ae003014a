package direttore.api.http;

import io.helidon.webserver.http.ServerRequest;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The zone in which an answer says its times, refusals too; UTC where nothing was said. */
public record AnswerZone(ZoneId zone) {
  /** Notes the zone for whatever the request is answered with. */
  public static void use(ServerRequest req, ZoneId zone) {
    req.context().register(new AnswerZone(zone));
  }

  static ZoneId of(ServerRequest req) {
    return req.context().get(AnswerZone.class).map(AnswerZone::zone).orElse(ZoneOffset.UTC);
  }
}
