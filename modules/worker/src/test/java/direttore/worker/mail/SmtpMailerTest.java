package direttore.worker.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import direttore.domain.access.MailAddress;
import direttore.domain.mail.MailMessage;
import direttore.domain.mail.Mailer.Unsent;
import direttore.domain.time.Time;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SmtpMailerTest {
  private static final Time TIME = Time.of(Clock.systemUTC());
  private static final MailMessage MAIL =
      new MailMessage(
          new UUID(0, 7),
          new MailAddress("ada@lab.example"),
          "Füchse ends at 14:00",
          "It ends at 14:00.\n— and more —\n");

  private final MailServerOfTests server = new MailServerOfTests();

  @AfterEach
  void stop() {
    server.close();
  }

  private Unsent refused(MailServer settings) {
    return catchThrowableOfType(Unsent.class, () -> new SmtpMailer(settings, TIME).send(MAIL));
  }

  @Test
  void handsMailOverEncryptedAndSignedIn() throws Exception {
    new SmtpMailer(server.settings("secret"), TIME).send(MAIL);

    var mail = server.mails.iterator().next();
    assertThat(mail.getSubject()).isEqualTo("Füchse ends at 14:00");
    assertThat(mail.getContent().toString().replace("\r", "")).isEqualTo(MAIL.text());
    assertThat(mail.getContentType()).isEqualTo("text/plain; charset=UTF-8");
    assertThat(mail.getFrom()[0]).hasToString("lab@school.example");
    assertThat(mail.getAllRecipients()[0]).hasToString("ada@lab.example");
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
  }

  @Test
  void eachTryHasTheSameId() throws Exception {
    var mailer = new SmtpMailer(server.settings("secret"), TIME);

    mailer.send(MAIL);
    mailer.send(MAIL);

    assertThat(server.mails)
        .extracting(mail -> mail.getMessageID())
        .containsExactly(
            "<00000000-0000-0000-0000-000000000007@school.example>",
            "<00000000-0000-0000-0000-000000000007@school.example>");
  }

  @Test
  void aWrongPasswordMayBeMended() {
    var refused = refused(server.settings("wrong"));

    assertThat(refused.forGood()).isFalse();
    assertThat(refused).hasMessageContaining("535").hasMessageNotContaining("wrong");
    assertThat(server.mails).isEmpty();
  }

  @Test
  void whatIsRefusedForGoodIsKnown() {
    server.refuses = 554;
    assertThat(refused(server.settings("secret")).forGood()).isTrue();
    server.refuses = 451;
    assertThat(refused(server.settings("secret")).forGood()).isFalse();
  }

  @Test
  void saysNothingInTheClear() {
    var there = server.settings("secret");
    var strangers =
        new MailServer(
            there.host(),
            there.port(),
            there.user(),
            there.password(),
            there.tls(),
            there.from(),
            null);

    assertThat(refused(strangers).forGood()).isFalse();
    assertThat(server.mails).isEmpty();
  }

  @Test
  void aServerThatIsAwayIsTriedLater() {
    var there = server.settings("secret");
    server.stop();

    assertThat(refused(there).forGood()).isFalse();
  }
}
