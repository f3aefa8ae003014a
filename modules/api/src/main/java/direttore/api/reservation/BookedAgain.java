package direttore.api.reservation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import direttore.domain.Refusal;
import direttore.domain.node.NodeName;
import direttore.domain.reservation.AskedAgain;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.Margins;
import direttore.domain.reservation.NewReservation;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A body that brings guests, as it is understood where it is sent again. */
final class BookedAgain implements AskedAgain {
  private final ObjectNode body;
  private final Margins later;
  private final Function<ObjectNode, NewReservation> reading;

  /**
   * Of a body as it came.
   *
   * @param later what it holds around its window where there is time enough
   * @param reading what a body asks for; refuses with all that is in the way of it but what others
   *     have
   */
  BookedAgain(ObjectNode body, Margins later, Function<ObjectNode, NewReservation> reading) {
    this.body = body;
    this.later = later;
    this.reading = reading;
  }

  @Override
  public Optional<List<ClaimRequest>> on(NodeName other, NodeName instead) {
    try {
      return Optional.of(reading.apply(moved(other.value(), instead.value())).claims());
    } catch (Refusal _) {
      return Optional.empty();
    }
  }

  /** With the other node wherever it names the one. */
  private ObjectNode moved(String other, String instead) {
    var moved = body.deepCopy();
    UnaryOperator<String> node = named -> named.equals(instead) ? other : named;
    replace(moved, "proxmox_node", node);
    for (var claim : moved.path("claims")) {
      replace(claim, "node", node);
      replace(
          claim,
          "storage",
          named ->
              named.startsWith(instead + "/") ? other + named.substring(instead.length()) : named);
    }
    moved.path("guests").forEach(guests -> replace(guests, "node", node));
    return moved;
  }

  private static void replace(JsonNode in, String field, UnaryOperator<String> other) {
    if (in instanceof ObjectNode object && object.path(field).isTextual()) {
      object.put(field, other.apply(object.path(field).textValue()));
    }
  }

  @Override
  public Margins later(Margins asked) {
    return later;
  }
}
