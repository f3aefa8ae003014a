package direttore.domain.mail;

import direttore.domain.notice.Notice;
import direttore.domain.preference.Preferences;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Mails that are to be sent, which wait in the database until a server has them. */
public interface Mails {
  /**
   * Some of what is due, the earliest first; nobody else gets them for a while.
   *
   * @param most how many at the most
   */
  List<DueMail> take(int most);

  /** Notes how a try ended, if that mail is in that try still. */
  void note(DueMail mail, MailEnd end);

  /**
   * A mail whose turn has come.
   *
   * @param tries counts this one
   * @param preferences those of whoever it is for, as they are now
   * @param stands whether what it says is true still
   */
  record DueMail(UUID id, int tries, Notice notice, Preferences preferences, boolean stands) {}

  /** How a try of a mail ended. */
  sealed interface MailEnd {
    /** A server has it. */
    record Sent() implements MailEnd {}

    /** It is not to be sent. */
    record Dropped(String why) implements MailEnd {}

    /** No server will have it. */
    record Failed(String why) implements MailEnd {}

    /** It is tried again. */
    record Later(String why, Duration after) implements MailEnd {}
  }
}
