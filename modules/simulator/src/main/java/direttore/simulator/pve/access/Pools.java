package direttore.simulator.pve.access;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What access control asks the cluster: pools pass their permissions on to their members. */
public interface Pools {

  /** Every pool. */
  Set<String> names();

  /** The pool that holds the guest, or null. */
  @Nullable String ofGuest(int vmid);

  /** The pools that hold the storage. */
  Set<String> ofStorage(String storage);

  /** Access paths ({@code /vms/100}, {@code /storage/local}) of a pool's members. */
  List<String> members(String pool);

  /** The name of the cluster, or null for a lone node; a login answer shows it. */
  default @Nullable String clusterName() {
    return null;
  }

  /** No pools at all. */
  Pools NONE =
      new Pools() {
        @Override
        public Set<String> names() {
          return Set.of();
        }

        @Override
        public @Nullable String ofGuest(int vmid) {
          return null;
        }

        @Override
        public Set<String> ofStorage(String storage) {
          return Set.of();
        }

        @Override
        public List<String> members(String pool) {
          return List.of();
        }
      };
}
