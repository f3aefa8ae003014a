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
import direttore.store.Database;
import direttore.store.Row;
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
  private static final int VMIDS = 10;
  private final Database database;
  private final PgLives lives;
  private final PgReservations reservations;
  private int vmids = 300;

  ReservationLab(WorkerLab lab) {
    // Another key than the program's: these orders have no secrets.
    var safe = new Safe(new byte[32]);
    this.database = lab.database();
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

  /** Somebody who may have reservations and guests. */
  Party person(String name) {
    var id = UUID.randomUUID();
    database
        .client()
        .execute()
        .createInsert(
            "INSERT INTO person (id, name, display, created_at) VALUES (:id, :name, :name2, now())")
        .addParam("id", id)
        .addParam("name", name)
        .addParam("name2", name)
        .execute();
    return new Party(name, id, null);
  }

  /** Whether nothing is begun for somebody from now on. */
  void disable(Party party, boolean disabled) {
    database
        .client()
        .execute()
        .createUpdate("UPDATE person SET disabled = :disabled WHERE name = :name")
        .addParam("disabled", disabled)
        .addParam("name", party.requester())
        .execute();
  }

  /** Whose a guest is. */
  UUID owner(VmId vmid) {
    return database
        .client()
        .execute()
        .createGet("SELECT person FROM holding WHERE kind = 'guest' AND key = :key")
        .addParam("key", vmid.toString())
        .execute()
        .map(row -> new Row(row).uuid("person"))
        .orElseThrow();
  }

  /** Reserves a time that brings containers into being. */
  long book(Window window, Margins margins, AtEnd atEnd, int guests) {
    return book(window, margins, atEnd, guests, new Party("tester", null, null));
  }

  /** The same for somebody. */
  long book(Window window, Margins margins, AtEnd atEnd, int guests, Party party) {
    var details = new Details("a class", "", party, new Where(GuestKind.LXC, null, null), false);
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

  void repair(long id, UUID part) {
    lives.repair(id, Set.of(part), "tester");
  }

  void handOver(long id, Party to) {
    var old = reservations.find(id).details();
    var details = new Details(old.title(), old.notes(), to, old.where(), old.hidden());
    reservations.change(id, ReservationChange.NOTHING.withDetails(details), null);
  }

  /** Has it end two seconds from now; answers when that is. */
  Instant endSoon(long id) {
    var there = reservations.find(id);
    var end = Instant.now().plusSeconds(2).truncatedTo(ChronoUnit.MILLIS);
    var times = there.times().at(new Window(there.window().from(), end));
    return reservations.change(id, ReservationChange.NOTHING.withTimes(times), null).window().to();
  }

  /** Their guests have VMIDs that no other had before: what was done to each can be counted. */
  private List<NewPart> parts(int guests) {
    var range = new VmidRange(new VmId(vmids), new VmId(vmids + VMIDS - 1));
    vmids += VMIDS;
    var order =
        new GuestOrder(
            ClusterName.MAIN,
            GuestKind.LXC,
            WorkerLab.NODE,
            new VmidChoice.Free(range, Set.of()),
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
