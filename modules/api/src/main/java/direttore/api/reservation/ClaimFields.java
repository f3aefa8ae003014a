package direttore.api.reservation;

import direttore.api.http.Fields;
import direttore.domain.Refusal;
import direttore.domain.guest.VmId;
import direttore.domain.node.NodeName;
import direttore.domain.reservation.Amount;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.ResourceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What somebody asks to claim, read from {@code claims[]}. */
final class ClaimFields {
  private static final List<String> THINGS = List.of("node", "guest", "device", "vlan", "any");
  private static final List<String> AMOUNTS = List.of("cores", "memory", "disk");

  private ClaimFields() {}

  /** The claims of that field; what is wrong with them is noted. */
  static List<ClaimRequest> read(Fields fields, String name) {
    var claims = new ArrayList<ClaimRequest>();
    for (var each : fields.objects(name)) {
      var claim = one(each);
      if (claim != null) {
        claims.add(claim);
      }
    }
    return claims;
  }

  private static @Nullable ClaimRequest one(Fields fields) {
    var named = THINGS.stream().filter(fields::has).toList();
    THINGS.forEach(fields::leave);
    if (named.size() != 1) {
      return fields.whole(() -> {
        throw new Refusal.Invalid("", "must name one of " + String.join(", ", THINGS));
      });
    }
    var thing = named.getFirst();
    if (!thing.equals("any") && fields.has("count")) {
      fields.violated("count", "is for any only");
    }
    if (!thing.equals("node")) {
      AMOUNTS.stream().filter(fields::has).forEach(amount -> refuse(fields, amount));
    }
    return switch (thing) {
      case "node" -> node(fields);
      case "guest" -> guest(fields);
      case "device" -> device(fields);
      case "vlan" -> vlan(fields);
      default -> any(fields);
    };
  }

  private static void refuse(Fields fields, String amount) {
    fields.leave(amount);
    fields.violated(amount, "is for a share of a node only");
  }

  private static @Nullable ClaimRequest node(Fields fields) {
    var node = fields.made("node", fields.text("node"), NodeName::new);
    var share = share(fields);
    return node == null
        ? null
        : fields.whole(() -> new ClaimRequest.Named(ResourceKind.NODE, node.value(), share));
  }

  private static @Nullable ClaimRequest guest(Fields fields) {
    return fields.made(
        "guest", fields.integer("guest"), vmid -> ClaimRequest.guest(new VmId(vmid)));
  }

  private static @Nullable ClaimRequest device(Fields fields) {
    return fields.made("device", fields.text("device"), ClaimRequest::device);
  }

  private static @Nullable ClaimRequest vlan(Fields fields) {
    return fields.made(
        "vlan",
        fields.integer("vlan"),
        number -> {
          if (number < 1 || number > 4094) {
            throw new Refusal.Invalid("vlan", "must be 1 to 4094");
          }
          return ClaimRequest.vlan(number);
        });
  }

  private static @Nullable ClaimRequest any(Fields fields) {
    var any = fields.object("any");
    var count = fields.integer("count", 1);
    if (any == null) {
      return null;
    }
    var kind =
        any.required(
            "kind", any.made("kind", any.text("kind"), ResourceKind::parse), ResourceKind.NODE);
    var tags = new TreeSet<>(any.texts("tags"));
    if (kind != ResourceKind.NODE) {
      AMOUNTS.stream().filter(any::has).forEach(amount -> refuse(any, amount));
    }
    var share = kind == ResourceKind.NODE ? share(any) : null;
    var claim = any.whole(() -> new ClaimRequest.AnyOf(kind, tags, share, 1));
    return claim == null
        ? null
        : fields.whole(() -> new ClaimRequest.AnyOf(kind, tags, share, count));
  }

  /** How much of a node, or null for the whole. */
  private static @Nullable Amount share(Fields fields) {
    var cores = fields.integer("cores");
    var memory = fields.number("memory");
    var disk = fields.number("disk");
    return cores == null && memory == null && disk == null
        ? null
        : fields.whole(() ->
            Amount.of(
                cores == null ? 0 : cores, memory == null ? 0 : memory, disk == null ? 0 : disk));
  }
}
