package direttore.api.http;

import direttore.domain.Refusal;
import io.helidon.webserver.http.ServerRequest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The parameters after the question mark. */
public final class Query {
  private Query() {}

  /** The parameter's text, or null when it is absent or empty. */
  public static @Nullable String text(ServerRequest req, String name) {
    var value = req.query().first(name).orElse("");
    return value.isEmpty() ? null : value;
  }

  /** The parameter's text, or what holds without it. */
  public static String text(ServerRequest req, String name, String otherwise) {
    return Objects.requireNonNullElse(text(req, name), otherwise);
  }

  /** The parameter as a flag, null when it is absent. */
  public static @Nullable Boolean flag(ServerRequest req, String name) {
    return switch (text(req, name, "")) {
      case "" -> null;
      case "true" -> true;
      case "false" -> false;
      default -> throw new Refusal.Invalid(name, "must be true or false");
    };
  }

  /** The parameter as a moment, null when it is absent. */
  public static @Nullable Instant moment(ServerRequest req, String name) {
    var value = text(req, name);
    try {
      return value == null ? null : OffsetDateTime.parse(value).toInstant();
    } catch (DateTimeParseException e) {
      throw new Refusal.Invalid(name, "must be a date and time such as 2026-03-01T09:00:00Z");
    }
  }

  /** All values of a parameter that may come more than once or be joined by commas. */
  public static List<String> texts(ServerRequest req, String name) {
    var all = new ArrayList<String>();
    for (var value : req.query().all(name, List::of)) {
      for (var each : value.split(",", -1)) {
        if (!each.isBlank()) {
          all.add(each.strip());
        }
      }
    }
    return all;
  }

  /** The parameter's whole number, or what holds without it. */
  public static int integer(ServerRequest req, String name, int otherwise) {
    var value = text(req, name);
    if (value == null) {
      return otherwise;
    }
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new Refusal.Invalid(name, "must be a whole number");
    }
  }
}
