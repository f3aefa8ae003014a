package direttore.store.reservation;

import static direttore.store.reservation.ReservationLab.NOW;
import static direttore.store.reservation.ReservationLab.hours;
import static direttore.store.reservation.ReservationLab.node;
import static direttore.store.reservation.ReservationLab.share;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import direttore.domain.Refusal;
import direttore.domain.guest.VmId;
import direttore.domain.node.ClusterName;
import direttore.domain.node.Overcommit;
import direttore.domain.reservation.Amount;
import direttore.domain.reservation.Availability;
import direttore.domain.reservation.Capacity;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.Margins;
import direttore.domain.reservation.Resource;
import direttore.domain.reservation.ResourceChange;
import direttore.domain.reservation.ResourceKind;
import direttore.domain.reservation.Resources.NodeUse;
import direttore.domain.reservation.Window;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PgResourcesTest {
  private static final Overcommit TWICE = new Overcommit(2, 1);
  private ReservationLab lab;

  @BeforeEach
  void open() {
    lab = new ReservationLab();
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void nodesComeAndGoWithTheCluster() {
    keep(use("pve1", 8), use("pve2", 8));
    var first = lab.resources.all(Set.of(ResourceKind.NODE)).getFirst();
    lab.change(
        first,
        new ResourceChange(null, new Capacity(8, 8192L, null, null, null, null, 3, 1), null, null));

    keep(use("pve1", 16));

    assertThat(lab.resources.all(Set.of(ResourceKind.NODE)))
        .extracting(
            Resource::name,
            r -> r.capacity().cores(),
            r -> r.capacity().coresFactor(),
            Resource::outOfService)
        .containsExactly(
            tuple("pve1", 16, 3.0, null), tuple("pve2", 8, 2.0, "its cluster has it no more"));
    keep(use("pve1", 0), use("pve2", 8));
    assertThat(lab.resources.all(Set.of(ResourceKind.NODE)))
        .extracting(r -> r.capacity().cores(), Resource::outOfService)
        .containsExactly(tuple(16, null), tuple(8, null));
  }

  private void keep(NodeUse... nodes) {
    lab.resources.keep(ClusterName.MAIN, List.of(nodes), TWICE);
  }

  private static NodeUse use(String name, int cores) {
    return new NodeUse(name, cores, cores * 1024L, Amount.NONE);
  }

  @Test
  void whatIsEnteredByHandIsRemovedByHandWhenNobodyClaimsIt() {
    var device = lab.device("sw1", "switch", "junos");
    assertThatExceptionOfType(Refusal.WrongState.class)
        .isThrownBy(() -> lab.device("sw1"))
        .satisfies(e -> assertThat(e.field()).isEqualTo("name"));
    var one = lab.book(hours(1, 1), ClaimRequest.device("sw1"));

    assertThatExceptionOfType(Refusal.WrongState.class)
        .isThrownBy(() -> lab.resources.remove(device.id()))
        .withMessageContaining("is claimed by reservation " + one.id());
    lab.reservations.cancel(one.id(), null, null);
    lab.resources.remove(device.id());
    assertThat(lab.resources.all(Set.of())).isEmpty();
    assertThat(lab.reservations.find(one.id()).claims()).isEmpty();
  }

  @Test
  void itsTimelineSaysWhoHasItWhen() {
    lab.nodes("pve1");
    var one = lab.book(hours(1, 2), share("pve1", 4));
    var other = lab.book(hours(5, 1), node("pve1"));
    lab.book(hours(50, 1), node("pve1"));
    var id = one.claims().getFirst().resource().id();

    assertThat(lab.resources.timeline(id, hours(0, 24)))
        .extracting(use -> use.by().reservation(), use -> use.share() == null, use -> use.window())
        .containsExactly(
            tuple(one.id(), false, one.window()), tuple(other.id(), true, other.window()));
  }

  @Test
  void guestsThatReservationsBroughtAreToldApart() {
    lab.nodes("pve1");
    var one = lab.book(hours(1, 1), share("pve1", 1));
    lab.database
        .client()
        .execute()
        .dml(
            """
            WITH p AS (
              SELECT gen_random_uuid() AS id, name, making, guest, state
                FROM (VALUES ('a', jsonb '{}', 'main/pve1/qemu/104', 'ready'),
                             ('b', jsonb '{}', 'main/pve1/lxc/105', 'gone'),
                             ('c', jsonb '{}', NULL, 'making'),
                             ('d', NULL, 'main/pve1/qemu/106', 'ready'))
                       AS v(name, making, guest, state)
            ), f AS (
              INSERT INTO operation_fence (id, tells) SELECT id, 'reservation 1' FROM p)
            INSERT INTO part (id, reservation, name, making, guest, at_end, want, state)
            SELECT id, %d, name, making, guest, 'destroy', 'present', state FROM p
            """
                .formatted(one.id()));

    assertThat(lab.resources.brought(ClusterName.MAIN)).containsExactly(new VmId(104));
    // What is left of it takes room that nobody claims any more.
    lab.reservations.cancel(one.id(), null, null);
    assertThat(lab.resources.brought(ClusterName.MAIN)).isEmpty();
  }

  @Test
  void aSearchIsCappedAndSaysWhereToGoOn() {
    lab.nodes("pve1");
    lab.book(hours(0, 24 * 100), node("pve1"));
    var wanted =
        new Availability.Wanted(List.of(node("pve1")), Duration.ofHours(1), Margins.NONE, null);
    var within = Window.of(NOW, Duration.ofDays(300));

    var first = lab.availability.slots(wanted, within, 2);
    assertThat(first.slots()).isEmpty();
    var next = NOW.plus(Availability.FARTHEST);
    assertThat(first.next()).isEqualTo(next);
    var second = lab.availability.slots(wanted, new Window(next, within.to()), 1);
    assertThat(second.slots().getFirst().window()).isEqualTo(hours(24 * 100, 1));
  }

  @Test
  void anyOfWithoutTagsIsAnyOfItsKind() {
    lab.nodes("pve1", "pve2");
    lab.book(hours(1, 1), node("pve1"));

    assertThat(
            lab.book(
                    hours(1, 1),
                    new ClaimRequest.AnyOf(ResourceKind.NODE, new TreeSet<>(), null, 1))
                .claims())
        .extracting(claim -> claim.resource().name())
        .containsExactly("pve2");
  }
}
