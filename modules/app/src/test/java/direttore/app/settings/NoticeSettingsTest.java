package direttore.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.app.start.StartRefusal.WrongSetting;
import direttore.worker.mail.MailServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NoticeSettingsTest {
  private static final Map<String, String> MAIL =
      Map.of(
          "MAIL_HOST",
          "mail.school.example",
          "MAIL_FROM",
          "lab@school.example",
          "MAIL_USER",
          "direttore",
          "MAIL_PASSWORD",
          " secret ");

  @TempDir Path folder;

  private NoticeSettings read(Map<String, String> environment) {
    return Settings.read(folder, environment, Map.of()).notices();
  }

  @Test
  void sendsNoMailUnlessToldWhere() {
    assertThat(read(Map.of()).mail()).isEmpty();
    assertThat(read(Map.of()).program()).isEmpty();
    assertThat(read(Map.of()).webhooks().all()).isFalse();
  }

  @Test
  void encryptsMailUnlessToldOtherwise() {
    var server = read(MAIL).mail().orElseThrow();

    assertThat(server.port()).isEqualTo(587);
    assertThat(server.tls()).isEqualTo(MailServer.Tls.STARTTLS);
    assertThat(server.password()).isEqualTo(" secret ");
    assertThat(server).asString().doesNotContain("secret");
  }

  @Test
  void takesTheLanguageOfDatesAndWherePeopleReachIt() {
    var read = read(Map.of("DATE_LOCALE", "it", "DIRETTORE_URL", "https://lab.example:8443"));

    assertThat(read.locale()).isEqualTo(Locale.ITALIAN);
    assertThat(read.program()).hasValue(URI.create("https://lab.example:8443"));
  }

  @ParameterizedTest
  @CsvSource({
    "MAIL_FROM,nobody",
    "MAIL_PORT,0",
    "MAIL_TLS,ssl",
    "MAIL_CA_FILE,/nowhere/ca.pem",
    "DATE_LOCALE,klingon",
    "DIRETTORE_URL,https://lab.example/direttore",
    "DIRETTORE_URL,lab.example",
    "WEBHOOK_PRIVATE_ADDRESSES,some"
  })
  void namesWhatIsWrong(String name, String value) {
    var environment = new HashMap<>(MAIL);
    environment.put(name, value);

    assertThatExceptionOfType(WrongSetting.class)
        .isThrownBy(() -> read(environment))
        .withMessageContaining(name);
  }

  @ParameterizedTest
  @CsvSource({"MAIL_FROM,MAIL_FROM", "MAIL_PASSWORD,MAIL_USER", "MAIL_USER,MAIL_PASSWORD"})
  void saysWhatIsMissing(String missing, String named) {
    var environment = new HashMap<>(MAIL);
    environment.remove(missing);

    assertThatExceptionOfType(WrongSetting.class)
        .isThrownBy(() -> read(environment))
        .withMessageContaining(named);
  }
}
