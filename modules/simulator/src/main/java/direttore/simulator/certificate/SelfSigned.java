package direttore.simulator.certificate;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A fresh key and a certificate that it signs itself (RFC 5280), good for ten years and strict
 * clients.
 */
record SelfSigned(KeyPair keys, Certificate certificate) {
  private static final Duration VALID = Duration.ofDays(3_650);
  private static final Duration LATE_CLOCKS = Duration.ofDays(1);
  private static final int SERIAL_BITS = 120;
  private static final byte[] ECDSA_WITH_SHA256 = Der.sequence(Der.oid(1, 2, 840, 10045, 4, 3, 2));
  private static final byte[] LOOPBACK_4 = {127, 0, 0, 1};
  private static final byte[] LOOPBACK_6 = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};

  /** Digital signature and certificate signing. */
  private static final byte[] USAGE = {(byte) 0x84};

  /** A certificate for the loopback addresses and these names. */
  static SelfSigned of(String organization, List<String> names) throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    var keys = generator.generateKeyPair();
    var content = content(keys.getPublic(), organization, names, Instant.now());
    var signer = Signature.getInstance("SHA256withECDSA");
    signer.initSign(keys.getPrivate());
    signer.update(content);
    var whole = Der.sequence(content, ECDSA_WITH_SHA256, Der.bits(0, signer.sign()));
    var factory = CertificateFactory.getInstance("X.509");
    return new SelfSigned(keys, factory.generateCertificate(new ByteArrayInputStream(whole)));
  }

  private static byte[] content(PublicKey key, String organization, List<String> names, Instant now)
      throws GeneralSecurityException {
    var name =
        Der.sequence(
            Der.set(Der.sequence(Der.oid(2, 5, 4, 10), Der.text(organization))),
            Der.set(Der.sequence(Der.oid(2, 5, 4, 3), Der.text(names.getFirst()))));
    return Der.sequence(
        Der.explicit(0, Der.integer(BigInteger.TWO)),
        Der.integer(new BigInteger(SERIAL_BITS, new SecureRandom()).setBit(SERIAL_BITS)),
        ECDSA_WITH_SHA256,
        name,
        Der.sequence(Der.time(now.minus(LATE_CLOCKS)), Der.time(now.plus(VALID))),
        name,
        key.getEncoded(),
        Der.explicit(3, extensions(key, names)));
  }

  private static byte[] extensions(PublicKey key, List<String> names)
      throws GeneralSecurityException {
    var alternatives = new ArrayList<byte[]>();
    names.forEach(n -> alternatives.add(Der.implicit(2, n.getBytes(StandardCharsets.US_ASCII))));
    alternatives.add(Der.implicit(7, LOOPBACK_4));
    alternatives.add(Der.implicit(7, LOOPBACK_6));
    var identifier = MessageDigest.getInstance("SHA-1").digest(key.getEncoded());
    return Der.sequence(
        extension(17, Der.sequence(Der.joined(alternatives))),
        critical(19, Der.sequence(Der.truth())),
        critical(15, Der.bits(2, USAGE)),
        extension(14, Der.octets(identifier)),
        extension(35, Der.sequence(Der.implicit(0, identifier))));
  }

  private static byte[] extension(int number, byte[] value) {
    return Der.sequence(Der.oid(2, 5, 29, number), Der.octets(value));
  }

  private static byte[] critical(int number, byte[] value) {
    return Der.sequence(Der.oid(2, 5, 29, number), Der.truth(), Der.octets(value));
  }
}
