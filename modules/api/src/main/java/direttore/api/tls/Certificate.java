package direttore.api.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * What the server shows that it is who it is: its certificate, those of the authorities between it
 * and a known one, and its key.
 *
 * @param chain its own certificate first
 */
record Certificate(List<X509Certificate> chain, PrivateKey key) {
  private static final byte[] PROBE = {42};

  Certificate {
    chain = List.copyOf(chain);
  }

  /**
   * Reads and checks the files.
   *
   * @throws UnusableCertificate naming the file and what is wrong with it
   */
  static Certificate read(Path certificates, Path key, Instant now) {
    var read = new Certificate(chain(certificates), PrivateKeys.read(key));
    read.check(certificates, key, now);
    return read;
  }

  private static List<X509Certificate> chain(Path file) {
    try (var text = new ByteArrayInputStream(Files.readAllBytes(file))) {
      var read =
          CertificateFactory.getInstance("X.509").generateCertificates(text).stream()
              .map(X509Certificate.class::cast)
              .toList();
      if (read.isEmpty()) {
        throw new UnusableCertificate(file + " holds no certificate in PEM form");
      }
      return read;
    } catch (IOException e) {
      throw new UnusableCertificate(file + " cannot be read", e);
    } catch (GeneralSecurityException e) {
      throw new UnusableCertificate(file + " does not hold certificates in PEM form", e);
    }
  }

  private void check(Path certificates, Path keyFile, Instant now) {
    var own = chain.getFirst();
    if (now.isAfter(own.getNotAfter().toInstant())) {
      throw new UnusableCertificate(
          "the certificate in %s expired at %s"
              .formatted(certificates, own.getNotAfter().toInstant()));
    }
    if (now.isBefore(own.getNotBefore().toInstant())) {
      throw new UnusableCertificate(
          "the certificate in %s is not valid before %s"
              .formatted(certificates, own.getNotBefore().toInstant()));
    }
    if (!belongTogether(own)) {
      throw new UnusableCertificate(
          "the key in %s is not that of the first certificate in %s"
              .formatted(keyFile, certificates));
    }
  }

  private boolean belongTogether(X509Certificate own) {
    var algorithm =
        switch (key.getAlgorithm()) {
          case "RSA" -> "SHA256withRSA";
          case "EC" -> "SHA256withECDSA";
          default -> "EdDSA";
        };
    try {
      var signer = Signature.getInstance(algorithm);
      signer.initSign(key);
      signer.update(PROBE);
      var verifier = Signature.getInstance(algorithm);
      verifier.initVerify(own.getPublicKey());
      verifier.update(PROBE);
      return verifier.verify(signer.sign());
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
