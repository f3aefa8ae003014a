package direttore.domain.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** By what whoever gets a delivery knows that it comes from here, and when it was sent. */
public final class Signature {
  private static final String ALGORITHM = "HmacSHA256";

  private Signature() {}

  /** {@code t=SECONDS,v1=HEX}: HMAC-SHA256 of the seconds, a dot and the body. */
  public static String of(String secret, Instant now, String body) {
    var seconds = now.getEpochSecond();
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      var digest = mac.doFinal("%d.%s".formatted(seconds, body).getBytes(StandardCharsets.UTF_8));
      return "t=%d,v1=%s".formatted(seconds, HexFormat.of().formatHex(digest));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA256 is part of every JDK", e);
    }
  }
}
