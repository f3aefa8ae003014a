package direttore.api.reservation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import direttore.api.guest.ReservedGuests;
import direttore.api.http.Fields;
import direttore.api.http.Json;
import direttore.domain.Refusal;
import direttore.domain.RefusalFields;
import direttore.domain.access.Actor;
import direttore.domain.group.Member;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestName;
import direttore.domain.node.NodeName;
import direttore.domain.reservation.AtEnd;
import direttore.domain.reservation.GuestsWanted;
import direttore.domain.reservation.Readiness;
import direttore.domain.reservation.Readiness.Check;
import direttore.domain.reservation.life.NewPart;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The guests that a booking brings into being, read from {@code guests[]}. */
final class GuestsFields {
  private static final List<String> SECRETS = List.of("password", "ssh_keys");
  private static final String NAME = "name";
  private static final String NODE = "node";
  private static final String REQUEST = "request";
  private static final String NAMELESS = "nameless";
  private final ReservedGuests orders;

  GuestsFields(ReservedGuests orders) {
    this.orders = orders;
  }

  /**
   * The node of guests that name none.
   *
   * @param field that says so in the request, or null where none does
   */
  record Usual(NodeName node, @Nullable String field) {}

  /**
   * Where guests stand in the request, so that they are refused by its fields.
   *
   * @param node the field that says where they shall be
   */
  private record Place(String name, String node, String request, String nameField) {
    private static Place of(Fields entry, @Nullable Usual usual, GuestKind kind) {
      var elsewhere = entry.has(NODE) || usual == null ? null : usual.field();
      return new Place(
          entry.at(NAME),
          Objects.requireNonNullElse(elsewhere, entry.at(NODE)),
          entry.at(REQUEST),
          ReservedGuests.nameField(kind));
    }

    String field(String ofOrder) {
      if (ofOrder.equals(NODE)) {
        return node;
      }
      return ofOrder.equals(nameField) ? name : request + "." + ofOrder;
    }
  }

  /**
   * Guests as they were asked for.
   *
   * @param each the order of each, in their turn
   * @param same the orders of those that are brought already, instead of {@code each}
   */
  record Asked(
      GuestsWanted wanted,
      List<ReservedGuests.Asked> each,
      List<NewPart> same,
      UnaryOperator<String> field) {
    /** The same, checked; refuses what may not be, or is in the way of them now. */
    GuestsWanted checked(Actor actor) {
      var parts = new ArrayList<>(same);
      for (int i = 0; i < each.size(); i++) {
        var order = checked(each.get(i), actor);
        parts.add(
            new NewPart(
                wanted.name(i + 1), new Member(order.order(), order.team()), order.secrets()));
      }
      return wanted.ordered(parts);
    }

    private ReservedGuests.Checked checked(ReservedGuests.Asked order, Actor actor) {
      try {
        return order.checked(actor);
      } catch (Refusal e) {
        throw RefusalFields.of(e, field);
      }
    }
  }

  /** What a reservation brings already. */
  interface Known {
    Known NOTHING =
        new Known() {
          @Override
          public String request(ObjectNode open) {
            return Json.text(open);
          }

          @Override
          public List<NewPart> orders(GuestsWanted wanted, NodeName node) {
            return List.of();
          }
        };

    /** An order without its secrets, in the words in which the same was given before. */
    String request(ObjectNode open);

    /** The orders of such guests, empty where there are none such. */
    List<NewPart> orders(GuestsWanted wanted, NodeName node);
  }

  /**
   * The guests of the body; what is wrong with them is noted.
   *
   * @param usual the node of those that name none, or null
   */
  List<Asked> read(Fields fields, ObjectNode body, @Nullable Usual usual, Known known) {
    var all = new ArrayList<Asked>();
    var entries = fields.objects("guests");
    int count = 0;
    for (int i = 0; i < entries.size(); i++) {
      var entry = entries.get(i);
      if (count > GuestsWanted.MOST) {
        // Each would be read, and then all refused.
        throw new Refusal.Invalid("guests", "must be %d at most".formatted(GuestsWanted.MOST));
      }
      if (body.path("guests").get(i) instanceof ObjectNode raw) {
        var asked = one(entry, raw, usual, known);
        if (asked != null) {
          all.add(asked);
          count += asked.wanted().count();
        }
      }
    }
    return all;
  }

  private @Nullable Asked one(Fields entry, ObjectNode raw, @Nullable Usual usual, Known known) {
    var kind = ReservationRequest.type(entry, "kind", GuestKind.QEMU);
    entry.required("kind", entry.text("kind"), "vm");
    var name = entry.required(NAME, entry.text(NAME), "guest-{n}");
    var count = entry.integer("count", 1);
    var named = entry.made(NODE, entry.text(NODE), NodeName::new);
    var node = named == null && usual != null ? usual.node() : named;
    if (node == null && !entry.has(NODE)) {
      entry.violated(NODE, "must be named where the reservation names none");
    }
    var request = raw.path(REQUEST) instanceof ObjectNode object ? object : null;
    if (request == null) {
      entry.required(REQUEST, null, "");
      entry.leave(REQUEST);
      return null;
    }
    var atEnd =
        entry.made("at_end", entry.text("at_end"), word -> AtEnd.parse(word, AtEnd.OF_MADE));
    var ready = entry.has("ready") ? ready(entry.object("ready")) : Readiness.RUNNING;
    var wanted =
        entry.whole(() ->
            new GuestsWanted(kind, name, count, named, known.request(open(request)))
                .with(atEnd, Objects.requireNonNullElse(ready, Readiness.RUNNING)));
    if (wanted == null || node == null) {
      entry.leave(REQUEST);
      return null;
    }
    var place = Place.of(entry, usual, kind);
    var same =
        SECRETS.stream().anyMatch(request::hasNonNull)
            ? List.<NewPart>of()
            : known.orders(wanted, node);
    if (!same.isEmpty()) {
      entry.leave(REQUEST);
      return new Asked(wanted, List.of(), same, place::field);
    }
    return asked(entry, request, wanted, node, place);
  }

  /** Null where something is wrong with it, which is noted. */
  private static @Nullable Readiness ready(@Nullable Fields fields) {
    if (fields == null) {
      return null;
    }
    var check =
        fields.required(
            "check", fields.made("check", fields.text("check"), Check::parse), Check.RUNNING);
    var port = fields.integer("port");
    var minutes = fields.integer("minutes", (int) Readiness.USUAL.toMinutes());
    return fields.whole(() -> new Readiness(check, port, Duration.ofMinutes(minutes)));
  }

  private static ObjectNode open(ObjectNode request) {
    return request.deepCopy().remove(SECRETS);
  }

  private @Nullable Asked asked(
      Fields entry, ObjectNode request, GuestsWanted wanted, NodeName node, Place place) {
    var field = ReservedGuests.nameField(wanted.kind());
    if (request.has(field)) {
      entry.violated("request." + field, "is said by name, beside request");
    }
    if (wanted.count() > 1 && request.hasNonNull("vmid")) {
      entry.violated("request.vmid", "must be left out where there are more than one");
    }
    var names = entry.made(NAME, wanted, GuestsFields::names);
    // The first is read where it stands, so that what is wrong has its place.
    request.put(field, names == null ? NAMELESS : names.getFirst().value());
    var first = orders.read(Objects.requireNonNull(entry.object(REQUEST)), node, wanted.kind());
    if (first == null || names == null) {
      return null;
    }
    var each = new ArrayList<>(List.of(first));
    for (var name : names.subList(1, names.size())) {
      var other = Fields.of(request.deepCopy().put(field, name.value()));
      var order = orders.read(other, node, wanted.kind());
      if (order != null) {
        each.add(order);
      }
    }
    return new Asked(wanted, each, List.of(), place::field);
  }

  private static List<GuestName> names(GuestsWanted wanted) {
    return wanted.names().stream().map(GuestName::new).toList();
  }
}
