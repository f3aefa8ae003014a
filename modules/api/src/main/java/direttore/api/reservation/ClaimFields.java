package direttore.api.reservation;

import direttore.api.http.Fields;
import direttore.domain.Refusal;
import direttore.domain.guest.VmId;
import direttore.domain.node.NodeName;
import direttore.domain.reservation.AddressRange;
import direttore.domain.reservation.Amount;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.ResourceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What somebody asks to claim, read from {@code claims[]}. */
final class ClaimFields {
  private static final List<String> THINGS =
      List.of(
          "node",
          "guest",
          "device",
          "vlan",
          "vlan_name",
          "storage",
          "addresses",
          "prefix",
          "pool",
          "any");
  private static final Map<String, List<String>> AMOUNTS =
      Map.of(
          "node", List.of("cores", "memory"),
          "storage", List.of("disk"),
          "pool", List.of("vms", "lxc"));

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
    if (!thing.equals("any") && !thing.equals("prefix") && fields.has("count")) {
      fields.violated("count", "is for any and prefix only");
    }
    refuseOthers(fields, thing);
    return switch (thing) {
      case "node" -> node(fields);
      case "guest" -> guest(fields);
      case "device" -> device(fields);
      case "vlan" -> vlan(fields);
      case "vlan_name" -> fields.made("vlan_name", fields.text("vlan_name"), ClaimRequest::vlan);
      case "storage" -> storage(fields);
      case "addresses" -> addresses(fields);
      case "prefix" -> prefix(fields);
      case "pool" -> pool(fields);
      default -> any(fields);
    };
  }

  /** What is said of a share of something else. */
  private static void refuseOthers(Fields fields, String thing) {
    AMOUNTS.forEach((of, amounts) ->
        amounts.stream()
            .filter(fields::has)
            .filter(amount -> !AMOUNTS.getOrDefault(thing, List.of()).contains(amount))
            .forEach(amount -> {
              fields.leave(amount);
              fields.violated(amount, "is for a share of a %s only".formatted(of));
            }));
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

  private static @Nullable ClaimRequest storage(Fields fields) {
    var name = fields.text("storage");
    var disk = fields.required("disk", fields.number("disk"), 1L);
    var share = some(fields, "storage", () -> Amount.of(0, 0, disk));
    return name == null || share == null
        ? null
        : fields.whole(() -> new ClaimRequest.Named(ResourceKind.STORAGE, name, share));
  }

  private static @Nullable ClaimRequest addresses(Fields fields) {
    return fields.made(
        "addresses",
        fields.text("addresses"),
        text -> ClaimRequest.addresses(AddressRange.parse(text)));
  }

  private static @Nullable ClaimRequest prefix(Fields fields) {
    var prefix = fields.number("prefix");
    var count = fields.integer("count", 1);
    return prefix == null
        ? null
        : fields.whole(() -> new ClaimRequest.OfPrefix(prefix, count, null));
  }

  /** So many guests of it, or all. */
  private static @Nullable ClaimRequest pool(Fields fields) {
    var name = fields.text("pool");
    var vms = fields.integer("vms");
    var lxc = fields.integer("lxc");
    var share =
        vms == null && lxc == null
            ? null
            : some(fields, "pool", () -> new Amount(0, 0, 0, orNone(vms), orNone(lxc)));
    return name == null
        ? null
        : fields.whole(() -> new ClaimRequest.Named(ResourceKind.POOL, name, share));
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
    refuseOthers(any, kind.wire());
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
    return cores == null && memory == null
        ? null
        : some(fields, "node", () -> Amount.of(orNone(cores), memory == null ? 0 : memory, 0));
  }

  private static int orNone(@Nullable Integer count) {
    return count == null ? 0 : count;
  }

  /** A share, or null with what is wrong noted: one of nothing at the amount that says so. */
  private static @Nullable Amount some(Fields fields, String thing, Supplier<Amount> share) {
    var amount = fields.whole(share);
    if (amount == null || !amount.nothing()) {
      return amount;
    }
    AMOUNTS.getOrDefault(thing, List.of()).stream()
        .filter(fields::has)
        .findFirst()
        .ifPresent(said -> fields.violated(said, "must be 1 to %d".formatted(most(said))));
    return null;
  }

  private static long most(String amount) {
    return switch (amount) {
      case "disk" -> Amount.MOST_DISK;
      case "memory" -> Amount.MOST_MEMORY;
      default -> Amount.MOST_CORES;
    };
  }
}
