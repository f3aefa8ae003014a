package direttore.netbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import direttore.domain.system.SystemFailure.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Finds what was made by the key in its description. */
final class Marked {
  private static final String DESCRIPTION = "description";
  private static final int FEW = 50;

  /** NetBox hands out addresses one after the other: 64 at once took 5 s. */
  private static final int LOOKS = 4;

  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final NetBoxApi api;

  Marked(NetBoxApi api) {
    this.api = api;
  }

  /** The fields, which must hold the key where it is looked for. */
  static ObjectNode holding(UUID key, ObjectNode fields) {
    if (!has(key, fields)) {
      throw new IllegalArgumentException(
          "the description must hold the key %s by which it is found again".formatted(key));
    }
    return fields;
  }

  /** The one that has the key, looked for until it is there, or should be by now. */
  Optional<JsonNode> await(Model model, UUID key) {
    for (int look = 1; look < LOOKS; look++) {
      var found = find(model, key);
      if (found.isPresent()) {
        return found;
      }
      api.pause(PAUSE);
    }
    return find(model, key);
  }

  /** The one that has the key now. */
  Optional<JsonNode> find(Model model, UUID key) {
    var listing = new Listing(api, model.path(), Map.of("description__ic", key.toString()), FEW, 0);
    var found = new ArrayList<JsonNode>();
    while (listing.hasMore()) {
      for (var row : listing.next()) {
        if (!has(key, row)) {
          throw listing.unsure("it was asked for %s and lists more".formatted(key));
        }
        found.add(row);
      }
    }
    if (found.size() > 1) {
      throw new NetBoxFailure(
          new Kind.WrongState(),
          "NetBox has %s %d times, though it was made once: %s"
              .formatted(model, found.size(), key));
    }
    return found.stream().findFirst();
  }

  private static boolean has(UUID key, JsonNode object) {
    return object.path(DESCRIPTION).asText().contains(key.toString());
  }
}
