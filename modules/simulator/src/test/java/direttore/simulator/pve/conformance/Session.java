package direttore.simulator.pve.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.awaitility.Awaitility;

/** A signed-in client of {@code /api2/json} that takes what comes. */
final class Session {
  private final Http http;
  private final Map<String, String> headers = new LinkedHashMap<>();

  Session(URI origin, String user, String password) throws IOException {
    http = new Http(origin);
    var answer =
        Recording.json(
            send("POST", "/access/ticket", Map.of("username", user, "password", password)).body());
    var data = answer.path("data");
    headers.put("Cookie", "PVEAuthCookie=" + encoded(data.path("ticket").asText()));
    headers.put("CSRFPreventionToken", data.path("CSRFPreventionToken").asText());
  }

  Http.Answer send(String verb, String path, Map<String, String> parameters) throws IOException {
    var form = new StringBuilder();
    parameters.forEach((name, value) ->
        form.append(form.isEmpty() ? "" : "&")
            .append(encoded(name))
            .append('=')
            .append(encoded(value)));
    var inQuery = verb.equals("GET") || verb.equals("DELETE");
    var target = "/api2/json" + path + (inQuery && !form.isEmpty() ? "?" + form : "");
    var all = new LinkedHashMap<>(headers);
    if (!inQuery) {
      all.put("Content-Type", "application/x-www-form-urlencoded");
    }
    return http.send(verb, target, all, inQuery ? "" : form.toString());
  }

  /** What stands under {@code data} of an answer that must be 200. */
  JsonNode call(String verb, String path, Map<String, String> parameters) throws IOException {
    var answer = send(verb, path, parameters);
    if (answer.status() != 200) {
      throw new IllegalStateException(
          "%s %s %s: %d %s %s"
              .formatted(verb, path, parameters, answer.status(), answer.reason(), answer.body()));
    }
    return Recording.json(answer.body()).path("data");
  }

  /** Calls, and where the answer is a task, waits for its end; the exit status or an empty text. */
  String finish(String verb, String path, Map<String, String> parameters) throws IOException {
    var data = call(verb, path, parameters);
    if (!data.asText().startsWith("UPID:")) {
      return "";
    }
    var upid = data.asText();
    var status = "/nodes/%s/tasks/%s/status".formatted(upid.split(":", 3)[1], upid);
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> call("GET", status, Map.of()).path("status").asText().equals("stopped"));
    return call("GET", status, Map.of()).path("exitstatus").asText();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
