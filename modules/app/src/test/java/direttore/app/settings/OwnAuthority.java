package direttore.app.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** An authority that nobody but its owner trusts, made by the JDK's keytool. */
final class OwnAuthority {
  private static final char[] PASSWORD = "changeit".toCharArray();
  private final Path folder;
  private final Path store;
  private int hosts;

  OwnAuthority(Path folder) {
    this.folder = folder;
    this.store = folder.resolve("authority.p12");
    make("authority", "-1d", 30, "-ext", "bc:c");
  }

  /** Writes its certificate as PEM. */
  Path certificate() throws IOException, GeneralSecurityException {
    var der = store().getCertificate("authority").getEncoded();
    var base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return Files.writeString(
        folder.resolve("authority.pem"),
        "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n".formatted(base64));
  }

  /**
   * A server's side of TLS with a certificate that it signed.
   *
   * @param name what the certificate is for, as keytool writes it: {@code ip:127.0.0.1}
   * @param start from when on it is good, for ten days: {@code -1d}
   */
  SSLContext server(String name, String start) throws IOException, GeneralSecurityException {
    var alias = "host" + ++hosts;
    make(alias, start, 10, "-signer", "authority", "-ext", "san=" + name);
    var own = KeyStore.getInstance("PKCS12");
    own.load(null, null);
    var all = store();
    own.setKeyEntry(alias, all.getKey(alias, PASSWORD), PASSWORD, all.getCertificateChain(alias));
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(own, PASSWORD);
    var context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  private KeyStore store() throws IOException, GeneralSecurityException {
    return KeyStore.getInstance(store.toFile(), PASSWORD);
  }

  private void make(String alias, String start, int days, String... more) {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                store.toString(),
                "-storepass",
                "changeit",
                "-alias",
                alias,
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + alias,
                "-startdate",
                start,
                "-validity",
                Integer.toString(days)));
    command.addAll(List.of(more));
    try {
      var log = folder.resolve("keytool.log").toFile();
      var keytool =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
      if (!keytool.waitFor(2, TimeUnit.MINUTES) || keytool.exitValue() != 0) {
        throw new IllegalStateException("keytool: " + Files.readString(log.toPath()));
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
