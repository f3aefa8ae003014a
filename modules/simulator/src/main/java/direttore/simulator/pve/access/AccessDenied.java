package direttore.simulator.pve.access;

/** A call that access control ends, with the HTTP status and text of Proxmox VE. */
public final class AccessDenied extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final boolean delayed;
  private final boolean bare;

  private AccessDenied(int status, String message, boolean delayed, boolean bare) {
    super(message);
    this.status = status;
    this.delayed = delayed;
    this.bare = bare;
  }

  /** 401 with an empty body, answered after three seconds: {@code No ticket} and its like. */
  static AccessDenied unauthenticated(String message) {
    return new AccessDenied(401, message, true, true);
  }

  /** 401 with a JSON body, answered after three seconds: a wrong password. */
  static AccessDenied wrongPassword() {
    return new AccessDenied(401, "authentication failure\n", true, false);
  }

  /** 403: signed in, but without the privilege that the text names. */
  static AccessDenied forbidden(String detail) {
    return new AccessDenied(403, "Permission check failed" + detail + "\n", false, false);
  }

  /** 500: the method itself died with that text. */
  static AccessDenied failed(String message) {
    return new AccessDenied(500, message + "\n", false, false);
  }

  /** The HTTP status: 401, 403 or 500. */
  public int status() {
    return status;
  }

  /** The {@code message} of the body; its first line is the reason phrase. */
  public String message() {
    return String.valueOf(getMessage());
  }

  /** Must the transport wait three seconds before it answers? */
  public boolean delayed() {
    return delayed;
  }

  /** Is the body empty, so that only the reason phrase tells? */
  public boolean bare() {
    return bare;
  }
}
