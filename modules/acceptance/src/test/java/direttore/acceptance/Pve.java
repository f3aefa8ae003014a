package direttore.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import direttore.simulator.pve.PveSimulator;
import direttore.testkit.AnyServer;
import direttore.testkit.Limit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;

/** An independent look at the simulated cluster, through its own API. */
final class Pve implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private final String base;
  private final String token;
  private final HttpClient http;

  Pve(PveSimulator simulator) {
    this.base = "https://127.0.0.1:%d/api2/json".formatted(simulator.port());
    this.token = "PVEAPIToken=%s=%s".formatted(Lab.TOKEN_ID, Lab.TOKEN_SECRET);
    this.http = HttpClient.newBuilder().sslContext(AnyServer.trusted()).build();
  }

  JsonNode get(String path) {
    return send(HttpRequest.newBuilder(URI.create(base + path)).GET());
  }

  /** Posts parameters and answers the data, a UPID mostly. */
  String post(String path, Map<String, String> parameters) {
    return create(path, parameters).asText();
  }

  /** Posts parameters and answers the data. */
  JsonNode create(String path, Map<String, String> parameters) {
    return write("POST", path, parameters);
  }

  /** Puts parameters. */
  void put(String path, Map<String, String> parameters) {
    write("PUT", path, parameters);
  }

  private JsonNode write(String method, String path, Map<String, String> parameters) {
    var form =
        parameters.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .method(method, BodyPublishers.ofString(form)));
  }

  /** Waits until a task has ended well. */
  void awaitOk(String upid) {
    var path =
        "/nodes/%s/tasks/%s/status"
            .formatted(upid.split(":", -1)[1], URLEncoder.encode(upid, StandardCharsets.UTF_8));
    Awaitility.await()
        .atMost(Limit.NEVER)
        .until(() -> get(path).path("exitstatus").asText().equals("OK"));
  }

  /** The guests of that id on the node: none or one of each kind. */
  List<JsonNode> guests(String node, int vmid) {
    var found = new ArrayList<JsonNode>();
    for (var kind : List.of("qemu", "lxc")) {
      get("/nodes/%s/%s".formatted(node, kind))
          .forEach(g -> {
            if (g.path("vmid").asInt() == vmid) {
              found.add(g);
            }
          });
    }
    return found;
  }

  /** The volumes that belong to that id on any storage of the node. */
  List<String> volumes(String node, int vmid) {
    return elements(get("/nodes/%s/storage".formatted(node)))
        .flatMap(s ->
            elements(
                get("/nodes/%s/storage/%s/content".formatted(node, s.path("storage").asText()))))
        .filter(v -> v.path("vmid").asInt(-1) == vmid)
        .map(v -> v.path("volid").asText())
        .distinct()
        .sorted()
        .toList();
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private JsonNode send(HttpRequest.Builder request) {
    try {
      var response =
          http.send(request.header("Authorization", token).build(), BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new IllegalStateException(
            "%s: %d %s".formatted(response.uri(), response.statusCode(), response.body()));
      }
      return JSON.readTree(response.body()).path("data");
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
