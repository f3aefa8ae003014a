package direttore.simulator.pve.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import direttore.simulator.pve.http.FormDecoder;
import direttore.simulator.pve.http.RequestHead;
import direttore.simulator.pve.schema.ParameterErrors;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Collects the parameters of a request: the query over the body. */
final class Arguments {
  private static final TypeReference<LinkedHashMap<String, Object>> OBJECT =
      new TypeReference<>() {};

  private final ObjectMapper json;

  Arguments(ObjectMapper json) {
    this.json = json;
  }

  /** The parameters as they were sent; {@code _dc} only defeats caches. */
  Map<String, Object> of(RequestHead head, byte[] body) {
    var sent = new LinkedHashMap<String, Object>(body.length == 0 ? Map.of() : content(head, body));
    sent.putAll(FormDecoder.decode(head.query()));
    sent.remove("_dc");
    sent.values().removeIf(Objects::isNull);
    return sent;
  }

  /** Refuses a parameter that contradicts the path. */
  static void agree(Map<String, String> path, Map<String, Object> sent) {
    var conflicts = new TreeMap<String, String>();
    path.forEach((name, value) -> {
      if (sent.containsKey(name) && !value.equals(String.valueOf(sent.get(name)))) {
        conflicts.put(
            name, "duplicate parameter (already defined in URI) with conflicting values!");
      }
    });
    if (!conflicts.isEmpty()) {
      throw new ParameterErrors(conflicts);
    }
  }

  private Map<String, Object> content(RequestHead head, byte[] body) {
    if (!head.headers().text("Content-Type").startsWith("application/json")) {
      return FormDecoder.decode(new String(body, StandardCharsets.UTF_8));
    }
    try {
      return json.readValue(body, OBJECT);
    } catch (JsonProcessingException e) {
      var at = e.getLocation() == null ? 0 : e.getLocation().getCharOffset();
      throw new Failure(
          "malformed JSON string, neither tag, array, object, number, string or atom, at character"
              + " offset %d at /usr/share/perl5/PVE/APIServer/AnyEvent.pm line 930.".formatted(at));
    } catch (IOException e) {
      throw new Failure("unable to read the request body");
    }
  }
}
