package direttore.simulator.netbox.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** A value that a field does not take. */
final class WrongValue extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient JsonNode errors;

  WrongValue(String words) {
    super(words);
    this.errors = JsonNodeFactory.instance.arrayNode().add(words);
  }

  WrongValue(JsonNode errors) {
    super(errors.toString());
    this.errors = errors;
  }

  JsonNode errors() {
    return errors;
  }
}
