package direttore.proxmox.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.proxmox.failure.Meaning;
import direttore.proxmox.failure.ProxmoxFailure;
import direttore.proxmox.transport.Verb;
import direttore.transport.HostAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          200 |
          200 | <html>Sign in</html>
          200 | {}
          200 | []
          200 | {"login":"here"}
          204 |
          302 | <html>Found</html>
          308 |
          """)
  void whatIsNotAnAnswerOfProxmoxIsSaid(int status, String body) {
    for (var verb : Verb.values()) {
      assertThatExceptionOfType(ProxmoxFailure.Unreadable.class)
          .isThrownBy(
              () -> Envelope.read(verb, new HostAnswer(status, "", body == null ? "" : body)))
          .withMessageContaining("not Proxmox VE (status %d".formatted(status))
          .withMessageNotContaining("Exception");
    }
  }

  @Test
  void nothingIsNoConfigurationAndNoList() {
    var nothing = Envelope.read(Verb.GET, new HostAnswer(200, "OK", "{\"data\":null}"));

    assertThatExceptionOfType(ProxmoxFailure.Unreadable.class).isThrownBy(nothing::row);
    assertThatExceptionOfType(ProxmoxFailure.Unreadable.class).isThrownBy(nothing::rows);
    assertThatExceptionOfType(ProxmoxFailure.Unreadable.class).isThrownBy(nothing::upid);
    assertThat(nothing.text()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          524 | <html>A timeout occurred</html>
          520 |
          502 | <html>Bad Gateway</html>
          503 | <html>Service Unavailable</html>
          504 |
          500 | <html>Internal Server Error</html>
          596 |
          599 |
          408 |
          """)
  void anAnswerOfAProxySaysNothingAboutTheEffectOfAWrite(int status, String body) {
    var answer = new HostAnswer(status, "", body == null ? "" : body);

    assertThatExceptionOfType(ProxmoxFailure.AnswerLost.class)
        .isThrownBy(() -> Envelope.read(Verb.POST, answer));
    assertThatExceptionOfType(ProxmoxFailure.Answered.class)
        .isThrownBy(() -> Envelope.read(Verb.GET, answer));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 413, 500, 501, 595})
  void whatProxmoxRefusedWasNotDone(int status) {
    for (var body : new String[] {"", "{\"data\":null,\"message\":\"no\"}"}) {
      assertThatExceptionOfType(ProxmoxFailure.Answered.class)
          .isThrownBy(() -> Envelope.read(Verb.POST, new HostAnswer(status, "no", body)));
    }
  }

  @Test
  void aTunnelThatTimesOutMeansThatTheNodeIsAway() {
    assertThat(Meaning.of(524, "")).isEqualTo(Meaning.NODE_AWAY);
  }

  @Test
  void readsFiguresThatAreNone() {
    var body =
        "\uFEFF{\"data\":{\"cpu\":nan,\"mem\":-inf,\"disk\":Infinity,\"name\":\"nan \\\"inf\",\"uptime\":7}}";
    var row = Envelope.read(Verb.GET, new HostAnswer(200, "OK", body)).row();

    assertThat(row.has("cpu")).isFalse();
    assertThat(row.decimal("mem")).isZero();
    assertThat(row.number("disk")).isZero();
    assertThat(row.text("name")).isEqualTo("nan \"inf");
    assertThat(row.number("uptime")).isEqualTo(7);
  }

  @Test
  void anEmptyLockIsNone() {
    var row =
        Envelope.read(Verb.GET, new HostAnswer(200, "OK", "{\"data\":{\"lock\":\"\"}}")).row();

    assertThat(row.filled("lock")).isEmpty();
  }
}
