package direttore.simulator.netbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** A client of a simulated NetBox that says what came back. */
final class RestClient implements AutoCloseable {
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ObjectMapper json = new ObjectMapper();
  private final String origin;
  private final String authorization;

  RestClient(SimulatedNetBox netBox) {
    this(netBox.url(), "Token " + netBox.token());
  }

  RestClient(String origin, String authorization) {
    this.origin = origin;
    this.authorization = authorization;
  }

  Reply get(String path) {
    return send("GET", path, "");
  }

  Reply post(String path, String body) {
    return send("POST", path, body);
  }

  Reply patch(String path, String body) {
    return send("PATCH", path, body);
  }

  Reply delete(String path) {
    return send("DELETE", path, "");
  }

  /** Makes an object and gives its number. */
  long make(String path, String body) {
    var reply = post(path, body);
    if (reply.status() != 201) {
      throw new AssertionError(path + " answered " + reply);
    }
    return reply.body().path("id").asLong();
  }

  Reply send(String method, String path, String body, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create(origin + path))
            .header("Authorization", authorization)
            .header("Accept", "application/json")
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      var response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      var text = new String(response.body(), StandardCharsets.UTF_8);
      var page = text.startsWith("<");
      return new Reply(response, text.isEmpty() || page ? json.nullNode() : json.readTree(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    http.close();
  }

  /** An answer with its JSON. */
  record Reply(HttpResponse<byte[]> response, JsonNode body) {
    int status() {
      return response.statusCode();
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    @Override
    public String toString() {
      return status() + " " + body;
    }
  }
}
