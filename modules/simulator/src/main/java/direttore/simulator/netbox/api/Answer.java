package direttore.simulator.netbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer.
 *
 * @param type its media type, empty where it has no body
 */
record Answer(int status, String type, String body, Map<String, String> headers) {
  static Answer json(int status, JsonNode body) {
    return new Answer(status, "application/json", body.toString(), Map.of());
  }

  static Answer detail(int status, String words) {
    return json(status, JsonNodeFactory.instance.objectNode().put("detail", words));
  }

  static Answer empty(int status) {
    return new Answer(status, "", "", Map.of());
  }

  static Answer page(int status, String words) {
    var page = "<!DOCTYPE html><html><title>NetBox</title><p>%s</p></html>".formatted(words);
    return new Answer(status, "text/html; charset=utf-8", page, Map.of());
  }

  static Answer text(int status, String words) {
    return new Answer(status, "text/plain", words, Map.of());
  }

  Answer with(String header, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Answer(status, type, body, more);
  }

  boolean isPage() {
    return type.startsWith("text/html");
  }
}
