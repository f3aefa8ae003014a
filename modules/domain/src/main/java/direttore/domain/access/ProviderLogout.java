package direttore.domain.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That somebody signed out at the server that vouches for them, or was signed out there (OpenID
 * Connect Back-Channel Logout 1.0, 2.4).
 *
 * @param id what tells this word of the server from all others
 * @param issuer which server says so
 * @param subject who it was; null where only the session is said
 * @param session which of their sessions there has ended; null where all have
 * @param until when the word no longer counts, so that it need not be remembered for longer
 */
public record ProviderLogout(
    String id, String issuer, @Nullable String subject, @Nullable String session, Instant until) {
  public ProviderLogout {
    if (subject == null && session == null) {
      throw new IllegalArgumentException("a logout must say whose it is");
    }
  }

  /** What it is remembered by. */
  public byte[] digest() {
    return new Secret(issuer + ' ' + id).digest();
  }
}
