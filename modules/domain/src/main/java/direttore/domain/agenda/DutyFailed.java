package direttore.domain.agenda;

/** A duty that could not be done for a foreseen reason, which needs no more words in the log. */
public final class DutyFailed extends RuntimeException {
  private static final long serialVersionUID = 1;

  public DutyFailed(String sentence) {
    super(sentence);
  }

  public DutyFailed(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
