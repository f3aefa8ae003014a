package direttore.domain.agenda;

/** A duty that could not be done for a foreseen reason, which needs no more words in the log. */
@SuppressWarnings("serial") // caught at once, never serialised
public final class DutyFailed extends RuntimeException {
  public DutyFailed(String sentence) {
    super(sentence);
  }

  public DutyFailed(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
