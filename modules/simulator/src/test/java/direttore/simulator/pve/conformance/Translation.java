package direttore.simulator.pve.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Recorded tickets, secrets, digests and UPIDs in terms of the server that answers now. */
final class Translation {
  private static final String[] NAMES = {
    "ticket", "CSRFPreventionToken", "value", "digest", "upid", "password", "port"
  };

  private final Map<String, String> ours = new LinkedHashMap<>();

  Translation() {
    ours.put("local:iso/tiny.iso", "local:iso/debian-12.5.0-amd64-netinst.iso");
    // The recorded machine did not listen to its power button.
    ours.put("lab;test", "lab;deaf");
    ours.put("alpine-3.22-mini_3.22.1_amd64.tar.gz", "alpine-3.20-default_20240908_amd64.tar.xz");
  }

  /** Learns from a recorded answer and ours to the same request. */
  void learn(JsonNode recorded, JsonNode answered) {
    var theirs = recorded.path("data");
    var now = answered.path("data");
    if (theirs.isTextual() && theirs.asText().startsWith("UPID:") && now.isTextual()) {
      ours.put(theirs.asText(), now.asText());
    }
    for (var name : NAMES) {
      if (theirs.path(name).isTextual() && now.path(name).isTextual()) {
        ours.put(theirs.path(name).asText(), now.path(name).asText());
      }
    }
  }

  /** Do we have a counterpart for that text? */
  boolean knows(String text) {
    return ours.containsKey(text);
  }

  /** A text with each recorded value replaced, as it is and percent-encoded. */
  String apply(String text) {
    var result = text;
    for (var pair : ours.entrySet()) {
      if (pair.getKey().length() > 6) {
        result = result.replace(pair.getKey(), pair.getValue());
        result = result.replace(encoded(pair.getKey()), encoded(pair.getValue()));
      }
    }
    return result;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
