package direttore.worker.mail;

import direttore.domain.access.MailAddress;
import java.util.Locale;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * The server that mail is handed over to.
 *
 * @param user null where it wants no sign-in
 * @param password null where it wants no sign-in
 * @param from whom mail comes from
 * @param authority makes sockets that trust an authority of the lab, or null for the usual ones
 */
public record MailServer(
    String host,
    int port,
    @Nullable String user,
    @Nullable String password,
    Tls tls,
    MailAddress from,
    @Nullable SSLSocketFactory authority) {
  /** How what is said to it is kept from others. */
  public enum Tls {
    /** It begins in the clear and is encrypted before anything is said, or nothing is. */
    STARTTLS,
    /** It is encrypted from the beginning. */
    TLS,
    /** It is not. */
    NONE;

    /** The word in settings. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "%s:%d".formatted(host, port);
  }
}
