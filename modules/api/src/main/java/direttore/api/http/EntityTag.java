package direttore.api.http;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** The tag of a body (RFC 9110, 8.8.3): the same for the same bytes. */
public final class EntityTag {
  private static final int BYTES = 12;

  private EntityTag() {}

  /** The strong tag, with its quotes. */
  public static String of(byte[] body) {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(body);
      return '"' + HexFormat.of().formatHex(Arrays.copyOf(hash, BYTES)) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
