package direttore.access.oidc;

import direttore.domain.Refusal;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * What an OpenID provider and this program have agreed on.
 *
 * @param name what the provider is called on the button
 * @param issuer the provider; its configuration lies under {@code
 *     /.well-known/openid-configuration}
 * @param client the id that the provider knows this program by
 * @param secret the client's secret, or null for a public client, which has PKCE alone
 * @param scopes what is asked for, beginning with {@code openid}
 * @param nameClaim the claim that names somebody in lists
 * @param groupsClaim the claim with somebody's groups; a path with dots reaches into objects, as
 *     {@code realm_access.roles} does
 * @param patience for each answer of the provider
 * @param preferences what is asked for beside that
 */
public record Registration(
    String name,
    URI issuer,
    String client,
    @Nullable String secret,
    List<String> scopes,
    String nameClaim,
    String groupsClaim,
    Duration patience,
    Preferences preferences) {
  /**
   * What the provider is asked for beside the usual.
   *
   * @param prompt {@code login}, {@code consent} or {@code select_account}, or null
   * @param acr ways to prove who somebody is, one of which must have been used; or none
   * @param tls whose certificates are trusted instead of Java's, or null
   */
  public record Preferences(
      @Nullable String prompt, List<String> acr, @Nullable SSLSocketFactory tls) {
    public static final Preferences NONE = new Preferences(null, List.of(), null);

    public Preferences {
      acr = List.copyOf(acr);
    }
  }

  public Registration(
      String name,
      URI issuer,
      String client,
      @Nullable String secret,
      List<String> scopes,
      String nameClaim,
      String groupsClaim,
      Duration patience) {
    this(name, issuer, client, secret, scopes, nameClaim, groupsClaim, patience, Preferences.NONE);
  }

  private static final System.Logger LOG = System.getLogger(Registration.class.getName());

  public Registration {
    scopes = List.copyOf(scopes);
    if (!scopes.contains("openid")) {
      throw new IllegalArgumentException("the scope openid is what makes it OpenID Connect");
    }
  }

  /** The refusal of an answer that does not hold, with its reason for the log alone. */
  Refusal unbelievable(@Nullable Exception why) {
    var words = "the answer of %s is not valid".formatted(name);
    LOG.log(
        Level.INFO,
        () -> "%s (%s)%s".formatted(words, this, why == null ? "" : ": " + why.getMessage()));
    return Refusal.NotSignedIn.wrong(words);
  }

  @Override
  public String toString() {
    return "%s at %s".formatted(client, issuer);
  }
}
