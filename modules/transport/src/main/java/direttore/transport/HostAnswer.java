package direttore.transport;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a host answered.
 *
 * @param reason the reason phrase, where older hosts put their only error text
 * @param headers by their names in lower case; of one that came more than once, the first
 */
public record HostAnswer(int status, String reason, String body, Map<String, String> headers) {
  private static final int FIRST_ERROR = 400;

  public HostAnswer {
    headers = Map.copyOf(headers);
  }

  public HostAnswer(int status, String reason, String body) {
    this(status, reason, body, Map.of());
  }

  /** Whether it is an error. */
  public boolean failed() {
    return status >= FIRST_ERROR;
  }

  /** The time at the host as it answered, or null where it does not tell. */
  public @Nullable Instant date() {
    var date = headers.get("date");
    try {
      return date == null ? null : Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date));
    } catch (DateTimeException e) {
      return null; // of no use, and no reason to lose the answer
    }
  }

  @Override
  public String toString() {
    return "%d %s (%d characters)".formatted(status, reason, body.length());
  }
}
