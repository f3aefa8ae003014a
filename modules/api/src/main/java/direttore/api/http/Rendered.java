package direttore.api.http;

import direttore.domain.cluster.Reading;
import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A reading of the cluster, made ready to be sent as often as it is asked for. */
final class Rendered {
  static final HeaderName AGE = HeaderNames.create("X-Snapshot-Age");
  static final HeaderName TROUBLE = HeaderNames.create("X-Snapshot-Trouble");

  private final Reading<?> source;
  private final byte[] body;
  private final Header etag;
  private final @Nullable Header trouble;

  Rendered(Reading<?> source, byte[] body) {
    this.source = source;
    this.body = body;
    this.etag = HeaderValues.createCached(HeaderNames.ETAG, EntityTag.of(body));
    this.trouble =
        source.trouble() == null
            ? null
            : HeaderValues.createCached(TROUBLE, printable(source.trouble()));
  }

  /** Whether a reading is the one that was rendered: the same value, not an equal one. */
  @SuppressWarnings("ReferenceEquality") // comparing 10,000 guests would cost more than it saves
  boolean shows(Reading<?> reading) {
    return reading.value() == source.value()
        && reading.at().equals(source.at())
        && Objects.equals(reading.trouble(), source.trouble());
  }

  void send(ServerRequest req, ServerResponse res, Clock clock) {
    var age = Math.max(0, Duration.between(source.at(), clock.instant()).toSeconds());
    res.header(HeaderValues.CONTENT_TYPE_JSON).header(HeaderValues.create(AGE, age));
    if (trouble != null) {
      res.header(trouble);
    }
    Answer.tagged(req, res, body, etag);
  }

  private static String printable(String text) {
    return text.replaceAll("[^\\x20-\\x7e]+", " ").strip();
  }
}
