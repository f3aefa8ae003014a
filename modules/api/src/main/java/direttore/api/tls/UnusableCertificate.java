package direttore.api.tls;

/** A certificate or key that the server cannot use, and why, in words that name the file. */
public final class UnusableCertificate extends RuntimeException {
  private static final long serialVersionUID = 1;

  UnusableCertificate(String why) {
    super(why);
  }

  UnusableCertificate(String why, Throwable cause) {
    super(why, cause);
  }
}
