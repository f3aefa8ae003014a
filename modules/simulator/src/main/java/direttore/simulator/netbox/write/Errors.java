package direttore.simulator.netbox.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What is wrong with an object, by field. */
final class Errors {
  static final String ALL = "__all__";

  private final ObjectNode found = JsonNodeFactory.instance.objectNode();

  void add(String field, String words) {
    found.withArray("/" + field).add(words);
  }

  void set(String field, JsonNode errors) {
    found.set(field, errors);
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  ObjectNode asJson() {
    return found;
  }

  /** Throws them, if there are any. */
  void check() {
    if (!isEmpty()) {
      throw new Refusal(400, found);
    }
  }
}
