package direttore.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import direttore.api.http.Route;
import direttore.api.http.RouteTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A client that fails the test when an answer is not as the OpenAPI document says. */
public final class TestClient implements AutoCloseable {
  private static final Contract CONTRACT = new Contract();
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final int port;
  private final RouteTable table;
  private final HttpClient http = HttpClient.newHttpClient();

  TestClient(int port, RouteTable table) {
    this.port = port;
    this.table = table;
  }

  /** An answer. */
  public record Answer(int status, java.net.http.HttpHeaders headers, String body) {
    public JsonNode json() {
      return TestClient.json(body);
    }

    public String header(String name) {
      return headers.firstValue(name).orElse("");
    }

    /** The last word of a problem's type. */
    public String problem() {
      return json().path("type").asText().replace("urn:direttore:problem:", "");
    }

    public String field() {
      return json().path("field").asText();
    }

    public String detail() {
      return json().path("detail").asText();
    }
  }

  /** The tree that a text holds. */
  public static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Answer get(String path, String... headers) {
    return send("GET", path, null, headers);
  }

  public Answer post(String path, String json, String... headers) {
    return send("POST", path, json.getBytes(UTF_8), ofJson(headers));
  }

  /** With a body of JSON, or with none where the text is empty. */
  public Answer sendJson(String method, String path, String json, String... headers) {
    return json.isEmpty()
        ? send(method, path, null, headers)
        : send(method, path, json.getBytes(UTF_8), ofJson(headers));
  }

  public Answer patch(String path, String json, String... headers) {
    return sendJson("PATCH", path, json, headers);
  }

  private static String[] ofJson(String... headers) {
    var all = new String[headers.length + 2];
    System.arraycopy(headers, 0, all, 2, headers.length);
    all[0] = "Content-Type";
    all[1] = "application/json";
    return all;
  }

  public Answer send(String method, String path, byte @Nullable [] body, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)))
            .method(
                method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      var response = http.send(request.build(), BodyHandlers.ofString(UTF_8));
      var answer = new Answer(response.statusCode(), response.headers(), response.body());
      judge(method, path, answer);
      judgeRequest(method, path, body, answer);
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the server sends, byte for byte, without judging it. */
  public HttpResponse<byte[]> raw(String path, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)))
            .headers(headers)
            .build();
    try {
      return http.send(request, BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void judge(String method, String path, Answer answer) {
    var where = "%s %s answered %d: %s".formatted(method, path, answer.status(), answer.body());
    assertThat(answer.header("X-Request-Id")).as(where).isNotEmpty();
    var route = route(method, path);
    if (method.equals("HEAD")) {
      assertThat(answer.body()).isEmpty();
    } else if (route.isPresent()) {
      var type = answer.header("Content-Type").split(";", 2)[0];
      assertThat(CONTRACT.broken(route.get(), answer.status(), type, answer.body()))
          .as(where)
          .isEmpty();
    } else if (answer.status() >= 400) {
      assertThat(answer.status()).as(where).isIn(403, 404, 405, 421);
      assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
      assertThat(CONTRACT.brokenProblem(answer.body())).as(where).isEmpty();
    }
  }

  /** What the server took, the document must allow. */
  private void judgeRequest(String method, String path, byte @Nullable [] body, Answer answer) {
    if (body != null && answer.status() < 300) {
      var route = route(method, path).orElseThrow();
      // A form is written in another way; its fields are judged where it is read.
      if (CONTRACT.takesJson(route)) {
        assertThat(CONTRACT.brokenRequest(route, new String(body, UTF_8)))
            .as("body of %s %s", method, path)
            .isEmpty();
      }
    }
  }

  private Optional<Route> route(String method, String path) {
    var plain = URLDecoder.decode(path.split("\\?", 2)[0].replace("+", "%2B"), UTF_8);
    // Of addresses that fit the first is meant, whatever methods it has.
    var meant =
        table.routes().stream().filter(r -> plain.matches(pattern(r))).map(Route::path).findFirst();
    return table.routes().stream()
        .filter(r -> r.method().text().equals(method))
        .filter(r -> meant.filter(r.path()::equals).isPresent())
        .findFirst();
  }

  private static String pattern(Route route) {
    return route.path().replaceAll("\\{[a-z_]+}", "[^/]+") + "/?";
  }

  @Override
  public void close() {
    http.close();
  }
}
