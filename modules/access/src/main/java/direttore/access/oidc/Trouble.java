package direttore.access.oidc;

import com.nimbusds.oauth2.sdk.ErrorObject;
import direttore.domain.Refusal;
import direttore.domain.access.OneLine;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Says in words for whoever runs the program why a provider is of no use, and logs it. */
final class Trouble {
  private static final System.Logger LOG = System.getLogger(Trouble.class.getName());
  private static final Set<String> OURS = Set.of("invalid_client", "unauthorized_client");
  private static final int LONGEST = 300;
  private static final int DEEPEST = 10;
  private final Registration registration;

  Trouble(Registration registration) {
    this.registration = registration;
  }

  /** That it cannot be reached, and which of its kinds that is. */
  Refusal.Unreachable of(IOException e) {
    var words = "%s does not answer: %s".formatted(registration.name(), kind(e));
    LOG.log(Level.WARNING, () -> "%s (%s): %s".formatted(words, registration.issuer(), chain(e)));
    return new Refusal.Unreachable(registration.name(), words, e);
  }

  /** That it answers, but not so that it could be used. */
  Refusal.Upstream of(String what, Exception e) {
    var words = "%s %s".formatted(registration.name(), what);
    LOG.log(Level.WARNING, () -> "%s (%s): %s".formatted(words, registration.issuer(), chain(e)));
    return new Refusal.Upstream(registration.name(), words, e);
  }

  /** The same where the words say all. */
  Refusal.Upstream of(String what) {
    var words = "%s %s".formatted(registration.name(), OneLine.of(what, LONGEST));
    LOG.log(Level.WARNING, words);
    return new Refusal.Upstream(registration.name(), words, null);
  }

  /**
   * What it answered to an exchange: a wrong secret is ours to mend, anything else is of the try.
   */
  Refusal of(ErrorObject error) {
    var said = text(error);
    if (isOurs(error)) {
      var words =
          "%s does not accept OIDC_CLIENT_ID with OIDC_CLIENT_SECRET"
              .formatted(registration.name());
      LOG.log(Level.WARNING, () -> "%s (%s): %s".formatted(words, registration, said));
      return new Refusal.Upstream(registration.name(), words, null);
    }
    if (!"invalid_grant".equals(error.getCode())) {
      // Too busy, or not as we asked: no word about whoever it is.
      return of("refuses what we ask: " + said, new IOException(said));
    }
    LOG.log(
        Level.INFO, () -> "%s refused a code or token: %s".formatted(registration.name(), said));
    return Refusal.NotSignedIn.wrong("%s refused it: %s".formatted(registration.name(), said));
  }

  static boolean isOurs(ErrorObject error) {
    var code = error.getCode();
    return code != null && OURS.contains(code);
  }

  /** The provider's code and its words for it, on one line. */
  static String text(ErrorObject error) {
    var description = error.getDescription();
    var all = error.getCode() + (description == null ? "" : ": " + description);
    var line = all.replaceAll("\\p{Cntrl}+", " ");
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
  }

  private String kind(IOException e) {
    if (has(e, CertificateExpiredException.class)) {
      return "its certificate has expired";
    }
    if (has(e, CertPathBuilderException.class) || has(e, CertPathValidatorException.class)) {
      return "its certificate is not trusted; OIDC_CA_FILE names the authority that signed it";
    }
    if (has(e, CertificateException.class)) {
      // Such as one for another host.
      return "its certificate is refused: "
          + OneLine.of(String.valueOf(causes(e).getLast().getMessage()), LONGEST);
    }
    if (has(e, SSLException.class)) {
      return "HTTPS fails there; does it speak plain HTTP?";
    }
    if (has(e, UnknownHostException.class)) {
      return "there is no host of that name";
    }
    if (has(e, SocketTimeoutException.class)) {
      return "it took longer than %d ms".formatted(registration.patience().toMillis());
    }
    return has(e, ConnectException.class) ? "nothing listens there" : "the connection broke";
  }

  private static boolean has(Throwable e, Class<? extends Throwable> type) {
    return causes(e).stream().anyMatch(type::isInstance);
  }

  private static String chain(Throwable e) {
    return String.join(
        "; caused by ",
        causes(e).stream()
            .map(each -> "%s: %s".formatted(each.getClass().getSimpleName(), each.getMessage()))
            .map(line -> line.replaceAll("\\p{Cntrl}+", " "))
            .distinct()
            .toList());
  }

  private static List<Throwable> causes(Throwable e) {
    var all = new ArrayList<Throwable>();
    for (@Nullable Throwable each = e; each != null && all.size() < DEEPEST; ) {
      all.add(each);
      each = each.getCause();
    }
    return all;
  }
}
