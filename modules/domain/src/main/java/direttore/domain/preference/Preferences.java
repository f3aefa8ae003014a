package direttore.domain.preference;

import direttore.domain.Refusal;
import direttore.domain.access.MailAddress;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody prefers.
 *
 * @param zone in which times are told them; null for the lab's
 * @param locale how dates are written for them; null for the lab's
 * @param mail where mail reaches them, or null
 * @param mails whether mail is sent there
 */
public record Preferences(
    @Nullable ZoneId zone, @Nullable Locale locale, @Nullable MailAddress mail, boolean mails) {
  public static final Preferences NONE = new Preferences(null, null, null, true);

  /** A zone by its name, such as {@code Europe/Rome}. */
  public static ZoneId zoneNamed(String name) {
    if (!ZoneId.getAvailableZoneIds().contains(name)) {
      throw new Refusal.Invalid("time_zone", "must be the name of a zone, such as Europe/Rome");
    }
    return ZoneId.of(name);
  }

  /** A language by its tag, such as {@code en-GB}. */
  public static Locale localeTagged(String tag) {
    return localeOf(tag)
        .orElseThrow(() ->
            new Refusal.Invalid(
                "locale", "must be the tag of a known language, such as en-GB or it"));
  }

  /** The same; empty where there is none. */
  public static Optional<Locale> localeOf(String tag) {
    return Arrays.stream(Locale.getAvailableLocales())
        .filter(locale -> !tag.isEmpty() && locale.toLanguageTag().equals(tag))
        .findFirst();
  }
}
