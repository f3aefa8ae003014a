package direttore.worker.mail;

import direttore.domain.mail.MailText;
import direttore.domain.mail.MailTries;
import direttore.domain.mail.Mailer;
import direttore.domain.mail.Mails.DueMail;
import direttore.domain.mail.Mails.MailEnd;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sends what is true and wanted still. */
public final class MailSender {
  private final Mailer mailer;
  private final MailText text;
  private volatile @Nullable String trouble;

  public MailSender(Mailer mailer, MailText text) {
    this.mailer = mailer;
    this.text = text;
  }

  /** What kept the last mail from being taken; empty when nothing did. */
  public Optional<String> trouble() {
    return Optional.ofNullable(trouble);
  }

  /** Tries once; answers how that ended. */
  public MailEnd send(DueMail mail) {
    var to = mail.preferences().mail();
    if (to == null || !mail.preferences().mails()) {
      return new MailEnd.Dropped("No mail is wanted.");
    }
    if (!mail.stands()) {
      return new MailEnd.Dropped("It was no longer so.");
    }
    try {
      mailer.send(text.of(mail.id(), mail.notice(), mail.preferences(), to));
      trouble = null;
      return new MailEnd.Sent();
    } catch (Mailer.Unsent e) {
      return unsent(mail, e);
    }
  }

  private MailEnd unsent(DueMail mail, Mailer.Unsent failure) {
    var why = String.valueOf(failure.getMessage());
    if (failure.forGood()) {
      return new MailEnd.Failed(why);
    }
    trouble = why;
    return MailTries.after(mail.tries())
        .<MailEnd>map(later -> new MailEnd.Later(why, later))
        .orElseGet(() -> new MailEnd.Failed(why));
  }
}
