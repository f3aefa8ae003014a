package direttore.app.settings;

import direttore.app.start.StartRefusal.WrongSetting;
import direttore.domain.Refusal;
import direttore.domain.access.MailAddress;
import direttore.domain.preference.Preferences;
import direttore.domain.webhook.AddressRule;
import direttore.worker.mail.MailServer;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * How people and other programs are told of reservations.
 *
 * @param mail absent where no mail is sent
 * @param locale how dates are written for who prefers nothing else
 * @param program where people reach the pages; absent where nobody said
 * @param webhooks where these may lead
 */
public record NoticeSettings(
    Optional<MailServer> mail, Locale locale, Optional<URI> program, AddressRule webhooks) {
  static NoticeSettings of(Given given) {
    return new NoticeSettings(
        mail(given),
        locale(given),
        given.has(Setting.DIRETTORE_URL)
            ? Optional.of(
                given.parsed(
                    Setting.DIRETTORE_URL,
                    "an address such as https://lab.example, without a path",
                    NoticeSettings::program))
            : Optional.empty(),
        new AddressRule(given.flag(Setting.WEBHOOK_PRIVATE_ADDRESSES)));
  }

  private static Locale locale(Given given) {
    return given.has(Setting.DATE_LOCALE)
        ? given.parsed(
            Setting.DATE_LOCALE,
            "the tag of a known language, such as en-GB or it",
            Preferences::localeOf)
        : Locale.getDefault();
  }

  private static Optional<URI> program(String text) {
    try {
      var uri = URI.create(text);
      return List.of("http", "https").contains(String.valueOf(uri.getScheme()))
              && uri.getHost() != null
              && List.of("", "/").contains(uri.getRawPath())
              && uri.getRawQuery() == null
              && uri.getRawFragment() == null
              && uri.getRawUserInfo() == null
          ? Optional.of(uri)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<MailServer> mail(Given given) {
    if (!given.has(Setting.MAIL_HOST)) {
      return Optional.empty();
    }
    if (!given.has(Setting.MAIL_FROM)) {
      throw new WrongSetting("MAIL_HOST is set without MAIL_FROM: mail needs a sender.");
    }
    if (given.has(Setting.MAIL_USER) != given.has(Setting.MAIL_PASSWORD)) {
      throw new WrongSetting("MAIL_USER and MAIL_PASSWORD are set together, or neither is.");
    }
    return Optional.of(
        new MailServer(
            given.required(Setting.MAIL_HOST),
            given.integer(Setting.MAIL_PORT, 1, 65_535),
            given.text(Setting.MAIL_USER).orElse(null),
            given.secret(Setting.MAIL_PASSWORD).orElse(null),
            given.parsed(Setting.MAIL_TLS, "starttls, tls or none", NoticeSettings::tls),
            given.parsed(
                Setting.MAIL_FROM,
                "an address such as lab@school.example",
                NoticeSettings::address),
            given.has(Setting.MAIL_CA_FILE) ? authority(given) : null));
  }

  private static Optional<MailServer.Tls> tls(String word) {
    return Arrays.stream(MailServer.Tls.values())
        .filter(tls -> tls.wire().equals(word))
        .findFirst();
  }

  private static Optional<MailAddress> address(String text) {
    try {
      return Optional.of(new MailAddress(text));
    } catch (Refusal.Invalid e) {
      return Optional.empty();
    }
  }

  private static @Nullable SSLSocketFactory authority(Given given) {
    return AuthorityFile.read(given.file(Setting.MAIL_CA_FILE))
        .orElseThrow(() -> given.wrong(Setting.MAIL_CA_FILE, "a PEM file with certificates"));
  }
}
