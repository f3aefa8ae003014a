package direttore.api;

import direttore.domain.Refusal;
import direttore.domain.guest.GuestKind;
import direttore.domain.node.ClusterName;
import direttore.domain.node.NodeName;
import direttore.domain.reservation.Capacity;
import direttore.domain.reservation.Pool;
import direttore.domain.reservation.Pools;
import direttore.domain.reservation.ResourceChange;
import direttore.domain.reservation.ResourceKind;
import direttore.domain.reservation.Window;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Pools in memory, beside the other resources. */
public final class FakePools implements Pools {
  private final FakeResources resources;
  private final Map<Integer, Pool> pools = new TreeMap<>();

  /** What is told of anybody's next guest on any node, or null for room. */
  public @Nullable Shortage shortage;

  FakePools(FakeResources resources) {
    this.resources = resources;
  }

  @Override
  public synchronized List<Pool> all() {
    return List.copyOf(pools.values());
  }

  @Override
  public synchronized Pool find(int id) {
    return Optional.ofNullable(pools.get(id)).orElseThrow(() -> new Refusal.NotFound("pool", id));
  }

  @Override
  public synchronized Pool add(Pool.Form form) {
    if (resources.find(ResourceKind.POOL, ClusterName.MAIN, form.name()).isPresent()) {
      throw new Refusal.WrongState("there is one of that name already", "name");
    }
    var capacity = Capacity.ofPool(form.vms(), form.lxc());
    var id = resources.put(ResourceKind.POOL, form.name(), Set.of(), capacity).id();
    return put(id, form);
  }

  private Pool put(int id, Pool.Form form) {
    var pool = new Pool(id, form.name(), form.node(), form.vms(), form.lxc());
    pools.put(id, pool);
    return pool;
  }

  @Override
  public synchronized Pool change(int id, Pool.Form form) {
    resources.change(
        id, new ResourceChange(null, Capacity.ofPool(form.vms(), form.lxc()), null, null), "root");
    return put(id, form);
  }

  @Override
  public synchronized void remove(int id) {
    find(id);
    if (!resources.timeline(id, new Window(Window.EARLIEST, Window.LATEST)).isEmpty()) {
      throw new Refusal.WrongState("it is reserved", null);
    }
    pools.remove(id);
  }

  @Override
  public Optional<Shortage> shortage(
      ClusterName cluster, NodeName node, GuestKind kind, UUID person, Instant at) {
    return Optional.ofNullable(shortage);
  }
}
