package direttore.store.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.GuestSecrets;
import direttore.domain.guest.VmId;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.guestorder.Terms;
import direttore.domain.guestorder.VmidChoice;
import direttore.domain.node.ClusterName;
import direttore.domain.operation.Operation;
import direttore.domain.operation.OperationFilter;
import direttore.domain.operation.Submission;
import direttore.domain.operation.Submitter;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Guests of two clusters that have the same VMID on nodes of the same name. */
class PgClustersTest extends PgOperationsFixture {
  private static final ClusterName LAB = new ClusterName("lab");
  private static final VmId WEB = new VmId(104);

  @Test
  void guestsOfTwoClustersAreChangedAtOnce() {
    var here = start(ClusterName.MAIN);
    var there = start(LAB);

    assertThat(operations.activeOn(GuestOrder.subject(ClusterName.MAIN, WEB))).contains(here);
    assertThat(operations.activeOn(GuestOrder.subject(LAB, WEB))).contains(there);
    assertThat(GuestOrder.guest(operations.find(there.id()))).isEqualTo(guest(LAB));
    assertThatExceptionOfType(Refusal.Busy.class)
        .isThrownBy(() -> start(LAB))
        .satisfies(e -> assertThat(e.operation()).isEqualTo(there.id()));
  }

  @Test
  void aVmidIsPromisedInItsClusterOnly() {
    start(LAB);
    var free = new VmidChoice.Free(range(104, 110), Set.of());

    assertThat(operations.lowest(ClusterName.MAIN, free)).contains(WEB);
    assertThat(operations.lowest(LAB, free)).contains(new VmId(105));
  }

  @Test
  void aVmidAloneNamesAGuestOfTheMainCluster() {
    var here = start(ClusterName.MAIN);
    start(LAB);

    var found =
        operations.page(new OperationFilter(Set.of(), null, null, WEB, null, null, null, 9));

    assertThat(found.operations()).extracting(Operation::id).containsExactly(here.id());
  }

  private Operation start(ClusterName cluster) {
    var order = new GuestOrder(guest(cluster), start(), Terms.USUAL);
    var by = new Submitter(Actor.stranger("ada"), null, List.of());
    return operations.add(new Submission(order, GuestSecrets.NONE, by)).operation();
  }

  private static GuestRef guest(ClusterName cluster) {
    return new GuestRef(cluster, GuestKind.QEMU, PVE1, WEB);
  }
}
