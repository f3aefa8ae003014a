package direttore.proxmox.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import direttore.proxmox.failure.ProxmoxFailure;
import direttore.testkit.TestCertificate;
import direttore.testkit.TestHost;
import direttore.transport.Endpoint;
import direttore.transport.Fingerprint;
import direttore.transport.Trust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustTest {
  @TempDir static Path folder;
  private final TestHost host = TestHost.start();
  private final TestCertificate certificate = TestHost.CERTIFICATE;
  private final Fingerprint fingerprint = Fingerprint.of(certificate.certificate());

  @AfterEach
  void stop() {
    host.close();
  }

  @Test
  void acceptsThePinnedFingerprintUnderAnyName() {
    assertThat(status("127.0.0.1", new Trust.Pinned(Set.of(fingerprint)))).isEqualTo(200);
  }

  @Test
  void showsBothFingerprintsWhenTheyDiffer() {
    var expected = new Fingerprint("AB:".repeat(31) + "cd");

    assertThatExceptionOfType(ProxmoxFailure.Untrusted.class)
        .isThrownBy(() -> status("localhost", new Trust.Pinned(Set.of(expected))))
        .withMessageContaining(fingerprint.value())
        .withMessageContaining("AB:CD was expected");
    assertThat(host.asked()).isEmpty();
  }

  @Test
  void showsTheFingerprintOfACertificateThatNoAuthoritySigned() {
    assertThatExceptionOfType(ProxmoxFailure.Untrusted.class)
        .isThrownBy(() -> status("localhost", new Trust.SystemAuthorities()))
        .withMessageContaining("its fingerprint is " + fingerprint);
  }

  @Test
  void acceptsWhatTheAuthorityFileSigned() throws IOException {
    assertThat(status("localhost", new Trust.AuthorityFile(pem(certificate)))).isEqualTo(200);
  }

  @Test
  void checksTheNameEvenOfAKnownAuthority() throws IOException {
    var trust = new Trust.AuthorityFile(pem(certificate));

    assertThatExceptionOfType(ProxmoxFailure.Untrusted.class)
        .isThrownBy(() -> status("127.0.0.1", trust))
        .withMessageContaining("it is not for 127.0.0.1");
  }

  @Test
  void checksAnAddressAgainstTheAddressesOfTheCertificate() throws IOException {
    var numbered = TestCertificate.forHost("127.0.0.1");
    var trust = new Trust.AuthorityFile(pem(numbered));

    try (var byAddress = TestHost.start(numbered)) {
      assertThat(status("127.0.0.1", byAddress.port(), trust)).isEqualTo(200);
      assertThatExceptionOfType(ProxmoxFailure.Untrusted.class)
          .isThrownBy(() -> status("localhost", byAddress.port(), trust));
    }
  }

  @Test
  void acceptsAnythingOnlyWhenToldSo() {
    assertThat(status("127.0.0.1", new Trust.Anything())).isEqualTo(200);
  }

  @Test
  void saysThatAnAuthorityFileHoldsNoCertificate() throws IOException {
    var empty = Files.writeString(folder.resolve("empty.pem"), "");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> status("localhost", new Trust.AuthorityFile(empty)))
        .withMessageContaining("holds no certificate");
  }

  @Test
  void readsAFingerprintInEitherCase() {
    var lower = fingerprint.value().toLowerCase(Locale.ROOT);

    assertThat(new Fingerprint(lower)).isEqualTo(fingerprint);
    assertThatIllegalArgumentException().isThrownBy(() -> new Fingerprint("12:34"));
  }

  private static Path pem(TestCertificate authority) throws IOException {
    return Files.writeString(folder.resolve("authority.pem"), authority.pem());
  }

  private int status(String name, Trust trust) {
    return status(name, host.port(), trust);
  }

  private static int status(String name, int port, Trust trust) {
    var hosts = List.of(new Endpoint(name, port));
    try (var transport = new Transport(hosts, trust, Timeouts.USUAL, Clock.systemUTC())) {
      return transport.send(Verb.GET, ApiPath.of("version"), Parameters.none(), Map.of()).status();
    }
  }
}
