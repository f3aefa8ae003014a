package direttore.acceptance;

import direttore.domain.access.Actor;
import direttore.domain.group.Member;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestSecrets;
import direttore.domain.guest.VmId;
import direttore.domain.guest.VmidRange;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.guestorder.Terms;
import direttore.domain.guestorder.VmidChoice;
import direttore.domain.node.ClusterName;
import direttore.domain.operation.Submitter;
import direttore.domain.reservation.AtEnd;
import direttore.domain.reservation.AtStart;
import direttore.domain.reservation.Details;
import direttore.domain.reservation.GuestsWanted;
import direttore.domain.reservation.Margins;
import direttore.domain.reservation.NewReservation;
import direttore.domain.reservation.Party;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.ReservationChange;
import direttore.domain.reservation.ReservationKind;
import direttore.domain.reservation.Times;
import direttore.domain.reservation.Where;
import direttore.domain.reservation.Window;
import direttore.domain.reservation.life.Life;
import direttore.domain.reservation.life.NewPart;
import direttore.domain.reservation.life.PartOperation;
import direttore.store.operation.Safe;
import direttore.store.reservation.LifeConsequences;
import direttore.store.reservation.PgLives;
import direttore.store.reservation.PgReservations;
import direttore.testkit.Limit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/** Reservations in a lab whose only client is a worker process. */
final class ReservationLab {
  private static final Duration PATIENCE = Limit.NEVER;
  private static final VmidRange RANGE = new VmidRange(new VmId(300), new VmId(999));
  private final PgLives lives;
  private final PgReservations reservations;

  ReservationLab(WorkerLab lab) {
    // Another key than the program's: these orders have no secrets.
    var safe = new Safe(new byte[32]);
    this.lives = new PgLives(lab.database(), safe, Clock.systemUTC());
    this.reservations =
        new PgReservations(
            lab.database(),
            safe,
            Clock.systemUTC(),
            UUID::randomUUID,
            new LifeConsequences(
                safe, vmid -> Optional.empty(), Clock.systemUTC(), UUID::randomUUID));
  }

  /** Reserves a time that brings containers into being. */
  long book(Window window, Margins margins, AtEnd atEnd, int guests) {
    var details =
        new Details(
            "a class",
            "",
            new Party("tester", null, null),
            new Where(GuestKind.LXC, null, null),
            false);
    var wanted =
        new GuestsWanted(GuestKind.LXC, "pc-{n}", guests, null, "{}").ordered(parts(guests));
    return reservations
        .book(
            new NewReservation(
                ReservationKind.BOOKING,
                details,
                new Times(window, ZoneOffset.UTC),
                margins,
                Phase.BOOKED,
                AtStart.NOTHING,
                atEnd,
                List.of(),
                List.of(wanted)),
            new Submitter(Actor.stranger("tester"), null, List.of()))
        .id();
  }

  void giveBack(long id) {
    reservations.giveBack(id, null);
  }

  /** Has it end two seconds from now; answers when that is. */
  Instant endSoon(long id) {
    var there = reservations.find(id);
    var end = Instant.now().plusSeconds(2).truncatedTo(ChronoUnit.MILLIS);
    var times = there.times().at(new Window(there.window().from(), end));
    return reservations.change(id, ReservationChange.NOTHING.withTimes(times), null).window().to();
  }

  private static List<NewPart> parts(int guests) {
    var order =
        new GuestOrder(
            ClusterName.MAIN,
            GuestKind.LXC,
            WorkerLab.NODE,
            new VmidChoice.Free(RANGE, Set.of()),
            Scenario.stoppedContainer(),
            Terms.USUAL);
    return IntStream.range(0, guests)
        .mapToObj(i -> new NewPart("pc-" + i, new Member(order, null), GuestSecrets.NONE))
        .toList();
  }

  Life find(long id) {
    return lives.find(id);
  }

  Life await(long id, Predicate<Life> until) {
    return Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> find(id), until);
  }

  List<PartOperation> operations(long id) {
    return lives.operations(id).values().stream().flatMap(Collection::stream).toList();
  }
}
