package direttore.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A plain client of Direttore's REST API. */
public final class JsonClient implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration PAUSE = Duration.ofMillis(20);
  private final String base;
  private final String token;
  private final HttpClient http = HttpClient.newHttpClient();

  public JsonClient(int port) {
    this(port, "");
  }

  /**
   * A client that is somebody.
   *
   * @param token an API token; empty for nobody
   */
  public JsonClient(int port, String token) {
    this.base = "http://127.0.0.1:" + port;
    this.token = token;
  }

  /** An answer: its status and its body as JSON, a missing node when there was none. */
  public record Answer(int status, JsonNode body) {}

  public Answer get(String path) {
    return send(HttpRequest.newBuilder(URI.create(base + path)).GET());
  }

  /** Posts JSON, or nothing when the text is empty; further headers as name, value, name, … */
  public Answer post(String path, String json, String... headers) {
    var request = HttpRequest.newBuilder(URI.create(base + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    if (!json.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    return send(request.POST(BodyPublishers.ofString(json)));
  }

  /** Waits until the program answers that it is ready. */
  public void awaitReady(Duration patience) {
    await(patience, "readiness", () -> ready() ? new Answer(200, JSON.missingNode()) : null);
  }

  private boolean ready() {
    try {
      return get("/health/ready").status() == 200;
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  /** Waits until the answer's body is as expected, and answers it. */
  public JsonNode awaitBody(String path, Duration patience, Predicate<JsonNode> expected) {
    return await(
            patience,
            path,
            () -> {
              var answer = get(path);
              return answer.status() == 200 && expected.test(answer.body()) ? answer : null;
            })
        .body();
  }

  /** Waits until an operation has ended. */
  public JsonNode awaitEnd(String operation, Duration patience) {
    return awaitBody(
        "/api/operations/" + operation,
        patience,
        o -> !o.path("status").asText().matches("queued|running"));
  }

  private interface Attempt {
    @Nullable Answer answer();
  }

  private static Answer await(Duration patience, String what, Attempt attempt) {
    var end = Instant.now().plus(patience);
    while (Instant.now().isBefore(end)) {
      var answer = attempt.answer();
      if (answer != null) {
        return answer;
      }
      rest();
    }
    throw new IllegalStateException("no " + what + " within " + patience);
  }

  private static void rest() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private Answer send(HttpRequest.Builder request) {
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      var response = http.send(request.build(), BodyHandlers.ofByteArray());
      var body = response.body();
      return new Answer(
          response.statusCode(), body.length == 0 ? JSON.missingNode() : JSON.readTree(body));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
