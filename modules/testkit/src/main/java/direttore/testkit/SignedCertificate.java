package direttore.testkit;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;

/** Writes a certificate (RFC 5280) that its own key signs. */
final class SignedCertificate {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final HexFormat HEX = HexFormat.of();
  private static final int SEQUENCE = 0x30;
  private static final int OCTETS = 0x04;
  private static final int BITS = 0x03;
  private static final byte[] VERSION_3 = HEX.parseHex("a003020102");
  private static final byte[] COMMON_NAME = HEX.parseHex("0603550403");
  private static final byte[] ALTERNATIVE_NAME = HEX.parseHex("0603551d11");

  private SignedCertificate() {}

  static byte[] of(String host, KeyPair keys, String algorithm, Instant from, Instant to)
      throws GeneralSecurityException {
    var content =
        element(
            SEQUENCE,
            VERSION_3,
            element(0x02, BigInteger.valueOf(System.nanoTime()).abs().toByteArray()),
            identifier(algorithm),
            name(host),
            element(SEQUENCE, time(from), time(to)),
            name(host),
            keys.getPublic().getEncoded(),
            element(0xa3, element(SEQUENCE, alternative(host))));
    var signer = Signature.getInstance(algorithm);
    signer.initSign(keys.getPrivate());
    signer.update(content);
    var signature = element(BITS, new byte[] {0}, signer.sign());
    return element(SEQUENCE, content, identifier(algorithm), signature);
  }

  /** The algorithm of a signature (RFC 4055, 5758, 8410). */
  private static byte[] identifier(String algorithm) {
    return HEX.parseHex(
        switch (algorithm) {
          case "SHA256withRSA" -> "300d06092a864886f70d01010b0500";
          case "SHA256withECDSA" -> "300a06082a8648ce3d040302";
          case "Ed25519" -> "300506032b6570";
          default -> throw new IllegalArgumentException(algorithm);
        });
  }

  private static byte[] name(String host) {
    var text = element(0x0c, host.getBytes(StandardCharsets.UTF_8));
    return element(SEQUENCE, element(0x31, element(SEQUENCE, COMMON_NAME, text)));
  }

  private static byte[] alternative(String host) {
    var address = host.matches("[0-9.]+");
    var name =
        address
            ? element(0x87, InetAddress.ofLiteral(host).getAddress())
            : element(0x82, host.getBytes(StandardCharsets.US_ASCII));
    return element(SEQUENCE, ALTERNATIVE_NAME, element(OCTETS, element(SEQUENCE, name)));
  }

  private static byte[] time(Instant moment) {
    return element(0x18, TIME.format(moment).getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] element(int tag, byte[]... parts) {
    var content = new ByteArrayOutputStream();
    for (var part : parts) {
      content.writeBytes(part);
    }
    var length = content.size();
    var all = new ByteArrayOutputStream();
    all.write(tag);
    if (length >= 0x100) {
      all.write(0x82);
      all.write(length >> 8);
    } else if (length >= 0x80) {
      all.write(0x81);
    }
    all.write(length);
    all.writeBytes(content.toByteArray());
    return all.toByteArray();
  }
}
