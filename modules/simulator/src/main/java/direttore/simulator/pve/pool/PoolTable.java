package direttore.simulator.pve.pool;

import direttore.simulator.journal.Journal;
import direttore.simulator.pve.access.Pools;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The pools and their members. */
public final class PoolTable implements Pools {
  private static final String TABLE = "pool";

  private final ConcurrentSkipListMap<String, Pool> byId = new ConcurrentSkipListMap<>();
  private final Journal journal;

  /** The pools that the journal knows. */
  public PoolTable(Journal journal) {
    this.journal = journal;
    journal.take(TABLE).forEach((id, row) -> byId.put(id, journal.value(row, Pool.class)));
  }

  /** All pools by id. */
  public List<Pool> all() {
    return List.copyOf(byId.values());
  }

  /** A pool, if it exists. */
  public Optional<Pool> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Adds or replaces a pool. */
  public void put(Pool pool) {
    byId.put(pool.id(), pool);
    journal.put(TABLE, pool.id(), pool);
  }

  /** Takes a pool away. */
  public void remove(String id) {
    byId.remove(id);
    journal.remove(TABLE, id);
  }

  /** Puts a guest into a pool, where that exists. */
  public void add(String id, int vmid) {
    find(id).ifPresent(p -> put(p.withGuest(vmid)));
  }

  /** Takes a guest out of its pool. */
  public void forget(int vmid) {
    var pool = ofGuest(vmid);
    if (pool != null) {
      find(pool).ifPresent(p -> put(p.withoutGuest(vmid)));
    }
  }

  @Override
  public @Nullable String ofGuest(int vmid) {
    return byId.values().stream()
        .filter(p -> p.guests().contains(vmid))
        .map(Pool::id)
        .findFirst()
        .orElse(null);
  }

  @Override
  public Set<String> ofStorage(String storage) {
    return byId.values().stream()
        .filter(p -> p.storages().contains(storage))
        .map(Pool::id)
        .collect(Collectors.toSet());
  }

  @Override
  public Set<String> names() {
    return Set.copyOf(byId.keySet());
  }

  @Override
  public List<String> members(String pool) {
    var paths = new ArrayList<String>();
    find(pool)
        .ifPresent(p -> {
          p.guests().forEach(vmid -> paths.add("/vms/" + vmid));
          p.storages().forEach(storage -> paths.add("/storage/" + storage));
        });
    return paths;
  }

  /** A pool; a guest is in one pool at most. */
  public record Pool(
      String id, @Nullable String comment, Set<Integer> guests, Set<String> storages) {
    public Pool {
      guests = Set.copyOf(guests);
      storages = Set.copyOf(storages);
    }

    /** The same pool with that guest. */
    public Pool withGuest(int vmid) {
      var more = new TreeSet<>(guests);
      more.add(vmid);
      return new Pool(id, comment, more, storages);
    }

    /** The same pool without that guest. */
    public Pool withoutGuest(int vmid) {
      var fewer = new TreeSet<>(guests);
      fewer.remove(vmid);
      return new Pool(id, comment, fewer, storages);
    }

    /** The same pool with that storage in it or not. */
    public Pool withStorage(String storage, boolean in) {
      var others = new TreeSet<>(storages);
      var changed = in ? others.add(storage) : others.remove(storage);
      return changed ? new Pool(id, comment, guests, others) : this;
    }
  }
}
