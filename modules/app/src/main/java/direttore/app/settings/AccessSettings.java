package direttore.app.settings;

import direttore.domain.Refusal;
import direttore.domain.access.SessionRules;
import direttore.domain.allowance.Allowance;
import direttore.domain.allowance.Vlans;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether people sign in, and for how long.
 *
 * @param required false lets everybody do everything
 * @param oidc absent where no other server vouches for people
 * @param users what those who are no operators may put guests on, where their team says nothing
 */
public record AccessSettings(
    boolean required, SessionRules sessions, Optional<OidcSettings> oidc, Allowance users) {
  static AccessSettings of(Given given) {
    var idle = Duration.ofMinutes(given.integer(Setting.SESSION_IDLE_MINUTES, 1, 44_640));
    var longest = Duration.ofHours(given.integer(Setting.SESSION_HOURS, 1, 8784));
    return new AccessSettings(
        required(given),
        new SessionRules(idle, longest.compareTo(idle) < 0 ? idle : longest),
        OidcSettings.of(given),
        new Allowance(
            names(given, Setting.USER_BRIDGES),
            given
                .parsed(
                    Setting.USER_VLANS,
                    "*, or untagged, tags from 1 to 4094 and ranges such as 100-199, separated by"
                        + " commas",
                    AccessSettings::vlans)
                .orElse(null),
            names(given, Setting.USER_STORAGES)));
  }

  private static @Nullable Set<String> names(Given given, Setting setting) {
    var names = given.list(setting);
    return names.contains("*") ? null : Set.copyOf(names);
  }

  /** Within another, as nothing stands for all here and for a wrong text there. */
  private static Optional<Optional<Vlans>> vlans(String text) {
    var items = List.of(text.strip().split("[,\\s]+"));
    try {
      return Optional.of(items.contains("*") ? Optional.empty() : Optional.of(new Vlans(items)));
    } catch (Refusal.Invalid e) {
      return Optional.empty();
    }
  }

  private static boolean required(Given given) {
    return switch (given.required(Setting.AUTH_MODE).toLowerCase(Locale.ROOT)) {
      case "required" -> true;
      case "none" -> false;
      default -> throw given.wrong(Setting.AUTH_MODE, "required or none");
    };
  }
}
