package direttore.app.settings;

import direttore.access.oidc.Registration;
import direttore.app.start.StartRefusal.WrongSetting;
import direttore.domain.Refusal;
import direttore.domain.access.GroupRoles;
import direttore.domain.access.ProviderRules;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocketFactory;

/**
 * The OpenID provider that people may sign in at, and what its groups give here.
 *
 * @param trust for how long after a sign-in there
 */
public record OidcSettings(Registration registration, GroupRoles roles, Duration trust) {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Set<String> PROMPTS = Set.of("login", "consent", "select_account");
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");

  /** Whose groups count, and for what. */
  public ProviderRules rules() {
    return new ProviderRules(registration.issuer().toString(), roles);
  }

  static Optional<OidcSettings> of(Given given) {
    if (!given.has(Setting.OIDC_ISSUER)) {
      return Optional.empty();
    }
    for (var needed : List.of(Setting.OIDC_CLIENT_ID, Setting.OIDC_ROLES)) {
      if (!given.has(needed)) {
        throw new WrongSetting(
            "%s is set without %s: sign-in at the provider needs both."
                .formatted(Setting.OIDC_ISSUER, needed));
      }
    }
    return Optional.of(new OidcSettings(registration(given), roles(given), trust(given)));
  }

  private static Registration registration(Given given) {
    return new Registration(
        given.required(Setting.OIDC_NAME),
        given.parsed(
            Setting.OIDC_ISSUER, "an https:// address without query", OidcSettings::issuer),
        given.required(Setting.OIDC_CLIENT_ID),
        given.secret(Setting.OIDC_CLIENT_SECRET).orElse(null),
        scopes(given),
        given.required(Setting.OIDC_NAME_CLAIM),
        given.required(Setting.OIDC_GROUPS_CLAIM),
        PATIENCE,
        preferences(given));
  }

  private static Duration trust(Given given) {
    return given.has(Setting.OIDC_TRUST_DAYS)
        ? Duration.ofDays(given.integer(Setting.OIDC_TRUST_DAYS, 1, 366))
        : Duration.ofMinutes(given.integer(Setting.OIDC_TRUST_MINUTES, 1, 44_640));
  }

  private static Registration.Preferences preferences(Given given) {
    return new Registration.Preferences(
        given.has(Setting.OIDC_PROMPT)
            ? given.parsed(
                Setting.OIDC_PROMPT,
                "login, consent or select_account",
                text -> Optional.of(text).filter(PROMPTS::contains))
            : null,
        given.list(Setting.OIDC_ACR),
        given.has(Setting.OIDC_CA_FILE) ? authority(given) : null);
  }

  private static SSLSocketFactory authority(Given given) {
    return AuthorityFile.read(given.file(Setting.OIDC_CA_FILE))
        .orElseThrow(() -> given.wrong(Setting.OIDC_CA_FILE, "a PEM file with certificates"));
  }

  /** What comes in the clear could be anybody's word; only on this machine it is not on a wire. */
  private static Optional<URI> issuer(String text) {
    try {
      var uri = new URI(text);
      var host = uri.getHost();
      var safe =
          "https".equals(uri.getScheme())
              || ("http".equals(uri.getScheme())
                  && host != null
                  && LOOPBACK.matcher(host).matches());
      return safe && host != null && uri.getRawQuery() == null && uri.getRawFragment() == null
          ? Optional.of(uri)
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static List<String> scopes(Given given) {
    var scopes = new ArrayList<>(given.list(Setting.OIDC_SCOPES));
    if (!scopes.contains("openid")) {
      scopes.addFirst("openid");
    }
    return scopes;
  }

  private static GroupRoles roles(Given given) {
    try {
      // Not by blanks, as groups may be called anything.
      return GroupRoles.parse(given.items(Setting.OIDC_ROLES));
    } catch (Refusal.Invalid e) {
      throw given.wrong(
          Setting.OIDC_ROLES,
          "group=role, separated by commas, such as lab-staff=operator, *=viewer (%s)"
              .formatted(e.getMessage()));
    }
  }
}
