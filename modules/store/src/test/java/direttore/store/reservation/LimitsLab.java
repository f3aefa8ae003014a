package direttore.store.reservation;

import direttore.domain.access.Actor;
import direttore.domain.access.Person;
import direttore.domain.access.TeamName;
import direttore.domain.group.Member;
import direttore.domain.guest.DiskSize;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestName;
import direttore.domain.guest.GuestSecrets;
import direttore.domain.guest.NewContainer;
import direttore.domain.guest.VmId;
import direttore.domain.guest.VmidRange;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.guestorder.Terms;
import direttore.domain.guestorder.VmidChoice;
import direttore.domain.node.ClusterName;
import direttore.domain.node.NodeName;
import direttore.domain.operation.Submitter;
import direttore.domain.reservation.AtEnd;
import direttore.domain.reservation.AtStart;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.Details;
import direttore.domain.reservation.GuestsWanted;
import direttore.domain.reservation.Margins;
import direttore.domain.reservation.NewReservation;
import direttore.domain.reservation.Party;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.ReservationKind;
import direttore.domain.reservation.Times;
import direttore.domain.reservation.Where;
import direttore.domain.reservation.Window;
import direttore.domain.reservation.life.NewPart;
import direttore.store.quota.QuotaLab;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** People with quotas who book guests and order others. */
final class LimitsLab implements AutoCloseable {
  static final TeamName RED = QuotaLab.RED;
  final QuotaLab people = new QuotaLab();
  final ReservationLab lab = new ReservationLab(people.database).nodes("pve1", "pve2");

  /** Containers of one core, 1 GiB of memory and 8 GiB of disk. */
  static NewReservation wanted(
      Person person, @Nullable TeamName team, Window window, int count, AtEnd atEnd) {
    var parts =
        IntStream.rangeClosed(1, count)
            .mapToObj(
                n -> new NewPart("ct-" + n, new Member(order("ct-" + n), team), GuestSecrets.NONE))
            .toList();
    return new NewReservation(
        ReservationKind.BOOKING,
        new Details(
            "class",
            "",
            new Party(person.name().value(), person.id(), team),
            new Where(GuestKind.LXC, null, null),
            false),
        new Times(window, ReservationLab.ROME),
        Margins.NONE,
        Phase.BOOKED,
        AtStart.NOTHING,
        atEnd,
        List.of(),
        List.of(
            new GuestsWanted(GuestKind.LXC, "ct-{n}", count, new NodeName("pve1"), "{}")
                .ordered(parts)));
  }

  private static GuestOrder order(String name) {
    return new GuestOrder(
        ClusterName.MAIN,
        GuestKind.LXC,
        new NodeName("pve1"),
        new VmidChoice.Free(new VmidRange(new VmId(5000), new VmId(5999)), Set.of()),
        new GuestAction.CreateContainer(
            new NewContainer(
                new GuestName(name),
                1,
                1024,
                0,
                "local-lvm",
                DiskSize.ofGib(8),
                "local:vztmpl/ubuntu.tar.gz",
                List.of(),
                List.of(),
                true,
                false,
                "",
                List.of(),
                true)),
        Terms.USUAL);
  }

  static Submitter by(Person person) {
    return new Submitter(person.actor(Actor.Via.SESSION), null, List.of());
  }

  /** Books so many guests of one core, which are gone at the end. */
  Reservation book(Person person, @Nullable TeamName team, Window window, int count) {
    return lab.reservations.book(wanted(person, team, window, count, AtEnd.DESTROY), by(person));
  }

  /** Books for somebody what brings nothing. */
  Reservation claim(Person person, @Nullable TeamName team, Window window, ClaimRequest... claims) {
    return lab.reservations.book(
        NewReservation.booking(
            wanted(person, team, window, 1, AtEnd.DESTROY).details(),
            new Times(window, ReservationLab.ROME),
            List.of(claims)),
        by(person));
  }

  @Override
  public void close() {
    people.close();
  }
}
