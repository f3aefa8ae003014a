package direttore.store.reservation;

import direttore.domain.access.Actor;
import direttore.domain.group.Member;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.GuestSecrets;
import direttore.domain.guest.PowerAction;
import direttore.domain.guest.VmId;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.guestorder.Terms;
import direttore.domain.node.NodeName;
import direttore.domain.operation.Membership;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Submission;
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
import direttore.domain.reservation.ReservationKind;
import direttore.domain.reservation.Reservations;
import direttore.domain.reservation.Times;
import direttore.domain.reservation.Where;
import direttore.domain.reservation.Window;
import direttore.domain.reservation.life.Life;
import direttore.domain.reservation.life.NewPart;
import direttore.domain.reservation.life.Part;
import direttore.store.Database;
import direttore.store.TestDatabase;
import direttore.store.Transaction;
import direttore.store.operation.PgOperations;
import direttore.store.operation.Safe;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Reservations in PostgreSQL with what becomes of them. */
abstract class LivesOnPostgres {
  static final Clock CLOCK = Clock.systemUTC();
  final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  static final GuestSecrets PASSWORD = new GuestSecrets("a secret", List.of());
  static final Submitter BY = new Submitter(Actor.ANYBODY, null, List.of());
  static final GuestRef GUEST = new GuestRef(GuestKind.QEMU, new NodeName("pve1"), new VmId(104));
  Database database;
  PgLives lives;
  PgOperations operations;
  PgReservations reservations;
  Consequences consequences;

  /** What the cluster knows of the guest of any VMID. */
  Optional<GuestRef> known = Optional.of(GUEST);

  @BeforeEach
  void open() {
    database = TestDatabase.migrated();
    var safe = new Safe(new byte[32]);
    lives = new PgLives(database, safe, CLOCK);
    operations = new PgOperations(database, safe, CLOCK, UUID::randomUUID);
    consequences = new LifeConsequences(safe, vmid -> known, CLOCK, UUID::randomUUID);
    reservations = new PgReservations(database, safe, CLOCK, UUID::randomUUID, consequences);
  }

  @AfterEach
  void close() {
    database.close();
  }

  Window window(int from, int to) {
    return new Window(now.plusSeconds(from), now.plusSeconds(to));
  }

  static Margins margins(int grace) {
    return new Margins(Duration.ZERO, Duration.ofSeconds(grace), Duration.ZERO);
  }

  static GuestOrder order() {
    return new GuestOrder(
        new GuestRef(GuestKind.QEMU, new NodeName("pve1"), new VmId(300)),
        new GuestAction.Power(PowerAction.START, 0, false),
        Terms.USUAL);
  }

  long book(Window window, Margins margins, int parts) {
    return book(reservations, window, margins, parts);
  }

  static long book(Reservations by, Window window, Margins margins, int parts) {
    var brought =
        IntStream.range(0, parts)
            .mapToObj(i -> new NewPart("pc-" + i, new Member(order(), null), PASSWORD))
            .toList();
    var guests =
        parts == 0
            ? List.<GuestsWanted>of()
            : List.of(
                new GuestsWanted(GuestKind.QEMU, "pc-{n}", parts, null, "{}").ordered(brought));
    return by.book(wanted(window, margins, AtStart.NOTHING, AtEnd.DESTROY, List.of(), guests), BY)
        .id();
  }

  static NewReservation wanted(
      Window window,
      Margins margins,
      AtStart atStart,
      AtEnd atEnd,
      List<ClaimRequest> claims,
      List<GuestsWanted> guests) {
    var details =
        new Details(
            "a class",
            "",
            new Party("ada", null, null),
            new Where(GuestKind.QEMU, null, null),
            false);
    return new NewReservation(
        ReservationKind.BOOKING,
        details,
        new Times(window, ZoneOffset.UTC),
        margins,
        Phase.BOOKED,
        atStart,
        atEnd,
        claims,
        guests);
  }

  /** As if it had been booked so much earlier, for so much earlier. */
  void earlier(long id, int seconds) {
    var execute = database.client().execute();
    execute.dml(
        """
        UPDATE reservation SET during = tstzrange(lower(during) - interval '%d s',
                                                  upper(during) - interval '%d s')
         WHERE id = %d
        """
            .formatted(seconds, seconds, id));
    execute.dml(
        "UPDATE bell SET due = due - interval '%d s' WHERE reservation = %d"
            .formatted(seconds, id));
  }

  void change(long id, UnaryOperator<Life> change) {
    Transaction.in(
        database.client(), execute -> LifeRows.change(execute, id, change, CLOCK.instant()));
  }

  /** Rings all that is due; answers whose it was, in turn. */
  List<Long> ring() {
    var rung = new ArrayList<Long>();
    for (var some = lives.ring(Set.of()); !some.isEmpty(); some = lives.ring(Set.of())) {
      rung.addAll(some);
    }
    return rung;
  }

  Part part(long id) {
    return lives.find(id).parts().getFirst();
  }

  Operation submit(Part part, int round, int number) {
    return operations
        .add(
            new Submission(
                order(),
                GuestSecrets.NONE,
                new Submitter(Actor.stranger("ada"), null, List.of()),
                null,
                null,
                new Membership(part.id(), round + ":" + number, round)))
        .operation();
  }
}
