package direttore.transport;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a host is asked.
 *
 * @param method as {@code GET}
 * @param target path and query, encoded
 * @param headers by name; their values may be secret
 * @param writes whether it changes something, so that it must not be repeated blindly
 * @param patience how long the whole exchange may take once connected
 */
public record HostRequest(
    String method,
    String target,
    Map<String, String> headers,
    @Nullable Body body,
    boolean writes,
    Duration patience) {

  /** A body and what it is. */
  public record Body(String type, String text) {
    byte[] bytes() {
      return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
      return "%s of %d characters".formatted(type, text.length());
    }
  }

  public HostRequest {
    headers = Map.copyOf(headers);
  }

  @Override
  public String toString() {
    return method + " " + target;
  }
}
