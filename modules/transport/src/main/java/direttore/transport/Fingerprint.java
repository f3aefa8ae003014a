package direttore.transport;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;

/** The SHA-256 of a certificate, as Proxmox shows it: 32 pairs of hex digits with colons. */
public record Fingerprint(String value) {
  public Fingerprint {
    value = value.strip().toUpperCase(Locale.ROOT);
    if (!value.matches("([0-9A-F]{2}:){31}[0-9A-F]{2}")) {
      throw new IllegalArgumentException(
          "%s is no fingerprint: must be 32 pairs of hex digits with colons".formatted(value));
    }
  }

  /** The fingerprint of a certificate. */
  public static Fingerprint of(X509Certificate certificate) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      return new Fingerprint(HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    } catch (CertificateEncodingException e) {
      throw new IllegalArgumentException("the certificate cannot be encoded", e);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
