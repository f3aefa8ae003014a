package direttore.api.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import direttore.domain.Refusal;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The parameters after the question mark. */
public final class Query {
  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,9}");

  private Query() {}

  /** The parameter's text, or null when it is absent; an empty one is refused. */
  public static @Nullable String text(ServerRequest req, String name) {
    // One without an equals sign is there too, and has no value.
    return req.query().contains(name) ? notEmpty(name, req.query().first(name).orElse("")) : null;
  }

  private static String notEmpty(String name, String value) {
    if (value.isBlank()) {
      throw new Refusal.Invalid(name, "must not be empty; leave it out instead");
    }
    return value;
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
    return value == null ? null : Moment.parse(name, value);
  }

  /** The parameter as a moment, of that zone where it has no offset; null when it is absent. */
  public static @Nullable Instant moment(ServerRequest req, String name, ZoneId zone) {
    var value = text(req, name);
    return value == null ? null : Moment.parse(name, value, zone);
  }

  /** All values of a parameter that may come more than once or be joined by commas. */
  public static List<String> texts(ServerRequest req, String name) {
    var all = new ArrayList<String>();
    if (req.query().contains(name) && req.query().all(name).isEmpty()) {
      notEmpty(name, "");
    }
    for (var value : req.query().all(name, List::of)) {
      for (var each : value.split(",", -1)) {
        all.add(notEmpty(name, each).strip());
      }
    }
    return all;
  }

  /** The parameter's JSON, or null when it is absent. */
  public static @Nullable JsonNode json(ServerRequest req, String name) {
    var value = text(req, name);
    try {
      return value == null ? null : Json.tree(value.getBytes(UTF_8));
    } catch (IOException e) {
      throw new Refusal.Invalid(name, "must be JSON");
    }
  }

  /** The parameter's whole number, or what holds without it. */
  public static int integer(ServerRequest req, String name, int otherwise) {
    var value = text(req, name);
    if (value == null) {
      return otherwise;
    }
    if (!WHOLE.matcher(value).matches()) {
      throw new Refusal.Invalid(name, "must be a whole number");
    }
    return Integer.parseInt(value);
  }

  /** The same, refused outside of these bounds. */
  public static int integer(ServerRequest req, String name, int otherwise, int least, int most) {
    var value = integer(req, name, otherwise);
    if (value < least || value > most) {
      throw new Refusal.Invalid(name, "must be %d to %d".formatted(least, most));
    }
    return value;
  }

  /** Before which number a page ends, newest first: what {@code next} of the page before says. */
  public static long before(ServerRequest req) {
    var after = text(req, "after");
    if (after == null) {
      return Long.MAX_VALUE;
    }
    if (!after.matches("[0-9]{1,18}")) {
      throw new Refusal.Invalid("after", "must be the next of the page before");
    }
    return Long.parseLong(after);
  }
}
