package direttore.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import direttore.simulator.fault.Fault;
import direttore.simulator.fault.Faults;
import java.time.Duration;

/** Which fault a request switches on or off. */
public record FaultOrder(JsonNode document) {

  /**
   * Switches as the document says; its {@code kind} is one of delay, status, drop-before and
   * drop-after, or one of the system's own.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  void carryOut(Faults strikes, OwnFaults own) {
    switch (kind()) {
      case "delay" ->
          strikes.add(fault(new Fault.Delay(Duration.ofMillis(document.path("millis").asLong()))));
      case "status" ->
          strikes.add(
              fault(
                  new Fault.Status(
                      whole("status", 500), text("reason"), document.path("bare").asBoolean())));
      case "drop-before" -> strikes.add(fault(new Fault.DropBefore()));
      case "drop-after" -> strikes.add(fault(new Fault.DropAfter()));
      default -> {
        if (!own.carryOut(this)) {
          throw new IllegalArgumentException("kind is " + kind() + ", which is no fault");
        }
      }
    }
  }

  /** What kind of fault it is about. */
  public String kind() {
    return text("kind");
  }

  /**
   * A text of the document.
   *
   * @throws IllegalArgumentException if it is missing
   */
  public String text(String field) {
    var value = document.path(field);
    if (!value.isTextual()) {
      throw new IllegalArgumentException(field + " is missing, expected a text");
    }
    return value.asText();
  }

  /** A whole number of the document. */
  public int whole(String field, int otherwise) {
    return document.path(field).asInt(otherwise);
  }

  private Fault fault(Fault.Effect effect) {
    return new Fault(
        document.path("method").asText("*"),
        document.path("path").asText(".*"),
        whole("skip", 0),
        whole("times", 1),
        effect);
  }
}
