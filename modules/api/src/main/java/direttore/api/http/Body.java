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
import java.util.Locale;

/** Reads the JSON object that a request carries. */
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

  private static ObjectNode noted(ServerRequest req, ObjectNode body) {
    Visit.of(req).asked(body);
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
    var headers = req.headers();
    var type =
        headers.contains(HeaderNames.CONTENT_TYPE)
            ? headers.get(HeaderNames.CONTENT_TYPE).get()
            : "";
    var essence = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (!essence.equals("application/json")) {
      throw HttpRefusal.notJson();
    }
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
