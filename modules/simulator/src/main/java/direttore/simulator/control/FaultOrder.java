package direttore.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import direttore.simulator.fault.Fault;
import direttore.simulator.fault.Faults;
import java.time.Duration;

/** Reads which fault a request switches on or off. */
final class FaultOrder {
  private FaultOrder() {}

  /**
   * Switches as the document says; its {@code kind} is one of delay, status, drop-before,
   * drop-after, node-offline, node-online, node-unknown, storage-hangs, storage-answers,
   * storage-full, task-fails, task-warns, old-host, new-host.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  static void carryOut(JsonNode order, Faults faults) {
    var kind = text(order, "kind");
    switch (kind) {
      case "delay" ->
          add(order, faults, new Fault.Delay(Duration.ofMillis(order.path("millis").asLong())));
      case "status" ->
          add(
              order,
              faults,
              new Fault.Status(
                  order.path("status").asInt(500),
                  text(order, "reason"),
                  order.path("bare").asBoolean()));
      case "drop-before" -> add(order, faults, new Fault.DropBefore());
      case "drop-after" -> add(order, faults, new Fault.DropAfter());
      case "node-offline" -> faults.nodeOffline(text(order, "node"));
      case "node-online" -> faults.nodeOnline(text(order, "node"));
      case "node-unknown" -> faults.nodeUnknown(text(order, "node"), true);
      case "storage-hangs" -> faults.storageHangs(text(order, "storage"));
      case "storage-answers" -> faults.storageAnswers(text(order, "storage"));
      case "storage-full" -> faults.storageFull(text(order, "storage"), true);
      case "task-fails" -> faults.failNextTask(text(order, "type"), text(order, "text"));
      case "task-warns" ->
          faults.warnNextTask(text(order, "type"), order.path("warnings").asInt(1));
      case "old-host" -> faults.oldHost(true);
      case "new-host" -> faults.oldHost(false);
      default -> throw new IllegalArgumentException("kind is " + kind + ", which is no fault");
    }
  }

  private static void add(JsonNode order, Faults faults, Fault.Effect effect) {
    faults.add(
        new Fault(
            order.path("method").asText("*"),
            order.path("path").asText(".*"),
            order.path("skip").asInt(0),
            order.path("times").asInt(1),
            effect));
  }

  private static String text(JsonNode order, String field) {
    var value = order.path(field);
    if (!value.isTextual()) {
      throw new IllegalArgumentException(field + " is missing, expected a text");
    }
    return value.asText();
  }
}
