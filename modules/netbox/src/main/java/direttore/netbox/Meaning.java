package direttore.netbox;

import direttore.domain.system.SystemFailure.Kind;
import direttore.transport.HostAnswer;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What an answer that is no success means. */
final class Meaning {
  private static final int FIRST_REDIRECT = 300;
  private static final int FIRST_ERROR = 400;
  private static final int FIRST_FAULT = 500;
  private static final String SAYS = "NetBox says: ";

  /** Of 4.4 to 4.7; the last three are the database's own. */
  private static final Pattern EXISTS =
      Pattern.compile(
          "already exists|must be unique|must have a unique value"
              + "|Duplicate (IP address|prefix) found|overlap with range"
              + "|duplicate key value|unique constraint|is violated",
          Pattern.CASE_INSENSITIVE);

  /** What proxies say of a NetBox that cannot answer now; NetBox itself has no such answers. */
  private static final Set<Integer> NOT_NOW = Set.of(429, 502, 503, 504);

  /**
   * How 403 begins where the token itself is no good: NetBox has no 401, and only the text tells
   * this from a missing right.
   */
  private static final String[] OF_THE_TOKEN = {
    "Authentication credentials were not provided",
    "Invalid v1 token",
    "Invalid v2 token",
    "Invalid token",
    "Invalid authorization header",
    "Token expired",
    "Token disabled",
    "Source IP"
  };

  private Meaning() {}

  /** Whether asking again in a moment may help. */
  static boolean notNow(HostAnswer answer) {
    return NOT_NOW.contains(answer.status());
  }

  /** Whether it is one that was asked for. */
  static boolean success(HostAnswer answer) {
    return answer.status() >= 200 && answer.status() < FIRST_REDIRECT;
  }

  /** The failure that another answer is. */
  static NetBoxFailure of(HostAnswer answer) {
    var words = ErrorText.of(answer);
    if (answer.status() < FIRST_ERROR) {
      var where = answer.headers().getOrDefault("location", "elsewhere");
      return new NetBoxFailure(
          new Kind.Refused(),
          "NetBox sends us to %s, where nothing is asked: NETBOX_URL must be where it is itself"
              .formatted(where));
    }
    return new NetBoxFailure(kind(answer, words), SAYS + words);
  }

  /**
   * The failure that the answer to a write is. NetBox does a request whole or not at all, so that
   * its own errors mean that nothing was done; of one from somebody on the way nobody knows.
   */
  static NetBoxFailure ofWrite(HostAnswer answer) {
    var words = ErrorText.of(answer);
    if (answer.status() >= FIRST_FAULT && !Release.answered(answer)) {
      return new NetBoxFailure(
          new Kind.AnswerLost(),
          "NetBox may have done it, but instead of its answer came: " + words);
    }
    return switch (answer.status()) {
      case 400, 500 -> new NetBoxFailure(ofValues(words), SAYS + words);
      // In use, no room, or changed since it was read.
      case 409, 412 -> new NetBoxFailure(new Kind.WrongState(), SAYS + words);
      default -> of(answer);
    };
  }

  /** Equal requests at once meet in the database, whose words come with status 500. */
  private static Kind ofValues(String words) {
    if (EXISTS.matcher(words).find()) {
      return new Kind.Exists();
    }
    return words.contains("deadlock detected")
        ? new Kind.Locked("another change")
        : new Kind.Refused();
  }

  private static Kind kind(HostAnswer answer, String words) {
    if (notNow(answer)) {
      return new Kind.Unreachable();
    }
    return switch (answer.status()) {
      case 401 -> new Kind.NotSignedIn();
      case 403 -> ofTheToken(words) ? new Kind.NotSignedIn() : new Kind.Forbidden();
      // A page instead of JSON: not the object is missing, but the path.
      case 404 -> ErrorText.html(answer) ? new Kind.Refused() : new Kind.Absent();
      default -> new Kind.Refused();
    };
  }

  private static boolean ofTheToken(String words) {
    return Stream.of(OF_THE_TOKEN).anyMatch(words::startsWith);
  }
}
