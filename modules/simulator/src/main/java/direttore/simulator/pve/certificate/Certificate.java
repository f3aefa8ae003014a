package direttore.simulator.pve.certificate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
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
        fresh().write(fresh);
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

  private static Certificate fresh() {
    try {
      var names = new ArrayList<>(List.of("localhost"));
      IntStream.rangeClosed(1, NODES_NAMED).forEach(n -> names.add("pve" + n));
      var made = SelfSigned.of(names);
      var store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry(
          ALIAS,
          made.keys().getPrivate(),
          STORE_PASSWORD,
          new java.security.cert.Certificate[] {made.certificate()});
      return new Certificate(store);
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

  private static final class Holder {
    static final Certificate ONE = fresh();
  }
}
