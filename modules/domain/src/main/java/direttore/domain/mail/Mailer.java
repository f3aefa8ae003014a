package direttore.domain.mail;

/** What hands mail over to a mail server. */
@FunctionalInterface
public interface Mailer {
  /**
   * Returns once the server has taken it.
   *
   * @throws Unsent when it has not, as far as is known
   */
  void send(MailMessage message) throws Unsent;

  /** A mail that was not taken. */
  final class Unsent extends Exception {
    private static final long serialVersionUID = 1;
    private final boolean forGood;

    /**
     * @param forGood whether it would be refused again
     */
    public Unsent(String why, boolean forGood, Throwable cause) {
      super(why, cause);
      this.forGood = forGood;
    }

    public boolean forGood() {
      return forGood;
    }
  }
}
