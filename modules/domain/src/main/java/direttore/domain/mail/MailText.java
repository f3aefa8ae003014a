package direttore.domain.mail;

import direttore.domain.access.MailAddress;
import direttore.domain.notice.Notice;
import direttore.domain.preference.Preferences;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes what people are told of reservations by mail.
 *
 * @param zone of the lab, for who prefers none
 * @param locale of the lab, for who prefers none
 * @param program where people reach the pages; empty where nobody said
 */
public record MailText(ZoneId zone, Locale locale, Optional<URI> program) {
  /** The mail about a notice, with dates as whoever gets it prefers them. */
  public MailMessage of(UUID id, Notice notice, Preferences preferences, MailAddress to) {
    var times = new Times(preferences);
    return new MailMessage(id, to, subject(notice, times), text(notice, times));
  }

  private static String subject(Notice notice, Times times) {
    var title = notice.title();
    return switch (notice.kind()) {
      case ENDING -> "%s ends at %s".formatted(title, times.time(notice.window().to()));
      case CHECK_IN -> "Check in to %s until %s".formatted(title, times.time(checkInBy(notice)));
      case NO_SHOW -> "%s was returned".formatted(title);
      case REQUESTED -> "%s waits for your approval".formatted(title);
      case BOOKED -> "%s is booked".formatted(title);
      case APPROVED -> "%s was approved".formatted(title);
      case CHANGE_APPROVED -> "The change of %s was approved".formatted(title);
      case OFFERED -> "%s is offered to you".formatted(title);
      case REFUSED -> "%s was refused".formatted(title);
      case CHANGE_REFUSED -> "The change of %s was refused".formatted(title);
      case CANCELLED -> "%s was cancelled".formatted(title);
      case KEPT -> "%s stays as it is".formatted(title);
      case REASSIGNED -> "%s has something else instead".formatted(title);
      case AT_RISK -> "%s: something is out of service".formatted(title);
      case READY -> "%s is ready".formatted(title);
      case DEGRADED -> "%s: not all is ready".formatted(title);
      case ENDED -> "%s has ended".formatted(title);
    };
  }

  private String text(Notice notice, Times times) {
    var lines = new StringBuilder(sentence(notice, times)).append("\n\n");
    lines.append("From %s\n".formatted(times.moment(notice.window().from())));
    lines.append("to   %s\n".formatted(times.moment(notice.window().to())));
    lines.append("Times in %s.\n".formatted(times.zone().getId()));
    var reason = notice.reason();
    if (reason != null && !reason.isBlank()) {
      lines.append("\nWhy: %s\n".formatted(reason));
    }
    program.ifPresent(address ->
        lines.append("\n%s\n".formatted(address.resolve("/reservations/" + notice.reservation()))));
    return lines
        .append("\n--\nYou can switch these mails off in your profile in Direttore.\n")
        .toString();
  }

  private static String sentence(Notice notice, Times times) {
    var title = notice.title();
    var by = notice.actor() == null ? "" : " by " + notice.actor();
    return switch (notice.kind()) {
      case ENDING ->
          "%s ends at %s. You can extend it as long as what it uses is free."
              .formatted(title, times.time(notice.window().to()));
      case CHECK_IN ->
          "Check in to %s until %s. Otherwise it is returned, and what it uses is free for others."
              .formatted(title, times.time(checkInBy(notice)));
      case NO_SHOW -> "%s was returned before its end, as nobody checked in.".formatted(title);
      case REQUESTED ->
          "%s waits for your approval%s."
              .formatted(title, notice.actor() == null ? "" : ", asked for by " + notice.actor());
      case BOOKED -> "%s was booked for you%s.".formatted(title, by);
      case APPROVED -> "%s was approved%s.".formatted(asked(notice), by);
      case CHANGE_APPROVED ->
          "%s was approved%s. It has these times now.".formatted(change(notice), by);
      case OFFERED -> "%s is held for you for a short time. Accept it to keep it.".formatted(title);
      case REFUSED -> "%s was refused%s.".formatted(asked(notice), by);
      case CHANGE_REFUSED ->
          "%s was refused%s. It keeps these times.".formatted(change(notice), by);
      case CANCELLED -> "%s was cancelled%s.".formatted(title, by);
      case KEPT ->
          "What %s uses is closed for all others around it. It stays as it is.".formatted(title);
      case REASSIGNED ->
          "%s has something equal instead of what it cannot have any more.".formatted(title);
      case AT_RISK -> "%s is at risk. Reserve something else, or ask an operator.".formatted(title);
      case READY -> "All that %s brings is ready.".formatted(title);
      case DEGRADED ->
          "Some of what %s brings could not be made. Its page says what, and has a button to try"
                  .formatted(title)
              + " again.";
      case ENDED -> "%s has ended.".formatted(title);
    };
  }

  private static String asked(Notice notice) {
    var asker = notice.askedBy();
    return asker == null
        ? notice.title()
        : "%s, which %s asked for,".formatted(notice.title(), asker);
  }

  private static String change(Notice notice) {
    var asker = notice.askedBy();
    return asker == null
        ? "Your change of %s".formatted(notice.title())
        : "The change of %s that %s asked for".formatted(notice.title(), asker);
  }

  private static Instant checkInBy(Notice notice) {
    return Objects.requireNonNull(notice.checkInBy(), "a check-in is asked for until a moment");
  }

  /** Dates and times for one person. */
  private final class Times {
    private final ZoneId there;
    private final Locale language;

    private Times(Preferences preferences) {
      there = Objects.requireNonNullElse(preferences.zone(), zone);
      language = Objects.requireNonNullElse(preferences.locale(), locale);
    }

    private ZoneId zone() {
      return there;
    }

    private String time(Instant at) {
      return format(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT), at);
    }

    private String moment(Instant at) {
      return format(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT), at);
    }

    private String format(DateTimeFormatter formatter, Instant at) {
      // Old mail programs show the narrow blank of some languages as rubbish.
      return formatter.withLocale(language).withZone(there).format(at).replace('\u202f', ' ');
    }
  }
}
