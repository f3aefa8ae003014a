package direttore.transport;

import io.helidon.common.tls.Tls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Makes the TLS set-up that a {@link Trust} asks for. */
final class TlsContexts {
  private TlsContexts() {}

  static Tls of(Trust trust, Endpoint host) {
    try {
      return switch (trust) {
        case Trust.SystemAuthorities() -> signed(authorities(null), host);
        case Trust.AuthorityFile(var file) -> signed(authorities(read(file)), host);
        case Trust.Pinned(var fingerprints) -> tls(CertificateCheck.pinned(fingerprints), "NONE");
        case Trust.Anything() -> tls(CertificateCheck.none(), "NONE");
      };
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("TLS cannot be set up", e);
    }
  }

  private static Tls signed(X509ExtendedTrustManager authorities, Endpoint host)
      throws GeneralSecurityException {
    var address = host.literal();
    return address.isPresent()
        ? tls(CertificateCheck.by(authorities, address.get()), "NONE")
        : tls(CertificateCheck.by(authorities), "HTTPS");
  }

  private static Tls tls(CertificateCheck check, String nameCheck) throws GeneralSecurityException {
    var context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {check}, null);
    return Tls.builder().sslContext(context).endpointIdentificationAlgorithm(nameCheck).build();
  }

  private static X509ExtendedTrustManager authorities(@Nullable KeyStore roots)
      throws GeneralSecurityException {
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(roots);
    return Arrays.stream(factory.getTrustManagers())
        .filter(X509ExtendedTrustManager.class::isInstance)
        .map(X509ExtendedTrustManager.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static KeyStore read(Path file) throws GeneralSecurityException {
    try (var in = Files.newInputStream(file)) {
      var roots = KeyStore.getInstance(KeyStore.getDefaultType());
      roots.load(null, null);
      for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        roots.setCertificateEntry("authority-" + roots.size(), certificate);
      }
      if (roots.size() == 0) {
        throw new IllegalArgumentException("%s holds no certificate in PEM form".formatted(file));
      }
      return roots;
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot read the certificate file %s".formatted(file), e);
    }
  }
}
