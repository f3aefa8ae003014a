package direttore.simulator.netbox.api;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request.
 *
 * @param path percent-decoded
 * @param parameters of the query, by name
 * @param headers by their names in lower case
 * @param peer the address of the client
 */
record Request(
    String method,
    String path,
    Map<String, List<String>> parameters,
    Map<String, String> headers,
    String body,
    String peer) {

  static Map<String, List<String>> parameters(@Nullable String query) {
    var all = new TreeMap<String, List<String>>();
    for (var pair : query == null ? new String[0] : query.split("&", -1)) {
      if (!pair.isEmpty()) {
        var cut = pair.indexOf('=');
        var name = decoded(cut < 0 ? pair : pair.substring(0, cut));
        all.computeIfAbsent(name, n -> new ArrayList<>())
            .add(cut < 0 ? "" : decoded(pair.substring(cut + 1)));
      }
    }
    return all;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  String header(String name) {
    return headers.getOrDefault(name, "");
  }

  /** The last value of a parameter, empty where it is not given. */
  String parameter(String name) {
    var values = parameters.get(name);
    return values == null ? "" : values.getLast();
  }

  boolean isRead() {
    return List.of("GET", "HEAD", "OPTIONS").contains(method);
  }

  /** Where links begin. */
  String base() {
    return "http://" + headers.getOrDefault("host", "localhost");
  }
}
