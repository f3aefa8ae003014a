package direttore.api;

import direttore.domain.Refusal;
import direttore.domain.guest.VmId;
import direttore.domain.node.ClusterName;
import direttore.domain.node.Overcommit;
import direttore.domain.reservation.Amount;
import direttore.domain.reservation.Capacity;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.InventoryLink;
import direttore.domain.reservation.InventoryLinks;
import direttore.domain.reservation.NewResource;
import direttore.domain.reservation.Resource;
import direttore.domain.reservation.ResourceChange;
import direttore.domain.reservation.ResourceChanges;
import direttore.domain.reservation.ResourceFilter;
import direttore.domain.reservation.ResourceKind;
import direttore.domain.reservation.Resources;
import direttore.domain.reservation.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Resources in memory, with the rules of the real store. */
public final class FakeResources implements Resources, ResourceChanges, InventoryLinks {
  private final Map<Integer, Resource> resources = new TreeMap<>();
  private final Map<Integer, InventoryLink> links = new TreeMap<>();

  /** Who has which when; the reservations say. */
  BiFunction<Integer, Window, List<Use>> uses = (id, window) -> List.of();

  FakeResources() {
    keep(
        ClusterName.MAIN,
        List.of(
            new NodeUse("pve1", 8, 32_768, Amount.NONE),
            new NodeUse("pve2", 8, 32_768, Amount.NONE)),
        new Overcommit(1, 1));
    List.of("pve1/local-lvm", "pve2/local-lvm", "pve1/thick", "pve2/thick", "slow")
        .forEach(storage -> put(ResourceKind.STORAGE, storage, Set.of(), disk(100L << 30)));
  }

  private static Capacity disk(long bytes) {
    return new Capacity(null, null, bytes, null, null, null, 1, 1);
  }

  @Override
  public synchronized List<Resource> all(ResourceFilter filter) {
    return resources.values().stream()
        .filter(each -> filter.kinds().isEmpty() || filter.kinds().contains(each.kind()))
        .filter(each -> filter.tag() == null || each.tags().contains(filter.tag()))
        .filter(each -> !filter.inService() || each.outOfService() == null)
        .filter(each -> matches(each, filter))
        .sorted(Comparator.comparing(Resource::kind).thenComparing(Resource::name))
        .toList();
  }

  private boolean matches(Resource each, ResourceFilter filter) {
    var link = links.get(each.id());
    var text = each.name() + each.tags() + (link == null ? "" : link.site() + " " + link.role());
    return filter.words().stream().allMatch(text.toLowerCase(Locale.ROOT)::contains)
        && (filter.ofInventory() == null || filter.ofInventory() == (link != null));
  }

  /** Says what one is in the inventory. */
  public void link(int id, InventoryLink link) {
    links.put(id, link);
  }

  @Override
  public int keep() {
    throw new UnsupportedOperationException("tested with the real store");
  }

  @Override
  public Map<Integer, InventoryLink> of(Collection<Integer> wanted) {
    return links.entrySet().stream()
        .filter(link -> wanted.contains(link.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Override
  public synchronized Resource find(int id) {
    return Optional.ofNullable(resources.get(id))
        .orElseThrow(() -> new Refusal.NotFound("resource", id));
  }

  @Override
  public synchronized Optional<Resource> find(ResourceKind kind, ClusterName cluster, String name) {
    return resources.values().stream()
        .filter(each -> each.kind() == kind && each.name().equals(name))
        .findFirst();
  }

  @Override
  public synchronized Resource add(NewResource entered) {
    if (find(entered.kind(), entered.cluster(), entered.name()).isPresent()) {
      throw new Refusal.WrongState("there is one of that name already", "name");
    }
    return put(entered.kind(), entered.name(), entered.tags(), entered.capacity());
  }

  public synchronized Resource put(
      ResourceKind kind, String name, Set<String> tags, Capacity capacity) {
    var resource =
        new Resource(
            resources.size() + 1,
            kind,
            ClusterName.MAIN,
            name,
            new TreeSet<>(tags),
            capacity,
            Amount.NONE,
            null,
            null,
            null);
    resources.put(resource.id(), resource);
    return resource;
  }

  /** Has somebody, or a team, have no more than that. */
  public void bound(ResourceKind kind, String name, Capacity most) {
    put(kind, name, Set.of(), most);
  }

  /** Has so much of a node in use outside reservations. */
  public synchronized void use(String node, Amount standing) {
    var one = find(ResourceKind.NODE, ClusterName.MAIN, node).orElseThrow();
    resources.put(
        one.id(),
        new Resource(
            one.id(),
            one.kind(),
            one.cluster(),
            one.name(),
            one.tags(),
            one.capacity(),
            standing,
            one.node(),
            one.outOfService(),
            one.expectedBack()));
  }

  @Override
  public synchronized Changed change(int id, ResourceChange change, String by) {
    var before = find(id);
    var out = Objects.requireNonNullElse(change.outOfService(), "");
    var outOfService = change.outOfService() == null ? before.outOfService() : out;
    var after =
        new Resource(
            id,
            before.kind(),
            before.cluster(),
            before.name(),
            change.tags() == null ? before.tags() : change.tags(),
            change.capacity() == null ? before.capacity() : change.capacity(),
            before.standing(),
            before.node(),
            outOfService == null || outOfService.isEmpty() ? null : outOfService,
            change.expectedBack());
    resources.put(id, after);
    var breaks = before.outOfService() == null && after.outOfService() != null;
    return new Changed(after, List.of(), breaks ? reserved(id) : List.of());
  }

  @Override
  public List<Changed> lookAhead() {
    throw new UnsupportedOperationException("tested with the real store");
  }

  private List<Long> reserved(int id) {
    return uses.apply(id, new Window(Window.EARLIEST, Window.LATEST)).stream()
        .map(use -> use.by().reservation())
        .toList();
  }

  @Override
  public synchronized void remove(int id) {
    if (!find(id).kind().entered()) {
      throw new Refusal.WrongState("it comes from the cluster", null);
    }
    if (!uses.apply(id, new Window(Window.EARLIEST, Window.LATEST)).isEmpty()) {
      throw new Refusal.WrongState("it is reserved", null);
    }
    resources.remove(id);
  }

  @Override
  public void keep(ClusterName cluster, List<NodeUse> nodes, Overcommit factors) {
    for (var node : nodes) {
      put(ResourceKind.NODE, node.name(), Set.of(), Capacity.ofNode(node.cores(), node.memory()));
    }
  }

  @Override
  public Set<VmId> brought(ClusterName cluster) {
    return Set.of();
  }

  @Override
  public List<Use> timeline(int id, Window window) {
    return uses.apply(id, window);
  }

  @Override
  public Map<Integer, Occupancy> occupancies(
      Collection<Integer> ids, Instant moment, Duration ahead) {
    return ids.stream()
        .collect(
            Collectors.toMap(
                id -> id, id -> occupancy(uses.apply(id, Window.of(moment, ahead)), moment)));
  }

  private static Occupancy occupancy(List<Use> all, Instant moment) {
    return new Occupancy(
        all.stream().filter(each -> each.during().contains(moment)).toList(),
        all.stream().filter(each -> each.during().from().isAfter(moment)).findFirst().orElse(null));
  }

  /** Those that could answer each request. */
  synchronized List<List<Resource>> candidates(List<ClaimRequest> requests) {
    return new ArrayList<>(
        IntStream.range(0, requests.size())
            .mapToObj(i -> candidates("claims[%d]".formatted(i), requests.get(i)))
            .toList());
  }

  private List<Resource> candidates(String field, ClaimRequest request) {
    return switch (request) {
      case ClaimRequest.Named(var kind, var name, _) ->
          List.of(
              find(kind, ClusterName.MAIN, name)
                  .or(() ->
                      Optional.of(kind)
                          .filter(k ->
                              k.limit() || k == ResourceKind.GUEST || k == ResourceKind.ADDRESSES)
                          .map(k -> put(k, name, Set.of(), Capacity.WHOLE_ONLY)))
                  .orElseThrow(() ->
                      new Refusal.Unknown(
                          kind.wire(), field, "There is no %s %s.".formatted(kind.wire(), name))));
      case ClaimRequest.OfPrefix of ->
          throw new Refusal.Unknown(
              "prefix", field + ".prefix", "There is no prefix %d.".formatted(of.prefix()));
      case ClaimRequest.AnyOf(var kind, var tags, _, _) ->
          resources.values().stream()
              .filter(each -> each.kind() == kind && each.tags().containsAll(tags))
              .toList();
    };
  }
}
