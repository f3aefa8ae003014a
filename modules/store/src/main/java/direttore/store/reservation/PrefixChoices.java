package direttore.store.reservation;

import direttore.domain.Refusal;
import direttore.domain.inventory.Address;
import direttore.domain.inventory.PrefixRoom;
import direttore.domain.inventory.Span;
import direttore.domain.node.ClusterName;
import direttore.domain.reservation.AddressRange;
import direttore.domain.reservation.Amount;
import direttore.domain.reservation.Capacity;
import direttore.domain.reservation.Claim;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.Resource;
import direttore.domain.reservation.ResourceKind;
import direttore.store.Row;
import direttore.store.inventory.PrefixRooms;
import direttore.store.reservation.Decisions.Decided;
import io.helidon.dbclient.DbExecute;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which addresses could be had of the prefixes that are asked for, by what NetBox has and whatever
 * reservations claim. Only under the lock of all addresses they are that for sure.
 */
final class PrefixChoices {
  /** Below the numbers of what else nobody ever booked. */
  private static final int UNKNOWN = -(1 << 30);

  private final Map<Integer, Choice> choices;

  private PrefixChoices(Map<Integer, Choice> choices) {
    this.choices = choices;
  }

  private record Choice(String network, List<Address> addresses) {}

  /**
   * Those of each request for some of a prefix. Refuses of the field {@code claims[i].prefix} with
   * {@code Unknown} where NetBox has no such prefix, and with {@code Impossible} where none of its
   * addresses is given; with {@code Upstream} where it is not known what NetBox has.
   */
  static PrefixChoices of(DbExecute execute, List<ClaimRequest> requests) {
    var choices = new HashMap<Integer, Choice>();
    for (var i = 0; i < requests.size(); i++) {
      if (requests.get(i) instanceof ClaimRequest.OfPrefix of) {
        var room = room(execute, "claims[%d].prefix".formatted(i), of.prefix());
        choices.put(i, choice(room, of.count(), named(requests)));
      }
    }
    return new PrefixChoices(choices);
  }

  private static PrefixRoom room(DbExecute execute, String field, long prefix) {
    var room =
        PrefixRooms.reserving(execute, prefix)
            .orElseThrow(() ->
                new Refusal.Unknown(
                    "prefix", field, "There is no prefix %d in NetBox.".formatted(prefix)));
    room.prefix()
        .closed()
        .ifPresent(why -> {
          throw new Refusal.Impossible(field, why);
        });
    return room;
  }

  /** What the same reservation claims by its name is had beside only where there is no other. */
  private static List<Span> named(List<ClaimRequest> requests) {
    var named = new ArrayList<Span>();
    for (var request : requests) {
      if (request instanceof ClaimRequest.Named(var kind, var name, _)
          && kind == ResourceKind.ADDRESSES) {
        var range = AddressRange.parse(name);
        named.add(new Span(range.first(), range.last()));
      }
    }
    return named;
  }

  private static Choice choice(PrefixRoom room, int count, List<Span> named) {
    var others = room.choices(count, named);
    var all = new LinkedHashSet<>(others);
    if (others.size() < count) {
      all.addAll(room.choices(count, List.of()));
    }
    return new Choice(room.prefix().network().toString(), List.copyOf(all));
  }

  /** The requests, with the prefixes by what they are called. */
  List<ClaimRequest> called(List<ClaimRequest> requests) {
    if (choices.isEmpty()) {
      return requests;
    }
    var called = new ArrayList<>(requests);
    choices.forEach((i, choice) -> {
      if (requests.get(i) instanceof ClaimRequest.OfPrefix of) {
        called.set(i, of.called(choice.network()));
      }
    });
    return called;
  }

  /** The requests, with each of the addresses by its name. */
  List<ClaimRequest> byName(List<ClaimRequest> requests) {
    if (choices.isEmpty()) {
      return requests;
    }
    var named = new ArrayList<>(requests);
    for (var choice : choices.values()) {
      choice.addresses().forEach(address -> named.add(request(address)));
    }
    return named;
  }

  private static ClaimRequest request(Address address) {
    return ClaimRequest.addresses(new AddressRange(address, address));
  }

  /** The addresses of a request, the best first, with the resources that there are of them. */
  List<Resource> resources(int request, Collection<Resource> there) {
    var choice = choices.get(request);
    if (choice == null) {
      return List.of();
    }
    var known =
        there.stream()
            .filter(each -> each.kind() == ResourceKind.ADDRESSES)
            .collect(Collectors.toMap(Resource::name, Function.identity()));
    return choice.addresses().stream()
        .map(address -> {
          var resource = known.get(address.toString());
          return resource == null ? unknown(address) : resource;
        })
        .toList();
  }

  /** One that nobody ever booked, under a number that is the same wherever it is looked at. */
  private static Resource unknown(Address address) {
    var low = address.number().and(BigInteger.valueOf(-UNKNOWN - 1)).intValue();
    var high = (address.number().shiftRight(30).hashCode() * 0x9E3779B1) >>> 2;
    return new Resource(
        UNKNOWN - (low ^ high),
        ResourceKind.ADDRESSES,
        ClusterName.MAIN,
        address.toString(),
        new TreeSet<>(),
        Capacity.WHOLE_ONLY,
        Amount.NONE,
        null,
        null,
        null);
  }

  /** The plans, asking for what can be had by now. */
  static List<Plan> anew(DbExecute execute, List<Plan> plans) {
    return plans.stream().map(plan -> anew(execute, plan)).toList();
  }

  private static Plan anew(DbExecute execute, Plan plan) {
    if (plan.ask().ofPrefixes().findAny().isEmpty()) {
      return plan;
    }
    var same = plan.same();
    try {
      return plan.with(anew(execute, plan.ask()));
    } catch (Refusal.Unknown | Refusal.Impossible | Refusal.Upstream e) {
      if (same == null) {
        throw e;
      }
      return plan.with(same);
    }
  }

  private static Ask anew(DbExecute execute, Ask ask) {
    var now = of(execute, ask.requests());
    var names =
        now.choices.values().stream()
            .flatMap(choice -> choice.addresses().stream())
            .map(Address::toString)
            .toList();
    var there = ResourceRows.of(execute, ids(execute, names).values()).values();
    var candidates = new ArrayList<>(ask.candidates());
    now.choices.keySet().forEach(i -> candidates.set(i, now.enough(i, ask.requests(), there)));
    return new Ask(ask.requests(), candidates, ask.maintenance());
  }

  private List<Resource> enough(int i, List<ClaimRequest> requests, Collection<Resource> there) {
    var resources = resources(i, there);
    if (requests.get(i) instanceof ClaimRequest.OfPrefix of) {
      of.requireEnough("claims[%d]".formatted(i), resources.size());
    }
    return resources;
  }

  private static Map<String, Integer> ids(DbExecute execute, Collection<String> names) {
    return execute
        .createQuery(
            """
            SELECT id, name FROM resource
             WHERE kind = 'addresses' AND cluster = :cluster AND name = ANY (CAST(:names AS text[]))
            """)
        .addParam("cluster", ClusterName.MAIN.value())
        .addParam("names", names.toArray(String[]::new))
        .execute()
        .map(Row::new)
        .collect(Collectors.toMap(row -> row.text("name"), row -> row.integer("id")));
  }

  /** What was decided, of addresses that are resources by now. */
  static List<Decided> added(DbExecute execute, List<Decided> decided) {
    var fresh =
        decided.stream()
            .filter(Decided::free)
            .flatMap(each -> each.result().claims().stream())
            .map(Claim::resource)
            .filter(resource -> resource.id() <= UNKNOWN)
            .map(Resource.Ref::name)
            .distinct()
            .toList();
    if (fresh.isEmpty()) {
      return decided;
    }
    Ranges.add(
        execute, fresh.stream().map(AddressRange::parse).map(ClaimRequest::addresses).toList());
    var ids = ids(execute, fresh);
    return decided.stream().map(each -> each.free() ? with(each, ids) : each).toList();
  }

  private static Decided with(Decided decided, Map<String, Integer> ids) {
    var claims = decided.result().claims().stream().map(claim -> with(claim, ids)).toList();
    return decided.with(decided.result().having(claims));
  }

  private static Claim with(Claim claim, Map<String, Integer> ids) {
    var resource = claim.resource();
    var id = resource.id() <= UNKNOWN ? ids.get(resource.name()) : null;
    return id == null
        ? claim
        : new Claim(
            new Resource.Ref(id, resource.kind(), resource.name(), null),
            claim.share(),
            claim.during(),
            claim.holding(),
            claim.wanted(),
            claim.request());
  }
}
