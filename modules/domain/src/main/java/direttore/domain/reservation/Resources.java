package direttore.domain.reservation;

import direttore.domain.guest.VmId;
import direttore.domain.node.ClusterName;
import direttore.domain.node.Overcommit;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be claimed. */
public interface Resources {
  /** By kind and name; ranges of addresses only while somebody claims them. */
  List<Resource> all(ResourceFilter filter);

  /** All of some kinds, of every kind where none is named. */
  default List<Resource> all(Set<ResourceKind> kinds) {
    return all(ResourceFilter.of(kinds));
  }

  /** Refuses with {@code NotFound} for an id nobody knows. */
  Resource find(int id);

  Optional<Resource> find(ResourceKind kind, ClusterName cluster, String name);

  /** Refuses with {@code WrongState} where there is one of that name. */
  Resource add(NewResource entered);

  /** Removes what was entered by hand. Refuses with {@code WrongState} while anybody claims it. */
  void remove(int id);

  /**
   * Has the nodes of a cluster be resources: adds those that are new, and notes how large they are
   * and what of them is in use outside reservations. Those that are gone are out of service.
   *
   * @param factors how many times over what a new one has may be promised
   */
  void keep(ClusterName cluster, List<NodeUse> nodes, Overcommit factors);

  /** The guests that reservations brought into being, and still claim room for. */
  Set<VmId> brought(ClusterName cluster);

  /** Who has it when, by their start: holding claims that touch a window. */
  List<Use> timeline(int id, Window window);

  /**
   * Who has these at a moment, and who comes next; nothing for what nobody has or will have.
   *
   * @param ahead what begins later than so long after is left out
   */
  Map<Integer, Occupancy> occupancies(Collection<Integer> ids, Instant moment, Duration ahead);

  /**
   * Who has a resource, and who comes next.
   *
   * @param now those who have it, by their start
   * @param next whoever begins to have it first after that, or null
   */
  record Occupancy(List<Use> now, @Nullable Use next) {
    public static final Occupancy FREE = new Occupancy(List.of(), null);

    public Occupancy {
      now = List.copyOf(now);
    }
  }

  /**
   * A node as the cluster tells it.
   *
   * @param memory MiB
   * @param standing what its guests take that no reservation brought
   */
  record NodeUse(String name, int cores, long memory, Amount standing) {}

  /**
   * That somebody has it for a time.
   *
   * @param during with margins
   * @param share how much of it, or null for the whole
   */
  record Use(Conflict.By by, Window during, Window window, @Nullable Amount share) {}
}
