package direttore.transport;

import java.nio.charset.StandardCharsets;

/** Percent-encoding of everything but RFC 3986's unreserved characters. */
public final class Encoding {
  private static final String BARE = "-._~";
  private static final char[] HEX = "0123456789ABCDEF".toCharArray();

  private Encoding() {}

  /** The text in UTF-8, encoded; a blank becomes {@code %20}, never {@code +}. */
  public static String percent(String text) {
    var out = new StringBuilder(text.length() + 16);
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      if (isBare(b)) {
        out.append((char) b);
      } else {
        out.append('%').append(HEX[(b >> 4) & 15]).append(HEX[b & 15]);
      }
    }
    return out.toString();
  }

  private static boolean isBare(byte b) {
    return (b >= 'a' && b <= 'z')
        || (b >= 'A' && b <= 'Z')
        || (b >= '0' && b <= '9')
        || BARE.indexOf(b) >= 0;
  }
}
