package direttore.proxmox.transport;

/**
 * What a host answered.
 *
 * @param reason the reason phrase, where older hosts put their only error text
 */
public record Answer(int status, String reason, String body) {
  private static final int FIRST_ERROR = 400;

  /** Whether it is an error. */
  public boolean failed() {
    return status >= FIRST_ERROR;
  }

  @Override
  public String toString() {
    return "%d %s (%d characters)".formatted(status, reason, body.length());
  }
}
