package direttore.store.reservation;

import static direttore.store.reservation.ReservationLab.hours;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import direttore.domain.Refusal;
import direttore.domain.guest.GuestKind;
import direttore.domain.node.ClusterName;
import direttore.domain.node.NodeName;
import direttore.domain.reservation.Amount;
import direttore.domain.reservation.AtEnd;
import direttore.domain.reservation.AtStart;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.GuestsWanted;
import direttore.domain.reservation.Margins;
import direttore.domain.reservation.NewReservation;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.ReservationKind;
import direttore.domain.reservation.Resource;
import direttore.domain.reservation.ResourceKind;
import direttore.domain.reservation.Slot;
import direttore.domain.reservation.Storages.StorageUse;
import direttore.domain.reservation.Times;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Room on storages. */
class StorageClaimsTest {
  private static final long GIB = 1L << 30;
  private final ReservationLab lab = new ReservationLab();
  private final PgStorages storages = new PgStorages(lab.database);

  @AfterEach
  void close() {
    lab.close();
  }

  private void keep(StorageUse... all) {
    storages.keep(ClusterName.MAIN, List.of(all));
  }

  private static StorageUse ceph(long disk, long used) {
    return new StorageUse("ceph", null, disk * GIB, used * GIB);
  }

  private Resource only() {
    return lab.resources.all(Set.of(ResourceKind.STORAGE)).getFirst();
  }

  private static NewReservation stoppedAtTheEnd(ClaimRequest claim) {
    return new NewReservation(
        ReservationKind.BOOKING,
        ReservationLab.details("class"),
        new Times(hours(1, 2), ReservationLab.ROME),
        Margins.NONE,
        Phase.BOOKED,
        AtStart.NOTHING,
        AtEnd.STOP,
        List.of(claim),
        List.of(new GuestsWanted(GuestKind.LXC, "ct", 1, new NodeName("pve1"), "{}")));
  }

  @Test
  void noMoreIsPromisedThanIsNotInUse() {
    keep(ceph(100, 30));
    lab.book(hours(1, 2), ClaimRequest.storage("ceph", 50 * GIB));

    var refusal =
        catchThrowableOfType(
            Refusal.ReservationConflict.class,
            () -> lab.book(hours(2, 2), ClaimRequest.storage("ceph", 21 * GIB)));

    assertThat(requireNonNull(refusal.conflicts().getFirst().free()).disk()).isEqualTo(20 * GIB);
    assertThat(requireNonNull(refusal.conflicts().getFirst().free()).cores()).isNull();
    assertThat(lab.book(hours(2, 2), ClaimRequest.storage("ceph", 20 * GIB)).id()).isPositive();
  }

  @Test
  void whatGuestsThatStayTakeIsNotPromisedAfterThem() {
    keep(ceph(100, 30));
    lab.reservations.book(
        stoppedAtTheEnd(ClaimRequest.storage("ceph", 50 * GIB)), ReservationLab.by(null));

    var refusal =
        catchThrowableOfType(
            Refusal.ReservationConflict.class,
            () -> lab.book(hours(24, 2), ClaimRequest.storage("ceph", 21 * GIB)));

    assertThat(requireNonNull(refusal.conflicts().getFirst().free()).disk()).isEqualTo(20 * GIB);
    assertThat(refusal.nextFree()).isEmpty();
  }

  @Test
  void anotherNodeIsOfferedWithItsStorage() {
    lab.nodes("pve1", "pve2", "pve3");
    keep(
        new StorageUse("pve1/local", new NodeName("pve1"), 10 * GIB, 0),
        new StorageUse("pve2/local", new NodeName("pve2"), 10 * GIB, 0));
    var wanted =
        List.of(
            ClaimRequest.share(new NodeName("pve1"), Amount.of(1, 1, 0)),
            ClaimRequest.storage("pve1/local", 6 * GIB));
    lab.book(hours(1, 2), wanted.toArray(ClaimRequest[]::new));

    var refusal =
        catchThrowableOfType(
            Refusal.ReservationConflict.class,
            () -> lab.book(hours(1, 2), wanted.toArray(ClaimRequest[]::new)));

    assertThat(refusal.nextFree())
        .filteredOn(Slot::sameTime)
        .extracting(slot -> slot.claims().stream().map(c -> c.resource().name()).toList())
        .containsExactly(List.of("pve2", "pve2/local"));
  }

  @Test
  void theyFollowTheCluster() {
    var local = new StorageUse("pve1/local", new NodeName("pve1"), 10 * GIB, 0);
    keep(ceph(100, 30), local);

    keep(ceph(0, 0));

    assertThat(only().capacity().disk()).isEqualTo(100 * GIB);
    assertThat(only().standing().disk()).isEqualTo(30 * GIB);
    assertThatExceptionOfType(Refusal.ReservationConflict.class)
        .isThrownBy(() -> lab.book(hours(1, 1), ClaimRequest.storage("pve1/local", GIB)))
        .withMessageContaining("out of service");
    keep(ceph(200, 10), local);
    assertThat(only().capacity().disk()).isEqualTo(200 * GIB);
    assertThat(lab.book(hours(1, 1), ClaimRequest.storage("pve1/local", GIB)).id()).isPositive();
    assertThat(lab.resources.all(Set.of(ResourceKind.STORAGE)))
        .extracting(Resource::node)
        .containsExactly(null, "pve1");
  }
}
