package direttore.api.http;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import java.util.Map;

/** The {@code Content-Type} of our own files, by the ending of their names. */
public final class MediaTypes {
  private static final Map<String, String> BY_ENDING =
      Map.of(
          "css", "text/css; charset=utf-8",
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "json", "application/json",
          "png", "image/png",
          "svg", "image/svg+xml",
          "txt", "text/plain; charset=utf-8",
          "woff2", "font/woff2",
          "yaml", "application/yaml");

  private MediaTypes() {}

  /** The header for a file of that name. */
  public static Header of(String file) {
    var ending = file.substring(file.lastIndexOf('.') + 1);
    return HeaderValues.create(
        HeaderNames.CONTENT_TYPE, BY_ENDING.getOrDefault(ending, "application/octet-stream"));
  }
}
