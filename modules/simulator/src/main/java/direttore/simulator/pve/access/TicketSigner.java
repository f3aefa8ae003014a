package direttore.simulator.pve.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Signed tickets in the format of Proxmox VE. The signature is an HMAC where Proxmox VE has RSA;
 * nobody but the server reads it.
 */
final class TicketSigner {
  private static final long LIFETIME = 2 * 3600;
  private static final long SKEW = 300;
  private static final Pattern SIGNED =
      Pattern.compile("(?<data>PVE:[^\\s]+|PVEVNC):(?<time>[0-9A-F]{8})::(?<signature>\\S+)");
  private static final Pattern CSRF = Pattern.compile("([0-9A-F]{8}):(\\S+)");

  private final Clock clock;
  private final byte[] key;

  TicketSigner(Clock clock, String key) {
    this.clock = clock;
    this.key = Base64.getDecoder().decode(key);
  }

  /** A ticket for a user: {@code PVE:user@realm:XXXXXXXX::base64}. */
  String issue(String userid) {
    return sign("PVE:" + userid, "");
  }

  /** The user of a ticket not older than two hours, or null. */
  @Nullable String userOf(String ticket) {
    var match = SIGNED.matcher(ticket);
    return match.matches()
            && match.group("data").startsWith("PVE:")
            && isGenuine(match.group("data"), match.group("time"), "", match.group("signature"))
            && isFresh(match.group("time"), -SKEW, LIFETIME)
        ? match.group("data").substring("PVE:".length())
        : null;
  }

  /** The token that a writing request shows beside the ticket: {@code XXXXXXXX:base64}. */
  String csrf(String userid) {
    var time = now();
    return time + ":" + unpadded("CSRF", time, userid);
  }

  /** Is it the user's, and not older than two hours? */
  boolean isCsrf(String userid, @Nullable String token) {
    var match = CSRF.matcher(token == null ? "" : token);
    return match.matches()
        && isFresh(match.group(1), -SKEW, LIFETIME)
        && equal(match.group(2), unpadded("CSRF", match.group(1), userid));
  }

  /** A ticket for a console, good for 40 s, bound to caller, access path and port. */
  String console(String authid, String path, int port) {
    return sign("PVEVNC", binding(authid, path, port));
  }

  /** Is it a console ticket of that caller for that path and port? */
  boolean isConsole(String ticket, String authid, String path, int port) {
    var match = SIGNED.matcher(ticket);
    return match.matches()
        && match.group("data").equals("PVEVNC")
        && isFresh(match.group("time"), -20, 40)
        && isGenuine(
            "PVEVNC", match.group("time"), binding(authid, path, port), match.group("signature"));
  }

  private static String binding(String authid, String path, int port) {
    return authid + ":" + path + ":" + port;
  }

  private String sign(String data, String secret) {
    var time = now();
    return data + ":" + time + "::" + signature(data, time, secret);
  }

  private boolean isGenuine(String data, String time, String secret, String signature) {
    return equal(signature, signature(data, time, secret));
  }

  private boolean isFresh(String time, long from, long to) {
    var age = clock.instant().getEpochSecond() - Long.parseLong(time, 16);
    return age > from && age < to;
  }

  private String now() {
    return String.format(Locale.ROOT, "%08X", clock.instant().getEpochSecond());
  }

  private String signature(String data, String time, String secret) {
    return Base64.getEncoder().encodeToString(mac("HmacSHA512", data, time, secret));
  }

  private String unpadded(String data, String time, String secret) {
    return Base64.getEncoder()
        .withoutPadding()
        .encodeToString(mac("HmacSHA256", data, time, secret));
  }

  private byte[] mac(String algorithm, String data, String time, String secret) {
    try {
      var mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key, algorithm));
      return mac.doFinal((data + ":" + time + ":" + secret).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + algorithm, e);
    }
  }

  private static boolean equal(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
