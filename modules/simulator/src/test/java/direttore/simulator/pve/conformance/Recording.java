package direttore.simulator.pve.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import direttore.testkit.SharedFolder;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One recorded exchange with a real Proxmox VE.
 *
 * @param target path and query as sent, from {@code /api2/json} on
 * @param template the method's path, empty where there is no such method
 * @param response the body, empty where there was none
 */
record Recording(
    int number,
    String verb,
    String target,
    String template,
    Map<String, String> headers,
    String body,
    int status,
    String reason,
    String response) {
  private static final String BASE = "/api2/json";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** All in their order, or none where the folder is absent (then it says so). */
  static List<Recording> all() {
    var file = SharedFolder.find("pve/recorded/pve-9.2-real.jsonl");
    if (file.isEmpty()) {
      SharedFolder.skipped("the recorded exchanges of a real Proxmox VE", "shared/pve/recorded");
      return List.of();
    }
    var all = new ArrayList<Recording>();
    for (var line : SharedFolder.read(file.get()).lines().toList()) {
      all.add(parse(all.size(), line));
    }
    return all;
  }

  private static Recording parse(int number, String line) {
    var json = json(line);
    var headers = new LinkedHashMap<String, String>();
    for (var header : json.path("headers")) {
      headers.put(header.get(0).asText().toLowerCase(Locale.ROOT), header.get(1).asText());
    }
    return new Recording(
        number,
        json.path("method").asText(),
        json.path("target").asText(),
        json.path("template").isNull() ? "" : json.path("template").asText(),
        headers,
        json.path("body").asText(""),
        json.path("status").asInt(),
        json.path("reason").asText(""),
        json.path("response").asText(""));
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text + " is not JSON", e);
    }
  }

  /** The path below {@code /api2/json}, without the query. */
  String path() {
    var query = target.indexOf('?');
    return target.substring(BASE.length(), query < 0 ? target.length() : query);
  }

  Map<String, String> pathParameters() {
    var names = template.split("/", -1);
    var values = path().split("/", names.length);
    var found = new LinkedHashMap<String, String>();
    for (var i = 0; i < names.length; i++) {
      if (names[i].startsWith("{")) {
        found.put(names[i].substring(1, names[i].length() - 1), decode(values[i]));
      }
    }
    return found;
  }

  /** Query and body parameters. */
  Map<String, String> parameters() {
    var query = target.indexOf('?');
    var found = form(query < 0 ? "" : target.substring(query + 1));
    found.putAll(form(body));
    return found;
  }

  private static Map<String, String> form(String text) {
    var found = new LinkedHashMap<String, String>();
    for (var pair : text.split("&", -1)) {
      var equals = pair.indexOf('=');
      if (equals > 0) {
        found.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
      }
    }
    return found;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /**
   * {@code errors} of the answer, without those that a method raised after its parameters were
   * right.
   */
  Map<String, String> schemaErrors() {
    var errors = new LinkedHashMap<String, String>();
    if (status == 400) {
      json(response)
          .path("errors")
          .properties()
          .forEach(e -> errors.put(e.getKey(), e.getValue().asText()));
      errors
          .values()
          .removeIf(t -> t.startsWith("no such ") || t.equals("unable to parse worker upid"));
    }
    return errors;
  }

  /** Is it a look at a task that was running then? */
  boolean showsRunningTask() {
    return template.endsWith("/tasks/{upid}/status") && response.contains("\"status\":\"running\"");
  }

  @Override
  public String toString() {
    return "#%d %s %s %s".formatted(number, verb, target, body);
  }
}
