package direttore.simulator.certificate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A self-signed certificate with its key. */
public final class ServerCertificate {
  private static final char[] STORE_PASSWORD = "simulator".toCharArray();
  private static final Map<Subject, ServerCertificate> OF_THIS_PROCESS = new ConcurrentHashMap<>();

  private final String alias;
  private final KeyStore keys;

  private ServerCertificate(String alias, KeyStore keys) {
    this.alias = alias;
    this.keys = keys;
  }

  /**
   * Whom a certificate is about.
   *
   * @param system by whose name the key is kept
   * @param hosts the names in it, the first of which is the common name
   */
  public record Subject(String system, String organization, List<String> hosts) {
    public Subject {
      hosts = List.copyOf(hosts);
    }
  }

  /** The certificate kept in that file, made there at the first call. */
  public static ServerCertificate at(Path file, Subject subject) {
    try {
      if (!Files.exists(file)) {
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        fresh(subject).write(fresh);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      }
      return read(file, subject);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The certificate of simulators that keep nothing, one for the life of this Java process. */
  public static ServerCertificate ofThisProcess(Subject subject) {
    return OF_THIS_PROCESS.computeIfAbsent(subject, ServerCertificate::fresh);
  }

  /** SHA-256 over the certificate, in the form {@code A8:B3:...}. */
  public String fingerprint() {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(keys.getCertificate(alias).getEncoded());
      return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The certificate in PEM form, for clients that are to trust it. */
  public String pem() {
    try {
      var encoder = Base64.getMimeEncoder(64, new byte[] {'\n'});
      return "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n"
          .formatted(encoder.encodeToString(keys.getCertificate(alias).getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** TLS with this certificate. */
  public SSLContext context() {
    try {
      var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      managers.init(keys, STORE_PASSWORD);
      var context = SSLContext.getInstance("TLS");
      context.init(managers.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ServerCertificate read(Path file, Subject subject) throws IOException {
    try (var in = Files.newInputStream(file)) {
      var store = KeyStore.getInstance("PKCS12");
      store.load(in, STORE_PASSWORD);
      return new ServerCertificate(subject.system(), store);
    } catch (GeneralSecurityException e) {
      throw new IOException(file + " is not the key store of a simulator", e);
    }
  }

  private static ServerCertificate fresh(Subject subject) {
    try {
      var made = SelfSigned.of(subject.organization(), subject.hosts());
      var store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry(
          subject.system(),
          made.keys().getPrivate(),
          STORE_PASSWORD,
          new java.security.cert.Certificate[] {made.certificate()});
      return new ServerCertificate(subject.system(), store);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("a certificate could not be made", e);
    }
  }

  private void write(Path file) throws IOException {
    try (var out = Files.newOutputStream(file)) {
      keys.store(out, STORE_PASSWORD);
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }
}
