package direttore.proxmox.transport;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a host answered.
 *
 * @param reason the reason phrase, where older hosts put their only error text
 * @param date the time at the host as it answered, or null where it does not tell
 */
public record HostAnswer(int status, String reason, String body, @Nullable Instant date) {
  private static final int FIRST_ERROR = 400;

  public HostAnswer(int status, String reason, String body) {
    this(status, reason, body, null);
  }

  /** Whether it is an error. */
  public boolean failed() {
    return status >= FIRST_ERROR;
  }

  @Override
  public String toString() {
    return "%d %s (%d characters)".formatted(status, reason, body.length());
  }
}
