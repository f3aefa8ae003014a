package direttore.domain.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's stay, from sign-in to its end.
 *
 * @param seen when it was used last, to the minute
 * @param expires when it ends at the latest
 * @param there the session at the provider that it goes with; null where the provider did not say,
 *     or did not vouch
 */
public record Session(
    UUID id,
    UUID person,
    Instant created,
    Instant seen,
    Instant expires,
    Client client,
    @Nullable String there) {
  private static final String COOKIE = "direttore_session";
  // A browser takes this prefix over TLS only, and from no other host or path (RFC 6265bis).
  private static final String SECURE_COOKIE = "__Host-" + COOKIE;

  /** The name of the cookie that carries a session's secret. */
  public static String cookie(boolean secure) {
    return secure ? SECURE_COOKIE : COOKIE;
  }

  /** Whether a cookie of this name carries one. */
  public static boolean isCookie(String name) {
    return name.equals(COOKIE) || name.equals(SECURE_COOKIE);
  }
}
