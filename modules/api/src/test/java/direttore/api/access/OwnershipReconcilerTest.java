package direttore.api.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.api.FakeOperations;
import direttore.api.TestApi;
import direttore.domain.access.Grant;
import direttore.domain.access.Person;
import direttore.domain.access.Role;
import direttore.domain.agenda.DutyFailed;
import direttore.domain.guest.GuestDetail;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.GuestSize;
import direttore.domain.guest.Marker;
import direttore.domain.guest.VmId;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.guestorder.GuestStep;
import direttore.domain.holding.FailedMaking;
import direttore.domain.holding.Holding;
import direttore.domain.holding.OwnershipReconciler;
import direttore.domain.node.NodeName;
import direttore.domain.operation.Operation.Failure;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OwnershipReconcilerTest {
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

  private OwnershipReconciler reconciler(Duration later) {
    var clock = Clock.fixed(FakeOperations.NOW.plus(later), ZoneOffset.UTC);
    return new OwnershipReconciler(api.cluster, api.access.holdings, api.operations, clock);
  }

  private List<Integer> swept(Duration later) {
    reconciler(later).reconcile();
    return left();
  }

  private List<Integer> left() {
    return api.access.holdings.guests().stream().map(h -> h.vmid().value()).toList();
  }

  @Test
  void whoseGuestIsGoneOwnsNothing() {
    assertThat(swept(Duration.ofHours(1))).containsExactly(100);
  }

  @Test
  void nothingIsForgottenWhileTheAccountSeesNoGuests() {
    api.cluster.guests.clear();
    api.cluster.publish();

    assertThat(swept(Duration.ofHours(1))).containsExactly(100, 4711);
  }

  @Test
  void nothingIsForgottenWhileAGuestIsThereThatTheAccountDoesNotSee() {
    api.cluster.guests.removeIf(g -> g.ref().vmid().value() == 100);
    api.cluster.publish();

    assertThat(swept(Duration.ofHours(1))).containsExactly(100, 4711);
  }

  private void born(int vmid, long seconds) {
    var vm = Map.<String, Object>of("meta", "creation-qemu=9.2.0,ctime=" + seconds);
    api.cluster.guests.removeIf(g -> g.ref().vmid().value() == vmid);
    api.cluster.add(GuestKind.QEMU, vmid, "web", false, false, vm);
    api.cluster.publish();
  }

  @Test
  void whoseVmidHasAnotherGuestOwnsNothing() {
    born(100, 1_700_000_000);
    assertThat(swept(Duration.ofHours(1))).containsExactly(100);

    born(100, 1_800_000_000);

    assertThat(swept(Duration.ofHours(2))).isEmpty();
  }

  @Test
  void whatWasForgottenIsGivenBackOnceItIsSeenAgain() {
    born(100, 1_700_000_000);
    swept(Duration.ofHours(1));
    api.access.holdings.forget(Holding.guest(new VmId(100)), FakeOperations.NOW);
    assertThat(left()).isEmpty();

    assertThat(reconciler(Duration.ofHours(2)).restore())
        .singleElement()
        .satisfies(f -> assertThat(f.name()).isEqualTo(ana.name()));
    assertThat(left()).containsExactly(100);
  }

  @Test
  void anotherGuestIsNotGivenToWhomTheFirstWasForgottenOf() {
    born(100, 1_700_000_000);
    swept(Duration.ofHours(1));
    api.access.holdings.forget(Holding.guest(new VmId(100)), FakeOperations.NOW);
    born(100, 1_800_000_000);

    assertThat(reconciler(Duration.ofHours(2)).restore()).isEmpty();
  }

  @Test
  void aGuestThatWasOrderedAMomentAgoIsWaitedFor() {
    assertThat(swept(Duration.ofMinutes(1))).containsExactly(100, 4711);
  }

  @Test
  void whatIsNotKnownNowIsNotSwept() {
    api.cluster.trouble = "nobody answers";
    var reconciler = reconciler(Duration.ofHours(1));

    for (var duty : List.<ThrowingCallable>of(reconciler::reconcile, reconciler::restore)) {
      assertThatExceptionOfType(DutyFailed.class)
          .isThrownBy(duty)
          .withMessage("The guests cannot be seen: nobody answers");
    }

    assertThat(left()).containsExactly(100, 4711);
  }

  @Test
  void aGuestCountsAsLargeAsItIs() {
    reconciler(Duration.ofHours(1)).reconcile();

    var holding = api.access.holdings.guests().getFirst();
    assertThat(holding.size()).isEqualTo(new GuestSize(2, 2048, 8 * GIB));
    assertThat(holding.measured()).isEqualTo(FakeOperations.NOW.plus(Duration.ofHours(1)));
  }

  @Test
  void whoseNodeDoesNotTellTheDisksKeepsThem() {
    api.access.give(100, ana, new GuestSize(1, 512, 30 * GIB));
    api.cluster.details.clear();

    reconciler(Duration.ofHours(1)).reconcile();

    assertThat(api.access.holdings.guests().getFirst().size())
        .isEqualTo(new GuestSize(2, 2048, 30 * GIB));
  }

  /** An order of a container of ana's that failed. */
  private UUID failed(int vmid) {
    var ordered =
        api.client()
            .post(
                "/api/proxmox/nodes/pve1/lxc",
                """
                {"hostname":"box","storage":"local-lvm","template":"local:vztmpl/debian.tar.zst",
                 "vmid":%d}
                """
                    .formatted(vmid),
                "Prefer",
                "wait=0");
    var id = UUID.fromString(ordered.json().path("operation").asText());
    api.operations.change(id, o -> o.failed(new Failure("task-failed", "no"), FakeOperations.NOW));
    api.access.give(vmid, ana);
    attempted(id);
    return id;
  }

  private void attempted(UUID id) {
    var guest = GuestOrder.guest(api.operations.find(id));
    api.access.holdings.failures.removeIf(a -> a.guest().equals(guest));
    api.access.holdings.failures.add(new FailedMaking(id, guest, ana.name(), FakeOperations.NOW));
  }

  private void add(int vmid, String description) {
    var note = Map.<String, Object>of("description", description);
    api.cluster.add(GuestKind.LXC, vmid, "box", false, false, note);
    api.cluster.publish();
  }

  private List<Integer> freed() {
    return reconciler(Duration.ofSeconds(20)).freeRoom().stream()
        .map(a -> a.guest().vmid().value())
        .toList();
  }

  @Test
  void anOrderThatFailedHoldsRoomOnlyWhereItLeftItsGuest() {
    failed(301);
    add(302, new Marker(failed(302)).in("mine"));
    failed(303);
    add(303, "made by hand");

    assertThat(freed()).containsExactly(301, 303);
    assertThat(left()).contains(302).doesNotContain(301, 303);
  }

  @Test
  void aGuestThatIsBeingMadeIsNobodyElsesYet() {
    failed(301);
    add(301, "");
    var ref = new GuestRef(GuestKind.LXC, new NodeName("pve1"), new VmId(301));
    api.cluster.details.computeIfPresent(
        ref,
        (r, d) ->
            new GuestDetail(
                r, d.config(), d.status(), d.disks(), List.of(), false, false, "create", false));

    assertThat(freed()).isEmpty();
    assertThat(swept(Duration.ofHours(1))).contains(301);
  }

  @Test
  void theGuestThatARepeatedOrderMadeBeforeStaysItsOwners() {
    var first = failed(301);
    add(301, new Marker(first).in(""));
    api.operations.change(first, o -> o.done(GuestStep.CREATE.wire(), FakeOperations.NOW));
    var again =
        api.client().post("/api/operations/" + first + "/retry", "{}", "Prefer", "wait=0").json();
    attempted(UUID.fromString(again.path("operation").asText()));

    assertThat(freed()).isEmpty();
    assertThat(swept(Duration.ofHours(1))).contains(301);
  }

  @Test
  void whoseOrderFailedLongAgoDoesNotOwnWhatAnotherMadeThere() {
    failed(301);
    failed(302);
    add(301, "made by hand");
    add(302, new Marker(UUID.randomUUID()).in("of somebody else"));

    assertThat(swept(Duration.ofHours(1))).containsExactly(100);
  }
}
