package direttore.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.api.FakeOperations;
import direttore.api.TestApi;
import direttore.domain.access.Grant;
import direttore.domain.access.Person;
import direttore.domain.access.Role;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.GuestSize;
import direttore.domain.guest.VmId;
import direttore.domain.node.NodeName;
import direttore.domain.provision.OwnerSweep;
import direttore.domain.quota.Attempt;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OwnerSweepTest {
  private static final long GIB = 1L << 30;
  private final TestApi api = new TestApi();
  private final Person ana = api.access.person("ana", Grant.everywhere(Role.USER));

  @BeforeEach
  void owners() {
    api.access.give(100, ana);
    api.access.give(4711, ana);
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private OwnerSweep sweep(Duration later) {
    var clock = Clock.fixed(FakeOperations.NOW.plus(later), ZoneOffset.UTC);
    return new OwnerSweep(api.cluster, api.access.quotas, clock);
  }

  private List<Integer> swept(Duration later) {
    sweep(later).sweep();
    return left();
  }

  private List<Integer> left() {
    return api.access.quotas.holdings().stream().map(h -> h.vmid().value()).toList();
  }

  @Test
  void whoseGuestIsGoneOwnsNothing() {
    assertThat(swept(Duration.ofHours(1))).containsExactly(100);
  }

  @Test
  void aGuestThatWasOrderedAMomentAgoIsWaitedFor() {
    assertThat(swept(Duration.ofMinutes(1))).containsExactly(100, 4711);
  }

  @Test
  void whatIsNotKnownNowIsNotSwept() {
    api.cluster.trouble = "nobody answers";

    assertThat(swept(Duration.ofHours(1))).containsExactly(100, 4711);
  }

  @Test
  void aGuestCountsAsLargeAsItIs() {
    sweep(Duration.ofHours(1)).sweep();

    var holding = api.access.quotas.holdings().getFirst();
    assertThat(holding.size()).isEqualTo(new GuestSize(2, 2048, 8 * GIB));
    assertThat(holding.measured()).isEqualTo(FakeOperations.NOW.plus(Duration.ofHours(1)));
  }

  @Test
  void whoseNodeDoesNotTellTheDisksKeepsThem() {
    api.access.give(100, ana, new GuestSize(1, 512, 30 * GIB));
    api.cluster.details.clear();

    sweep(Duration.ofHours(1)).sweep();

    assertThat(api.access.quotas.holdings().getFirst().size())
        .isEqualTo(new GuestSize(2, 2048, 30 * GIB));
  }

  @Test
  void anOrderThatFailedHoldsRoomOnlyWhereItLeftAGuest() {
    for (var vmid : List.of(100, 4711)) {
      var guest = new GuestRef(GuestKind.QEMU, new NodeName("pve1"), new VmId(vmid));
      api.access.quotas.attempts.add(new Attempt(guest, "ana", FakeOperations.NOW));
    }

    assertThat(sweep(Duration.ofSeconds(20)).freeRoom())
        .extracting(a -> a.guest().vmid().value())
        .containsExactly(4711);
    assertThat(left()).containsExactly(100);
  }
}
