package direttore.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import direttore.simulator.netbox.NetBoxOptions;
import direttore.simulator.netbox.SimulatedNetBox;
import direttore.simulator.traffic.Answered;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;

/** An empty simulated NetBox that worker processes write to, and that a test looks into. */
final class NetBoxOfTests implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TOKEN = "0123456789abcdef0123456789abcdef01234567";

  private final HttpClient http = HttpClient.newHttpClient();
  private final SimulatedNetBox netbox = SimulatedNetBox.start(NetBoxOptions.empty(TOKEN));

  /** What a process that uses it is told. */
  Map<String, String> settings() {
    return Map.of("NETBOX_URL", netbox.url(), "NETBOX_TOKEN", TOKEN, "NETBOX_WRITE", "true");
  }

  SimulatedNetBox simulated() {
    return netbox;
  }

  /** Has requests counted from here. */
  void count() {
    netbox.traffic().reset();
  }

  /** The methods of the requests that were counted. */
  List<String> counted() {
    return netbox.traffic().latest().stream().map(Answered::method).toList();
  }

  /** What it has of a list. */
  List<JsonNode> rows(String list) {
    var request =
        HttpRequest.newBuilder(URI.create(netbox.url() + "/api/" + list))
            .header("Authorization", "Token " + TOKEN)
            .build();
    try {
      return JSON.readTree(http.send(request, BodyHandlers.ofString()).body())
          .path("results")
          .valueStream()
          .toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    netbox.close();
    http.close();
  }
}
