package direttore.worker.mail;

import direttore.domain.mail.MailMessage;
import direttore.domain.mail.Mailer;
import direttore.domain.time.Time;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/** Speaks SMTP, one connection for each mail. */
public final class SmtpMailer implements Mailer {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private final MailServer server;
  private final Time time;
  private final Session session;

  public SmtpMailer(MailServer server, Time time) {
    this.server = server;
    this.time = time;
    this.session = Session.getInstance(properties(server));
  }

  private static Properties properties(MailServer server) {
    var properties = new Properties();
    var millis = Long.toString(PATIENCE.toMillis());
    for (var timeout : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
      properties.setProperty("mail.smtp." + timeout, millis);
    }
    properties.setProperty("mail.smtp.auth", Boolean.toString(server.user() != null));
    switch (server.tls()) {
      case STARTTLS -> {
        properties.setProperty("mail.smtp.starttls.enable", "true");
        properties.setProperty("mail.smtp.starttls.required", "true");
      }
      case TLS -> properties.setProperty("mail.smtp.ssl.enable", "true");
      case NONE -> properties.setProperty("mail.smtp.starttls.enable", "false");
    }
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    if (server.authority() != null) {
      properties.put("mail.smtp.ssl.socketFactory", server.authority());
    }
    return properties;
  }

  @Override
  public void send(MailMessage message) throws Unsent {
    try (var transport = session.getTransport("smtp")) {
      var mail = mail(message);
      transport.connect(server.host(), server.port(), server.user(), server.password());
      transport.sendMessage(mail, mail.getAllRecipients());
    } catch (MessagingException e) {
      throw new Unsent("The mail server %s: %s".formatted(server, reason(e)), refusesForGood(e), e);
    }
  }

  private MimeMessage mail(MailMessage message) throws MessagingException {
    var mail = new Known(session, "<%s@%s>".formatted(message.id(), server.from().domain()));
    mail.setFrom(new InternetAddress(server.from().value(), true));
    mail.setRecipient(Message.RecipientType.TO, new InternetAddress(message.to().value(), true));
    mail.setSubject(message.subject(), UTF_8);
    mail.setText(message.text(), UTF_8);
    mail.setSentDate(Date.from(time.now()));
    // So that nobody's absence is answered (RFC 3834).
    mail.setHeader("Auto-Submitted", "auto-generated");
    mail.saveChanges();
    return mail;
  }

  /**
   * Whether the server will never have this mail; what is wrong with its settings may be mended.
   */
  private static boolean refusesForGood(MessagingException failure) {
    for (@Nullable Exception each = failure; each != null; each = next(each)) {
      if (each instanceof SMTPAddressFailedException refused) {
        return refused.getReturnCode() / 10 == 55;
      }
      if (each instanceof SMTPSendFailedException refused) {
        return refused.getReturnCode() / 10 == 55;
      }
    }
    return false;
  }

  private static @Nullable Exception next(Exception failure) {
    return failure instanceof MessagingException chained ? chained.getNextException() : null;
  }

  private static String reason(MessagingException failure) {
    Exception last = failure;
    for (var next = next(last); next != null; next = next(last)) {
      last = next;
    }
    return String.valueOf(last.getMessage()).lines().findFirst().orElse("").strip();
  }

  /** A message whose id is the same at each try. */
  private static final class Known extends MimeMessage {
    private final String id;

    private Known(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
