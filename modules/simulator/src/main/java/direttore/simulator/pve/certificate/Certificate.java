package direttore.simulator.pve.certificate;

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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A self-signed certificate with its key. */
public final class Certificate {
  private static final char[] STORE_PASSWORD = "simulator".toCharArray();
  private static final String ALIAS = "pve";
  private static final int NODES_NAMED = 32;

  private final KeyStore keys;

  private Certificate(KeyStore keys) {
    this.keys = keys;
  }

  /** The certificate kept in that file, made there at the first call. */
  public static Certificate at(Path file) {
    try {
      if (!Files.exists(file)) {
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        make(fresh);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      }
      return read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The certificate of simulators that keep nothing, one for the life of this Java process. */
  public static Certificate ofThisProcess() {
    return Holder.ONE;
  }

  /** SHA-256 over the certificate, as Proxmox VE prints fingerprints: {@code A8:B3:...}. */
  public String fingerprint() {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(keys.getCertificate(ALIAS).getEncoded());
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
          .formatted(encoder.encodeToString(keys.getCertificate(ALIAS).getEncoded()));
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

  private static Certificate read(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      var store = KeyStore.getInstance("PKCS12");
      store.load(in, STORE_PASSWORD);
      return new Certificate(store);
    } catch (GeneralSecurityException e) {
      throw new IOException(file + " is not the key store of a simulator", e);
    }
  }

  private static void make(Path file) throws IOException {
    var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    var nodes =
        IntStream.rangeClosed(1, NODES_NAMED)
            .mapToObj(n -> ",dns:pve" + n)
            .collect(Collectors.joining());
    var names = "san=dns:localhost,ip:127.0.0.1,ip:0:0:0:0:0:0:0:1" + nodes;
    var process =
        new ProcessBuilder(
                keytool,
                "-genkeypair",
                "-alias",
                ALIAS,
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-validity",
                "3650",
                "-dname",
                "CN=pve1, O=Proxmox Virtual Environment",
                "-ext",
                names,
                "-ext",
                "bc=ca:true",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                new String(STORE_PASSWORD))
            .redirectErrorStream(true)
            .start();
    finished(process);
  }

  private static void finished(Process process) throws IOException {
    try (var output = process.inputReader()) {
      var said = output.lines().collect(Collectors.joining(" "));
      if (process.waitFor() != 0) {
        throw new IOException("keytool made no certificate: " + said);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while keytool was making a certificate", e);
    }
  }

  private static final class Holder {
    static final Certificate ONE = temporary();

    private static Certificate temporary() {
      try {
        var folder = Files.createTempDirectory("simulator-certificate");
        var file = folder.resolve("certificate.p12");
        try {
          return at(file);
        } finally {
          Files.deleteIfExists(file);
          Files.deleteIfExists(folder);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
