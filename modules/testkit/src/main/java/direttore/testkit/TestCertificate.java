package direttore.testkit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate of its own authority, and its key. */
public record TestCertificate(X509Certificate certificate, PrivateKey key) {
  /** The algorithms of keys that servers have. */
  public enum Algorithm {
    RSA("SHA256withRSA"),
    EC("SHA256withECDSA"),
    ED25519("Ed25519");

    private final String signature;

    Algorithm(String signature) {
      this.signature = signature;
    }

    private AlgorithmParameterSpec parameters() {
      return switch (this) {
        case RSA -> new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4);
        case EC -> new ECGenParameterSpec("secp384r1");
        case ED25519 -> NamedParameterSpec.ED25519;
      };
    }
  }

  /** For hosts of that name or IPv4 address, good from yesterday on. */
  public static TestCertificate forHost(String host) {
    var yesterday = Instant.now().minus(Duration.ofDays(1));
    return make(host, Algorithm.EC, yesterday, yesterday.plus(Duration.ofDays(10)));
  }

  /** For hosts of that name or IPv4 address, good from one moment to another. */
  public static TestCertificate make(String host, Algorithm algorithm, Instant from, Instant to) {
    try {
      var generator = KeyPairGenerator.getInstance(algorithm.name());
      generator.initialize(algorithm.parameters());
      var keys = generator.generateKeyPair();
      var der = SignedCertificate.of(host, keys, algorithm.signature, from, to);
      var factory = CertificateFactory.getInstance("X.509");
      var certificate = factory.generateCertificate(new ByteArrayInputStream(der));
      return new TestCertificate((X509Certificate) certificate, keys.getPrivate());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK makes keys of these kinds", e);
    }
  }

  /** TLS of a server that shows it. */
  public SSLContext serverContext() {
    var password = new char[0];
    try {
      var store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry("host", key, password, new Certificate[] {certificate});
      var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      managers.init(store, password);
      var context = SSLContext.getInstance("TLS");
      context.init(managers.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has TLS", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The certificate in PEM form. */
  public String pem() {
    try {
      return pem("CERTIFICATE", certificate.getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Its key in PEM form. */
  public String keyPem() {
    return pem("PRIVATE KEY", key.getEncoded());
  }

  /** Something in PEM form (RFC 7468). */
  public static String pem(String label, byte[] der) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(label, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der), label);
  }

  /** Writes both in PEM form, as servers want them. */
  public void write(Path certificates, Path keys) {
    try {
      Files.writeString(certificates, pem());
      Files.writeString(keys, keyPem());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
