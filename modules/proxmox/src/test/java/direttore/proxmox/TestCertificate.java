package direttore.proxmox;

import direttore.proxmox.transport.Fingerprint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A self-signed certificate for localhost, made once by the JDK's own keytool. */
public final class TestCertificate {
  private static final char[] PASSWORD = "password".toCharArray();
  private final KeyStore store;

  private TestCertificate(KeyStore store) {
    this.store = store;
  }

  /** The folder's certificate for {@code localhost}, made when it has none yet. */
  public static TestCertificate in(Path folder) {
    return in(folder, "dns:localhost");
  }

  /** The folder's certificate for the name or address. */
  public static synchronized TestCertificate in(Path folder, String name) {
    var file = folder.resolve(name.replace(':', '-') + ".p12");
    try {
      if (!Files.exists(file)) {
        make(file, name);
      }
      return new TestCertificate(KeyStore.getInstance(file.toFile(), PASSWORD));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void make(Path file, String name) throws IOException {
    var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    var command =
        List.of(
            keytool,
            "-genkeypair",
            "-alias",
            "host",
            "-keyalg",
            "EC",
            "-dname",
            "CN=pve1",
            "-ext",
            "san=" + name,
            "-validity",
            "30",
            "-keystore",
            file.toString(),
            "-storetype",
            "PKCS12",
            "-storepass",
            "password",
            "-keypass",
            "password");
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!Files.exists(file)) {
      throw new IOException("keytool: " + output);
    }
  }

  SSLContext serverContext() throws GeneralSecurityException {
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD);
    var context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  public Fingerprint fingerprint() {
    return Fingerprint.of(certificate());
  }

  /** The certificate in PEM form. */
  public String pem() {
    try {
      return pem("CERTIFICATE", certificate().getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Its private key in PEM form. */
  public String keyPem() {
    try {
      return pem("PRIVATE KEY", store.getKey("host", PASSWORD).getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pem(String label, byte[] content) {
    var base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(label, base64, label);
  }

  private X509Certificate certificate() {
    try {
      return (X509Certificate) store.getCertificate("host");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
