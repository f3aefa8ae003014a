package direttore.store.operation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * Keeps what must not be read from the database: seals with AES-256-GCM, recognises with
 * HMAC-SHA256. Both keys are derived from one (HKDF, RFC 5869).
 */
public final class Safe {
  /** Bytes of the key that a safe is made from. */
  public static final int KEY_BYTES = 32;

  private static final int IV_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final String PROVIDER = "SunJCE";
  private final SecretKey sealing;
  private final SecretKey recognising;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param key 32 secret bytes, the same in every process of the platform
   */
  public Safe(byte[] key) {
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException("the key must have %d bytes".formatted(KEY_BYTES));
    }
    sealing = derive(key, "AES", "seal");
    recognising = derive(key, "HmacSHA256", "recognise");
  }

  /** A digest by which the key is known again, but from which it cannot be found. */
  public String fingerprint() {
    return HexFormat.of().formatHex(recognise(List.of("direttore fingerprint")), 0, 16);
  }

  /** The text sealed for one owner: it opens for no other. */
  public byte[] seal(SecretOwner owner, String text) {
    var iv = new byte[IV_BYTES];
    random.nextBytes(iv);
    var sealed = crypt(Cipher.ENCRYPT_MODE, iv, owner, text.getBytes(StandardCharsets.UTF_8));
    return ByteBuffer.allocate(IV_BYTES + sealed.length).put(iv).put(sealed).array();
  }

  /** The text that was sealed. */
  public String open(SecretOwner owner, byte[] sealed) {
    var buffer = ByteBuffer.wrap(sealed);
    var iv = new byte[IV_BYTES];
    buffer.get(iv);
    var rest = new byte[buffer.remaining()];
    buffer.get(rest);
    return new String(crypt(Cipher.DECRYPT_MODE, iv, owner, rest), StandardCharsets.UTF_8);
  }

  /** A digest that only holders of the key can make, of parts that cannot run into each other. */
  public byte[] recognise(List<String> parts) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(recognising);
      for (var part : parts) {
        var bytes = part.getBytes(StandardCharsets.UTF_8);
        mac.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
        mac.update(bytes);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA256 is part of every JDK", e);
    }
  }

  private byte[] crypt(int mode, byte[] iv, SecretOwner owner, byte[] text) {
    try {
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, iv));
      cipher.updateAAD(owner.binding().getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new Shut("the secrets of %s do not open with this key".formatted(owner), e);
    }
  }

  /** What was sealed does not open with the key at hand. */
  public static final class Shut extends IllegalStateException {
    private static final long serialVersionUID = 1;

    private Shut(String message, Throwable cause) {
      super(message, cause);
    }
  }

  private static SecretKey derive(byte[] key, String algorithm, String purpose) {
    try {
      var parameters =
          HKDFParameterSpec.ofExtract()
              .addIKM(key)
              .thenExpand(("direttore " + purpose).getBytes(StandardCharsets.US_ASCII), 32);
      // Without a provider's name, Java makes one of every provider, which start-up would wait for.
      return KDF.getInstance("HKDF-SHA256", PROVIDER).deriveKey(algorithm, parameters);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HKDF-SHA256 is part of the JDK since 25", e);
    }
  }
}
