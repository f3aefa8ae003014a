package direttore.store.reservation;

import direttore.domain.node.ClusterName;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.Resource;
import direttore.domain.reservation.ResourceKind;
import direttore.store.Row;
import io.helidon.dbclient.DbClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What else would do instead of what was asked for. */
final class Alternatives {
  private static final int MOST = 500;
  private final DbClient db;
  private final Map<Kind, Known> known = new ConcurrentHashMap<>();

  /** Those of a kind that have some tags. */
  private record Kind(ResourceKind kind, Set<String> tags) {}

  /**
   * All of them.
   *
   * @param since by {@link System#nanoTime}, before they were read
   */
  private record Known(List<Resource> all, long since) {}

  Alternatives(DbClient db) {
    this.db = db;
  }

  /**
   * The same with another node, and its storage of that name, instead of each one, or with another
   * device that has its tags. Each is asked for alone, so that all that a reservation has of a node
   * stays together.
   *
   * @param age how long ago it may have been that they were there
   */
  List<Ask> of(Plan plan, Duration age) {
    var nodes = named(plan, ResourceKind.NODE);
    var others =
        // What is claimed of a pool is of no use elsewhere.
        nodes.size() != 1 || !named(plan, ResourceKind.POOL).isEmpty()
            ? Stream.<Ask>empty()
            : all(new Kind(ResourceKind.NODE, Set.of()), age).stream()
                .filter(node -> node.outOfService() == null)
                .filter(node -> !node.name().equals(nodes.getFirst()))
                .flatMap(node -> with(plan, nodes.getFirst(), node, age).stream());
    var devices =
        named(plan, ResourceKind.DEVICE).isEmpty() ? Stream.<Ask>empty() : alike(plan, age);
    return Stream.concat(others, devices).toList();
  }

  private static List<String> named(Plan plan, ResourceKind kind) {
    return plan.ask().requests().stream()
        .filter(request -> request.kind() == kind)
        .filter(ClaimRequest.Named.class::isInstance)
        .map(request -> ((ClaimRequest.Named) request).name())
        .distinct()
        .toList();
  }

  private List<Resource> all(Kind kind, Duration age) {
    var there = known.get(kind);
    if (there != null && System.nanoTime() - there.since() < age.toNanos()) {
      return there.all();
    }
    var since = System.nanoTime();
    var all =
        db.execute()
            .createQuery(
                "WITH wanted AS (SELECT "
                    + ResourceRows.COLUMNS
                    + ResourceRows.FROM
                    + "WHERE r.kind = :kind AND r.cluster = :cluster"
                    + " AND r.tags @> string_to_array(:tags, ' ') ORDER BY r.name)"
                    + " SELECT "
                    + ResourceRows.ARRAYS
                    + " FROM wanted r")
            .addParam("kind", kind.kind().wire())
            .addParam("tags", String.join(" ", kind.tags()))
            .addParam("cluster", ClusterName.MAIN.value())
            .execute()
            .map(row -> ResourceRows.resources(new Row(row)))
            .findFirst()
            .orElseThrow();
    if (known.size() > MOST) {
      known.clear();
    }
    known.put(kind, new Known(all, since));
    return all;
  }

  /** Empty where that node has no such storage. */
  private Optional<Ask> with(Plan plan, String from, Resource node, Duration age) {
    var requests = new ArrayList<ClaimRequest>();
    var candidates = new ArrayList<List<Resource>>();
    for (var i = 0; i < plan.ask().requests().size(); i++) {
      var request = plan.ask().requests().get(i);
      var there = plan.ask().candidates().get(i);
      if (request instanceof ClaimRequest.Named(var kind, _, var share)) {
        var other = instead(there.getFirst(), from, node, age);
        if (other.isEmpty()) {
          return Optional.empty();
        }
        requests.add(new ClaimRequest.Named(kind, other.get().name(), share));
        candidates.add(List.of(other.get()));
      } else {
        requests.add(request);
        candidates.add(there);
      }
    }
    return Optional.of(new Ask(requests, candidates, plan.ask().maintenance()));
  }

  /** What is of the one node, of the other; what is of neither, as it is. */
  private Optional<Resource> instead(Resource one, String from, Resource node, Duration age) {
    if (one.kind() == ResourceKind.NODE) {
      return Optional.of(node);
    }
    if (one.kind() != ResourceKind.STORAGE || !from.equals(one.node())) {
      return Optional.of(one);
    }
    var name = node.name() + one.name().substring(from.length());
    return all(new Kind(ResourceKind.STORAGE, Set.of()), age).stream()
        .filter(each -> each.outOfService() == null && each.name().equals(name))
        .findFirst();
  }

  private Stream<Ask> alike(Plan plan, Duration age) {
    var requests = new ArrayList<ClaimRequest>();
    for (var i = 0; i < plan.ask().requests().size(); i++) {
      var request = plan.ask().requests().get(i);
      requests.add(
          request instanceof ClaimRequest.Named named && named.kind() == ResourceKind.DEVICE
              ? alike(plan.ask().candidates().get(i).getFirst(), named)
              : request);
    }
    if (requests.equals(plan.ask().requests())) {
      return Stream.empty();
    }
    var alike =
        requests.stream()
            .filter(ClaimRequest.AnyOf.class::isInstance)
            .map(request -> (ClaimRequest.AnyOf) request)
            .filter(any -> any.kind() == ResourceKind.DEVICE)
            .map(any -> new Kind(any.kind(), any.tags()))
            .distinct()
            .flatMap(kind -> all(kind, age).stream());
    var things =
        Stream.concat(plan.ask().candidates().stream().flatMap(List::stream), alike)
            .collect(Collectors.toMap(Resource::id, each -> each, (one, same) -> one))
            .values();
    return Stream.of(
        Asks.ask(requests, things, plan.ask().maintenance(), plan.ask().candidates()::get));
  }

  private static ClaimRequest alike(Resource device, ClaimRequest.Named named) {
    return device.tags().isEmpty()
        ? named
        : new ClaimRequest.AnyOf(ResourceKind.DEVICE, device.tags(), named.share(), 1);
  }
}
