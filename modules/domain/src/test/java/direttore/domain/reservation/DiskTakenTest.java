package direttore.domain.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.guest.DiskSize;
import direttore.domain.guest.GuestName;
import direttore.domain.guest.NewVm;
import direttore.domain.guest.VmId;
import direttore.domain.guest.VmSource;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.node.NodeName;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DiskTakenTest {
  private static final long GIB = 1L << 30;

  private static GuestAction.Creation vm(VmSource source) {
    return new GuestAction.CreateVm(
        new NewVm(
            new GuestName("pc"),
            1,
            512,
            source,
            List.of(),
            null,
            List.of(),
            "l26",
            "",
            List.of(),
            false));
  }

  private static VmSource.Clone copy(boolean full, long bytes, Set<String> storages) {
    return new VmSource.Clone(
        new VmId(100), full, new NodeName("pve1"), null, null, 1, bytes, storages);
  }

  @Test
  void aNewDiskIsWhereItsOrderSays() {
    var blank = new VmSource.Blank(null, "ceph", DiskSize.ofGib(8));

    assertThat(DiskTaken.of(vm(blank))).contains(new DiskTaken("ceph", 8 * GIB));
  }

  @Test
  void aCopyIsWhereItsTemplateIs() {
    assertThat(DiskTaken.of(vm(copy(true, 8 * GIB, Set.of("ceph")))))
        .contains(new DiskTaken("ceph", 8 * GIB));
  }

  @Test
  void nothingIsSaidOfWhatIsNotKnown() {
    assertThat(DiskTaken.of(vm(copy(true, 0, Set.of())))).isEmpty();
    assertThat(DiskTaken.of(vm(copy(true, 8 * GIB, Set.of("ceph", "local"))))).isEmpty();
    assertThat(DiskTaken.of(vm(copy(false, 8 * GIB, Set.of("ceph"))))).isEmpty();
  }
}
