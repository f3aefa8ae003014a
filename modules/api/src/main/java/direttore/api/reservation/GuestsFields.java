package direttore.api.reservation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import direttore.api.guest.ReservedGuests;
import direttore.api.http.Fields;
import direttore.api.http.Json;
import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.group.Member;
import direttore.domain.guest.GuestKind;
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
import org.jspecify.annotations.Nullable;

/** The guests that a booking brings into being, read from {@code guests[]}. */
final class GuestsFields {
  private static final List<String> SECRETS = List.of("password", "ssh_keys");
  private final ReservedGuests orders;

  GuestsFields(ReservedGuests orders) {
    this.orders = orders;
  }

  /**
   * Guests as they were asked for.
   *
   * @param each the order of each, in their turn
   * @param same the orders of those that are brought already, instead of {@code each}
   */
  record Asked(GuestsWanted wanted, List<ReservedGuests.Asked> each, List<NewPart> same) {
    /** The same, checked; refuses what may not be, or is in the way of them now. */
    GuestsWanted checked(Actor actor) {
      var parts = new ArrayList<>(same);
      for (int i = 0; i < each.size(); i++) {
        var order = each.get(i).checked(actor);
        parts.add(
            new NewPart(
                wanted.name(i + 1), new Member(order.order(), order.team()), order.secrets()));
      }
      return wanted.ordered(parts);
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
  List<Asked> read(Fields fields, ObjectNode body, @Nullable NodeName usual, Known known) {
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

  private @Nullable Asked one(Fields entry, ObjectNode raw, @Nullable NodeName usual, Known known) {
    var kind = ReservationRequest.type(entry, "kind", GuestKind.QEMU);
    entry.required("kind", entry.text("kind"), "vm");
    var name = entry.required("name", entry.text("name"), "guest-{n}");
    var count = entry.integer("count", 1);
    var named = entry.made("node", entry.text("node"), NodeName::new);
    var node = named == null ? usual : named;
    if (node == null && !entry.has("node")) {
      entry.violated("node", "must be named where the reservation names none");
    }
    var request = raw.path("request") instanceof ObjectNode object ? object : null;
    if (request == null) {
      entry.required("request", null, "");
      entry.leave("request");
      return null;
    }
    var atEnd = entry.made("at_end", entry.text("at_end"), AtEnd::parse);
    var ready = entry.has("ready") ? ready(entry.object("ready")) : Readiness.RUNNING;
    var wanted =
        entry.whole(() ->
            new GuestsWanted(kind, name, count, named, known.request(open(request)))
                .with(atEnd, Objects.requireNonNullElse(ready, Readiness.RUNNING)));
    if (wanted == null || node == null) {
      entry.leave("request");
      return null;
    }
    var same =
        SECRETS.stream().anyMatch(request::hasNonNull)
            ? List.<NewPart>of()
            : known.orders(wanted, node);
    if (!same.isEmpty()) {
      entry.leave("request");
      return new Asked(wanted, List.of(), same);
    }
    return asked(entry, request, wanted, node);
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
      Fields entry, ObjectNode request, GuestsWanted wanted, NodeName node) {
    var field = ReservedGuests.nameField(wanted.kind());
    if (request.has(field)) {
      entry.violated("request." + field, "is said by name, beside request");
    }
    if (wanted.count() > 1 && request.hasNonNull("vmid")) {
      entry.violated("request.vmid", "must be left out where there are more than one");
    }
    // The first is read where it stands, so that what is wrong has its place.
    request.put(field, wanted.name(1));
    var first = orders.read(Objects.requireNonNull(entry.object("request")), node, wanted.kind());
    var each = new ArrayList<ReservedGuests.Asked>();
    if (first == null) {
      return null;
    }
    each.add(first);
    for (int number = 2; number <= wanted.count(); number++) {
      var other = Fields.of(request.deepCopy().put(field, wanted.name(number)));
      var order = orders.read(other, node, wanted.kind());
      if (order != null) {
        each.add(order);
      }
    }
    return new Asked(wanted, each, List.of());
  }
}
