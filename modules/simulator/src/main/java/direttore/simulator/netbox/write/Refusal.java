package direttore.simulator.netbox.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What NetBox answers to a request that it does not carry out. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient JsonNode body;

  /** An answer with that body. */
  public Refusal(int status, JsonNode body) {
    super(status + " " + body);
    this.status = status;
    this.body = body;
  }

  /** An answer that says one thing. */
  public static Refusal detail(int status, String words) {
    return new Refusal(status, JsonNodeFactory.instance.objectNode().put("detail", words));
  }

  /** 400 with an error of one field. */
  public static Refusal field(String name, String words) {
    return new Refusal(400, errors(name, words));
  }

  /** The errors of one field. */
  static ObjectNode errors(String name, String words) {
    var errors = JsonNodeFactory.instance.objectNode();
    errors.putArray(name).add(words);
    return errors;
  }

  /** The status of HTTP. */
  public int status() {
    return status;
  }

  /** The JSON of the answer. */
  public JsonNode body() {
    return body;
  }
}
