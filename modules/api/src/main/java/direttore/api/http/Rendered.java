package direttore.api.http;

import direttore.domain.cluster.Reading;
import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A reading of the cluster, made ready to be sent as often as it is asked for. */
final class Rendered {
  static final HeaderName AGE = HeaderNames.create("X-Snapshot-Age");
  static final HeaderName TROUBLE = HeaderNames.create("X-Snapshot-Trouble");

  private final Reading<?> source;
  private final byte[] body;
  private final Header etag;
  private final Header weakTag;
  private final @Nullable Header trouble;
  private volatile byte @Nullable [] compressed;

  Rendered(Reading<?> source, byte[] body) {
    this.source = source;
    this.body = body;
    var tag = EntityTag.of(named(source.trouble(), body));
    this.etag = HeaderValues.createCached(HeaderNames.ETAG, tag);
    this.weakTag = HeaderValues.createCached(HeaderNames.ETAG, "W/" + tag);
    this.trouble =
        source.trouble() == null
            ? null
            : HeaderValues.createCached(TROUBLE, printable(source.trouble()));
  }

  /**
   * A browser that keeps an answer keeps its headers: an answer without trouble is another one, or
   * the trouble would be shown for as long as the body stays the same (RFC 9111, 3.2).
   */
  private static byte[] named(@Nullable String trouble, byte[] body) {
    if (trouble == null) {
      return body;
    }
    var words = trouble.getBytes(StandardCharsets.UTF_8);
    var both = Arrays.copyOf(body, body.length + words.length);
    System.arraycopy(words, 0, both, body.length, words.length);
    return both;
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
    if (!Gzip.worth(body)) {
      Answer.tagged(req, res, body, etag);
      return;
    }
    res.header(Gzip.VARIES);
    if (Gzip.accepts(req, "gzip")) {
      // Other bytes than the plain body, so that only the weak tag holds for both.
      Answer.tagged(req, res.header(Gzip.ENCODED), compressed(), weakTag);
    } else {
      Answer.tagged(req, res, body, etag);
    }
  }

  /** Made when first asked for, and then kept; two at once make it twice, which does no harm. */
  private byte[] compressed() {
    var made = compressed;
    if (made == null) {
      made = Gzip.of(body);
      compressed = made;
    }
    return made;
  }

  private static String printable(String text) {
    return text.replaceAll("[^\\x20-\\x7e]+", " ").strip();
  }
}
