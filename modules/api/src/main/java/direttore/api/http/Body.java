package direttore.api.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Reads what a request carries: a JSON object, or a form where another server sends one. */
public final class Body {
  private Body() {}

  /** The object; refuses what is no JSON, or no object. */
  public static ObjectNode object(ServerRequest req) {
    var bytes = read(req);
    requireJson(req);
    return noted(req, parse(bytes));
  }

  /** The object, or an empty one for a request without body. */
  public static ObjectNode optionalObject(ServerRequest req) {
    var bytes = read(req);
    if (bytes.length == 0) {
      return JsonNodeFactory.instance.objectNode();
    }
    requireJson(req);
    return noted(req, parse(bytes));
  }

  /**
   * The fields of a form, {@code application/x-www-form-urlencoded}; refuses one that comes twice.
   */
  public static ObjectNode form(ServerRequest req) {
    var bytes = read(req);
    if (!isOf(req, "application/x-www-form-urlencoded")) {
      throw HttpRefusal.notForm();
    }
    var fields = JsonNodeFactory.instance.objectNode();
    var text = new String(bytes, StandardCharsets.UTF_8);
    for (var pair : text.isEmpty() ? List.<String>of() : List.of(text.split("&", -1))) {
      var parts = pair.split("=", 2);
      var name = decoded(parts[0]);
      if (fields.has(name)) {
        throw HttpRefusal.malformed("a field comes more than once");
      }
      fields.put(name, parts.length > 1 ? decoded(parts[1]) : "");
    }
    return noted(req, fields);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw HttpRefusal.malformed("not a valid form: a %-escape is incomplete");
    }
  }

  private static ObjectNode noted(ServerRequest req, ObjectNode body) {
    AuditedRequest.of(req).asked(body);
    return body;
  }

  private static byte[] read(ServerRequest req) {
    if (!req.content().hasEntity()) {
      return new byte[0];
    }
    try (var in = req.content().inputStream()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void requireJson(ServerRequest req) {
    if (!isOf(req, "application/json")) {
      throw HttpRefusal.notJson();
    }
  }

  private static boolean isOf(ServerRequest req, String wanted) {
    var headers = req.headers();
    var type =
        headers.contains(HeaderNames.CONTENT_TYPE)
            ? headers.get(HeaderNames.CONTENT_TYPE).get()
            : "";
    var essence = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return essence.equals(wanted);
  }

  private static ObjectNode parse(byte[] bytes) {
    try {
      JsonNode tree = Json.tree(bytes);
      if (tree instanceof ObjectNode object) {
        return object;
      }
      throw HttpRefusal.malformed("expected a JSON object");
    } catch (JsonProcessingException e) {
      throw HttpRefusal.malformed("not valid JSON%s: %s".formatted(place(e), reason(e)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String place(JsonProcessingException e) {
    var at = e.getLocation();
    return at == null ? "" : " at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
  }

  private static String reason(JsonProcessingException e) {
    return switch (e) {
      case JsonEOFException early -> "it ends too early";
      case StreamConstraintsException huge -> "it nests too deep, or a value is too long";
      case MismatchedInputException more -> "more follows after its end";
      // Jackson goes on with hints for the programmer, in brackets or after a colon.
      default -> e.getOriginalMessage().replaceFirst("( \\(|: ).*", "");
    };
  }
}
