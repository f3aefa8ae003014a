package direttore.app.settings;

import direttore.domain.access.SessionRules;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether people sign in, and for how long.
 *
 * @param required false lets everybody do everything
 * @param oidc absent where no other server vouches for people
 */
public record AccessSettings(boolean required, SessionRules sessions, Optional<OidcSettings> oidc) {
  static AccessSettings of(Given given) {
    var idle = Duration.ofMinutes(given.integer(Setting.SESSION_IDLE_MINUTES, 1, 44_640));
    var longest = Duration.ofHours(given.integer(Setting.SESSION_HOURS, 1, 8784));
    return new AccessSettings(
        required(given),
        new SessionRules(idle, longest.compareTo(idle) < 0 ? idle : longest),
        OidcSettings.of(given));
  }

  private static boolean required(Given given) {
    return switch (given.required(Setting.AUTH_MODE).toLowerCase(Locale.ROOT)) {
      case "required" -> true;
      case "none" -> false;
      default -> throw given.wrong(Setting.AUTH_MODE, "required or none");
    };
  }
}
