package direttore.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A certificate of its own authority and its key, made by the JDK's keytool. */
public record KeyPairFile(X509Certificate certificate, PrivateKey key) {
  private static final char[] PASSWORD = "changeit".toCharArray();

  /** A certificate for hosts of this name, good from yesterday on. */
  public static KeyPairFile forHost(Path folder, String name) {
    return make(folder, name, "EC", "-1d", 10, "-ext", "san=dns:" + name);
  }

  /**
   * A certificate of that algorithm and time.
   *
   * @param start from when on it is good, as keytool writes it: {@code -1d}
   * @param days how long it is good
   * @param more further options of keytool
   */
  public static KeyPairFile make(
      Path folder, String name, String algorithm, String start, int days, String... more) {
    var store = folder.resolve(name + ".p12");
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                store.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                "changeit",
                "-alias",
                name,
                "-keyalg",
                algorithm,
                "-dname",
                "CN=" + name,
                "-startdate",
                start,
                "-validity",
                Integer.toString(days)));
    command.addAll(List.of(more));
    try {
      var log = folder.resolve("keytool.log");
      var keytool =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
        throw new IllegalStateException("keytool: " + Files.readString(log));
      }
      var keys = KeyStore.getInstance(store.toFile(), PASSWORD);
      return new KeyPairFile(
          (X509Certificate) keys.getCertificate(name), (PrivateKey) keys.getKey(name, PASSWORD));
    } catch (IOException | GeneralSecurityException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Writes both as PEM, as servers want them. */
  public void write(Path certificates, Path keys) {
    try {
      Files.writeString(certificates, pem("CERTIFICATE", certificate.getEncoded()));
      Files.writeString(keys, pem("PRIVATE KEY", key.getEncoded()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  public static String pem(String type, byte[] der) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(type, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der), type);
  }
}
