package direttore.domain.mail;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.access.MailAddress;
import direttore.domain.notice.Notice;
import direttore.domain.notice.NoticeKind;
import direttore.domain.preference.Preferences;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.Window;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MailTextTest {
  private static final MailAddress ADA = new MailAddress("ada@lab.example");
  private final MailText text =
      new MailText(
          ZoneId.of("Europe/London"), Locale.UK, Optional.of(URI.create("https://lab.example")));

  private static Notice notice(NoticeKind kind, @Nullable String askedBy) {
    return new Notice(
        12,
        kind,
        Instant.parse("2026-11-30T12:55:00Z"),
        7,
        3,
        "BGP for beginners",
        new Window(Instant.parse("2026-11-30T09:00:00Z"), Instant.parse("2026-11-30T13:00:00Z")),
        ZoneId.of("UTC"),
        Phase.RUNNING,
        "root",
        askedBy,
        "The power goes off.",
        Instant.parse("2026-11-30T09:15:00Z"));
  }

  private MailMessage mail(NoticeKind kind, Preferences preferences) {
    return text.of(new UUID(0, 1), notice(kind, null), preferences, ADA);
  }

  private String text(NoticeKind kind, @Nullable String askedBy) {
    return text.of(new UUID(0, 1), notice(kind, askedBy), Preferences.NONE, ADA).text();
  }

  @Test
  void tellsWhatWasDecidedAboutWhatTheyAskedFor() {
    assertThat(text(NoticeKind.APPROVED, null))
        .startsWith("BGP for beginners was approved by root.");
    assertThat(text(NoticeKind.CHANGE_APPROVED, null))
        .startsWith(
            "Your change of BGP for beginners was approved by root. It has these times now.");
    assertThat(text(NoticeKind.CHANGE_REFUSED, null))
        .startsWith("Your change of BGP for beginners was refused by root. It keeps these times.")
        .contains("Why: The power goes off.");
  }

  @Test
  void tellsWhoElseAskedForWhatWasDecided() {
    assertThat(text(NoticeKind.APPROVED, "ben"))
        .startsWith("BGP for beginners, which ben asked for, was approved by root.");
    assertThat(text(NoticeKind.CHANGE_REFUSED, "ben"))
        .startsWith("The change of BGP for beginners that ben asked for was refused by root.");
  }

  @Test
  void tellsTimesAsTheLabDoes() {
    var mail = mail(NoticeKind.ENDING, Preferences.NONE);

    assertThat(mail.subject()).isEqualTo("BGP for beginners ends at 13:00");
    assertThat(mail.text())
        .contains("30 November 2026")
        .contains("Times in Europe/London.")
        .contains("https://lab.example/reservations/7");
  }

  @Test
  void asksWhoeverMayApproveIt() {
    var mail = mail(NoticeKind.REQUESTED, Preferences.NONE);

    assertThat(mail.subject()).isEqualTo("BGP for beginners waits for your approval");
    assertThat(mail.text())
        .contains("BGP for beginners waits for your approval, asked for by root.");
  }

  @Test
  void tellsTimesAsSomebodyPrefers() {
    var rome = new Preferences(ZoneId.of("Europe/Rome"), Locale.ITALY, ADA, true);
    var york = new Preferences(ZoneId.of("America/New_York"), Locale.US, ADA, true);

    assertThat(mail(NoticeKind.ENDING, rome).subject())
        .isEqualTo("BGP for beginners ends at 14:00");
    assertThat(mail(NoticeKind.ENDING, rome).text()).contains("lunedì 30 novembre 2026");
    assertThat(mail(NoticeKind.ENDING, york).subject())
        .isEqualTo("BGP for beginners ends at 8:00 AM");
  }

  @Test
  void saysWhoAndWhy() {
    assertThat(mail(NoticeKind.CANCELLED, Preferences.NONE).text())
        .startsWith("BGP for beginners was cancelled by root.")
        .contains("Why: The power goes off.");
  }

  @Test
  void saysOnlyWhatIsKnownOfWhatIsAtRisk() {
    assertThat(mail(NoticeKind.AT_RISK, Preferences.NONE).text())
        .startsWith("BGP for beginners is at risk.")
        .contains("Why: The power goes off.")
        .doesNotContain("free");
  }

  @ParameterizedTest
  @EnumSource
  void hasWordsForEachKind(NoticeKind kind) {
    var mail = mail(kind, Preferences.NONE);

    assertThat(mail.subject()).contains("BGP for beginners").doesNotContain("\n");
    assertThat(mail.text()).contains("profile");
  }
}
