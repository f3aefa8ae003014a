package direttore.netbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tags to be put on an object and taken off it. In {@code tags}, NetBox takes the whole set, so
 * that what another put there meanwhile would be lost (netbox-proxbox 337).
 */
final class TagChange {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private final JsonNode there;
  private final Set<String> add = new TreeSet<>();
  private final Set<String> remove = new TreeSet<>();

  /**
   * @param there the tags that it has
   * @param add slugs
   * @param remove slugs
   */
  TagChange(JsonNode there, Set<String> add, Set<String> remove) {
    this.there = there;
    var slugs = new TreeSet<String>();
    there.forEach(tag -> slugs.add(slug(tag)));
    this.add.addAll(add);
    this.add.removeAll(slugs);
    this.remove.addAll(remove);
    this.remove.retainAll(slugs);
  }

  /** Whether all is so already. */
  boolean isEmpty() {
    return add.isEmpty() && remove.isEmpty();
  }

  /** What is to be written, in the words of the release. */
  ObjectNode body(Release release) {
    var body = NODES.objectNode();
    if (!release.addsTags()) {
      return body.set("tags", merged());
    }
    if (!add.isEmpty()) {
      body.set("add_tags", bySlug(add));
    }
    if (!remove.isEmpty()) {
      body.set("remove_tags", bySlug(remove));
    }
    return body;
  }

  private ArrayNode merged() {
    var merged = bySlug(add);
    for (var tag : there) {
      if (!remove.contains(slug(tag))) {
        merged.addObject().set("id", tag.path("id"));
      }
    }
    return merged;
  }

  private static ArrayNode bySlug(Set<String> slugs) {
    var tags = NODES.arrayNode();
    slugs.forEach(slug -> tags.addObject().put("slug", slug));
    return tags;
  }

  private static String slug(JsonNode tag) {
    return tag.path("slug").asText();
  }
}
