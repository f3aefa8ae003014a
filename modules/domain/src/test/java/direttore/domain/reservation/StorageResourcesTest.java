package direttore.domain.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.cluster.Cluster;
import direttore.domain.cluster.Reading;
import direttore.domain.guest.DiskSize;
import direttore.domain.guest.GuestName;
import direttore.domain.guest.NewContainer;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.node.ClusterName;
import direttore.domain.node.NodeName;
import direttore.domain.node.Storage;
import direttore.domain.reservation.Storages.StorageUse;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StorageResourcesTest {
  private static final NodeName ONE = new NodeName("pve1");
  private static final NodeName TWO = new NodeName("pve2");
  private static final long GIB = 1L << 30;
  private final List<StorageUse> kept = new ArrayList<>();
  private final List<Storages.Brought> brought = new ArrayList<>();

  private final Storages storages =
      new Storages() {
        @Override
        public void keep(ClusterName cluster, List<StorageUse> all) {
          kept.addAll(all);
        }

        @Override
        public List<Brought> brought(ClusterName cluster) {
          return brought;
        }
      };

  private static Storage storage(String name, boolean shared, boolean active, String content) {
    return new Storage(
        name, "dir", Set.of(content), 60 * GIB, 100 * GIB, true, active, shared, null);
  }

  private void keep(Map<NodeName, List<Storage>> told) {
    var cluster =
        (Cluster)
            Proxy.newProxyInstance(
                Cluster.class.getClassLoader(),
                new Class<?>[] {Cluster.class},
                (proxy, method, arguments) -> reading(told));
    assertThat(new StorageResources(cluster, storages).keep()).isEmpty();
  }

  private static Reading<Map<NodeName, List<Storage>>> reading(Map<NodeName, List<Storage>> told) {
    return new Reading<>(told, Instant.EPOCH, null);
  }

  @Test
  void whatAllNodesShareIsOneAndWhatOneHasIsIts() {
    keep(
        Map.of(
            ONE,
            List.of(
                storage("ceph", true, false, "images"),
                storage("local", false, true, "rootdir"),
                storage("isos", true, true, "iso")),
            TWO,
            List.of(storage("ceph", true, true, "images"))));

    assertThat(kept)
        .containsExactly(
            new StorageUse("ceph", null, 100 * GIB, 40 * GIB),
            new StorageUse("pve1/local", ONE, 100 * GIB, 40 * GIB));
  }

  @Test
  void whatReservationsBroughtIsNotInUseBesideThem() {
    brought.add(new Storages.Brought(ONE, container("local")));
    brought.add(new Storages.Brought(TWO, container("local")));
    brought.add(new Storages.Brought(ONE, container("ceph")));

    keep(Map.of(ONE, List.of(storage("local", false, true, "rootdir"))));

    assertThat(kept).containsExactly(new StorageUse("pve1/local", ONE, 100 * GIB, 32 * GIB));
  }

  private static GuestAction.Creation container(String storage) {
    return new GuestAction.CreateContainer(
        new NewContainer(
            new GuestName("ct"),
            1,
            512,
            0,
            storage,
            DiskSize.ofGib(8),
            "local:vztmpl/ubuntu.tar.gz",
            List.of(),
            List.of(),
            true,
            false,
            "",
            List.of(),
            true));
  }
}
