package direttore.simulator.pve.api;

/**
 * What Perl's {@code die} is in Proxmox VE: the call answers 500, a task ends, with that text.
 *
 * <p>The status is 501 for what does not exist in the API and 595 or 596 for what pveproxy cannot
 * reach.
 */
public final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final boolean bare;

  private Failure(int status, String text, boolean bare) {
    super(text);
    this.status = status;
    this.bare = bare;
  }

  /** The method died with that text (without its newline). */
  public Failure(String text) {
    this(500, text, false);
  }

  /** No such method. */
  static Failure unknownMethod(String verb, String path) {
    return new Failure(501, "Method '%s %s' not implemented".formatted(verb, path), false);
  }

  /** pveproxy could not carry the call to where it belongs: the reason phrase is all. */
  public static Failure proxy(int status, String reason) {
    return new Failure(status, reason, true);
  }

  /** What the caller proves itself with does not hold. */
  public static Failure unauthorized(String why) {
    return new Failure(401, why, false);
  }

  /** The caller lacks a right that no privilege gives. */
  public static Failure forbidden(String why) {
    return new Failure(403, "Permission check failed (%s)".formatted(why), false);
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** Is the body empty? */
  boolean bare() {
    return bare;
  }

  /** The text without its newline. */
  public String text() {
    return String.valueOf(getMessage());
  }

  /** The text as the body carries it. */
  String line() {
    return status == 501 ? text() : text() + "\n";
  }
}
