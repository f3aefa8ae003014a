package direttore.netbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import direttore.domain.inventory.InventoryMark;
import direttore.domain.inventory.SourceObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What marks an object of NetBox as Direttore's: its tag, and a key in the description. Whoever
 * puts the tag on something else does not make it ours, and whoever takes it off takes it over.
 */
final class Mark {
  private static final int LONGEST_DESCRIPTION = 200;
  private static final ObjectMapper JSON = new ObjectMapper();

  private Mark() {}

  /** Makes the tag where there is none. */
  static void define(Definitions definitions) {
    definitions.tag(
        InventoryMark.TAG, "Direttore", "607d8b", "Made by Direttore, and removed by it again.");
  }

  /** The tag, as objects are written with it. */
  static List<Map<String, String>> tags() {
    return List.of(Map.of("slug", InventoryMark.TAG));
  }

  /** A description that holds the key, and of the words what fits beside it. */
  static String description(String words, UUID key) {
    var mark = InventoryMark.of(key);
    var room = LONGEST_DESCRIPTION - mark.length() - 1;
    var kept = words.codePointCount(0, words.length()) > room ? cut(words, room) : words;
    return kept.isBlank() ? mark : kept.strip() + " " + mark;
  }

  private static String cut(String words, int most) {
    return words.substring(0, words.offsetByCodePoints(0, most - 1)) + "…";
  }

  /** Whether it has the tag. */
  static boolean isOn(SourceObject object) {
    return isTagged(json(object));
  }

  private static boolean isTagged(JsonNode object) {
    return object
        .path("tags")
        .valueStream()
        .anyMatch(tag -> tag.path("slug").asText().equals(InventoryMark.TAG));
  }

  /** Whether it has the tag and some key. */
  static boolean isOn(JsonNode object) {
    return isTagged(object) && InventoryMark.in(object.path("description").asText()).isPresent();
  }

  /** Whether it has the tag and that key. */
  static boolean isOn(JsonNode object, UUID key) {
    return isTagged(object) && object.path("description").asText().contains(InventoryMark.of(key));
  }

  /** An object as a tree. */
  static JsonNode json(SourceObject object) {
    try {
      return JSON.readTree(object.json());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("an object of NetBox is not JSON", e);
    }
  }
}
