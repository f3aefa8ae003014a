package direttore.api.tls;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads private keys from PEM files (RFC 7468): PKCS#8, and the older forms of OpenSSL. */
final class PrivateKeys {
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z ]*PRIVATE KEY)-----([^-]*)-----END \\1-----");
  // AlgorithmIdentifiers: rsaEncryption with NULL (RFC 8017), and the start of id-ecPublicKey (RFC
  // 5480).
  private static final byte[] RSA = HexFormat.of().parseHex("300d06092a864886f70d0101010500");
  private static final byte[] EC_OID = HexFormat.of().parseHex("06072a8648ce3d0201");
  private static final byte[] VERSION_0 = {2, 1, 0};
  private static final byte SEQUENCE = 0x30;
  private static final byte OCTETS = 4;
  private static final byte OBJECT_ID = 6;
  private static final byte PARAMETERS = (byte) 0xa0;

  private PrivateKeys() {}

  static PrivateKey read(Path file) {
    var block = BLOCK.matcher(text(file));
    if (!block.find()) {
      throw new UnusableCertificate(file + " holds no private key in PEM form");
    }
    if (block.group(1).startsWith("ENCRYPTED") || block.group(2).contains("ENCRYPTED")) {
      throw new UnusableCertificate(file + " holds a key with a password, which is not supported");
    }
    return key(block.group(1), block.group(2))
        .orElseThrow(
            () -> new UnusableCertificate(file + " does not hold an RSA, EC or Ed25519 key"));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, ISO_8859_1);
    } catch (IOException e) {
      throw new UnusableCertificate(file + " cannot be read", e);
    }
  }

  private static Optional<PrivateKey> key(String form, String base64) {
    try {
      var der = Base64.getMimeDecoder().decode(base64);
      return switch (form) {
        case "RSA PRIVATE KEY" -> pkcs8(wrapped(RSA, der));
        case "EC PRIVATE KEY" -> pkcs8(wrapped(curve(der), der));
        case "PRIVATE KEY" -> pkcs8(der);
        default -> Optional.empty();
      };
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private static Optional<PrivateKey> pkcs8(byte[] der) {
    return Stream.of("RSA", "EC", "EdDSA")
        .flatMap(algorithm -> pkcs8(algorithm, der).stream())
        .findFirst();
  }

  private static Optional<PrivateKey> pkcs8(String algorithm, byte[] der) {
    try {
      return Optional.of(
          KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der)));
    } catch (GeneralSecurityException e) {
      // A key of another kind.
      return Optional.empty();
    }
  }

  /** The older form within the newer one (RFC 5958, section 2). */
  private static byte[] wrapped(byte[] algorithm, byte[] key) {
    return element(SEQUENCE, VERSION_0, algorithm, element(OCTETS, key));
  }

  /** The curve that an ECPrivateKey names in its parameters (RFC 5915, section 3). */
  private static byte[] curve(byte[] der) {
    for (var i = 0; i + 3 < der.length; i++) {
      if (der[i] == PARAMETERS && der[i + 2] == OBJECT_ID && der[i + 1] == der[i + 3] + 2) {
        var end = i + 4 + der[i + 3];
        return element(SEQUENCE, EC_OID, Arrays.copyOfRange(der, i + 2, end));
      }
    }
    throw new IllegalArgumentException("no curve");
  }

  private static byte[] element(byte tag, byte[]... parts) {
    var content = new ByteArrayOutputStream();
    for (var part : parts) {
      content.writeBytes(part);
    }
    var all = new ByteArrayOutputStream();
    all.write(tag);
    var length = content.size();
    if (length >= 256) {
      all.write(0x82);
      all.write(length >> 8);
    } else if (length >= 128) {
      all.write(0x81);
    }
    all.write(length);
    all.writeBytes(content.toByteArray());
    return all.toByteArray();
  }
}
