package direttore.app.wiring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import direttore.simulator.netbox.NetBoxOptions;
import direttore.simulator.netbox.SimulatedNetBox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;

/** An empty simulated NetBox that somebody else than the program works on too. */
final class NetBoxByHand implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TOKEN = "0123456789abcdef0123456789abcdef01234567";

  private final HttpClient http = HttpClient.newHttpClient();
  private final SimulatedNetBox netbox = SimulatedNetBox.start(NetBoxOptions.empty(TOKEN));

  /** What a program that uses it is told. */
  Map<String, String> settings(String writes) {
    return Map.of("NETBOX_URL", netbox.url(), "NETBOX_TOKEN", TOKEN, "NETBOX_WRITE", writes);
  }

  SimulatedNetBox simulated() {
    return netbox;
  }

  /** What it answers. */
  JsonNode send(String method, String path, String body) {
    var request =
        HttpRequest.newBuilder(URI.create(netbox.url() + "/api/" + path))
            .method(method, BodyPublishers.ofString(body))
            .header("Authorization", "Token " + TOKEN)
            .header("Accept", "application/json")
            .header("Content-Type", "application/json")
            .build();
    try {
      return JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All objects of a list. */
  List<JsonNode> rows(String path) {
    return send("GET", path + "?limit=1000", "").path("results").valueStream().toList();
  }

  @Override
  public void close() {
    netbox.close();
    http.close();
  }
}
