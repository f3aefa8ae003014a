package direttore.simulator.pve.conformance;

import direttore.testkit.AnyServer;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Speaks HTTP or HTTPS, shows the reason phrase, and takes any certificate. */
final class Http {
  private final String origin;
  private final SSLContext trusting = AnyServer.trusted();

  Http(URI origin) {
    this.origin = origin.toString().replaceAll("/$", "");
  }

  /** What came back. */
  record Answer(int status, String reason, String contentType, String body) {}

  Answer send(String verb, String target, Map<String, String> headers, String body)
      throws IOException {
    var connection = (HttpURLConnection) URI.create(origin + target).toURL().openConnection();
    if (connection instanceof HttpsURLConnection secure) {
      secure.setSSLSocketFactory(trusting.getSocketFactory());
      secure.setHostnameVerifier((name, session) -> true);
    }
    connection.setRequestMethod(verb);
    connection.setReadTimeout(60_000);
    headers.forEach(connection::setRequestProperty);
    if (!body.isEmpty()) {
      connection.setDoOutput(true);
      var bytes = body.getBytes(StandardCharsets.UTF_8);
      try (var to = connection.getOutputStream()) {
        to.write(bytes);
      }
    }
    return answer(connection);
  }

  private static Answer answer(HttpURLConnection connection) throws IOException {
    var status = connection.getResponseCode();
    try (var from = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
      return new Answer(
          status,
          text(connection.getResponseMessage()),
          text(connection.getContentType()),
          from == null ? "" : new String(from.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
