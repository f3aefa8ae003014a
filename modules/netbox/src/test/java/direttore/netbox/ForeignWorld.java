package direttore.netbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What people other than Direttore have in a NetBox, and change by hand. */
final class ForeignWorld implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> PATHS =
      List.of(
          "extras/tags/",
          "extras/journal-entries/",
          "extras/image-attachments/",
          "tenancy/tenants/",
          "tenancy/contacts/",
          "tenancy/contact-roles/",
          "tenancy/contact-assignments/",
          "ipam/prefixes/",
          "ipam/ip-addresses/",
          "ipam/services/",
          "dcim/mac-addresses/",
          "virtualization/cluster-types/",
          "virtualization/clusters/",
          "virtualization/virtual-machines/",
          "virtualization/interfaces/",
          "virtualization/virtual-disks/");

  private final HttpClient http = HttpClient.newHttpClient();
  private final String base;
  private final String token;
  private final Map<String, String> theirs = new TreeMap<>();

  ForeignWorld(int port, String token) {
    this.base = "http://127.0.0.1:%d/api/".formatted(port);
    this.token = token;
  }

  JsonNode send(String method, String path, String body) {
    var request =
        HttpRequest.newBuilder(URI.create(base + path))
            .method(method, BodyPublishers.ofString(body))
            .header("Authorization", "Token " + token)
            .header("Accept", "application/json")
            .header("Content-Type", "application/json")
            .build();
    try {
      var answer = http.send(request, BodyHandlers.ofString());
      return answer.body().isEmpty() ? JSON.missingNode() : JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  List<JsonNode> list(String path) {
    return send("GET", path + (path.contains("?") ? "&" : "?") + "limit=1000", "")
        .path("results")
        .valueStream()
        .toList();
  }

  /** Makes something of theirs; answers its id. */
  long make(String path, String body) {
    var made = send("POST", path, body.replace('\'', '"'));
    if (!made.has("id")) {
      throw new AssertionError("%s: %s".formatted(body, made));
    }
    theirs.put(path + made.path("id").asText(), "");
    return made.path("id").asLong();
  }

  /** Something that was ours and is theirs by now. */
  void takeOver(String path, long id) {
    theirs.put(path + id, "");
  }

  /** Takes something of theirs away. */
  void take(String path, long id) {
    send("DELETE", path + id + "/", "");
    theirs.remove(path + id);
  }

  /** Notes how all of it is now. */
  void note() {
    var now = now();
    theirs.replaceAll((object, before) -> now.getOrDefault(object, ""));
  }

  /** What of theirs is otherwise than it was noted. */
  List<String> changed() {
    var now = now();
    var changed = new ArrayList<String>();
    theirs.forEach((object, before) -> {
      var is = now.getOrDefault(object, "gone");
      if (!is.equals(before)) {
        changed.add("%s was %s and is %s".formatted(object, before, is));
      }
    });
    return changed;
  }

  private Map<String, String> now() {
    var now = new TreeMap<String, String>();
    for (var path : PATHS) {
      for (var row : list(path)) {
        now.put(path + row.path("id").asText(), own(row).toString());
      }
    }
    return now;
  }

  /** What is said of an object itself: of another that it names, its id, and nothing counted. */
  private static JsonNode own(JsonNode row) {
    if (row instanceof ObjectNode object) {
      object.remove(
          object.propertyStream().map(Map.Entry::getKey).filter(ForeignWorld::isCount).toList());
      for (var field : object.properties()) {
        field.setValue(
            field.getValue().has("url") ? field.getValue().path("id") : own(field.getValue()));
      }
    } else if (row instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, array.get(i).has("url") ? array.get(i).path("id") : own(array.get(i)));
      }
    }
    return row;
  }

  private static boolean isCount(String key) {
    return key.matches(".*_count|allocated_.*|tagged_items");
  }

  @Override
  public void close() {
    http.close();
  }
}
