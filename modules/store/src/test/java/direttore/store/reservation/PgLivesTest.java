package direttore.store.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.group.Member;
import direttore.domain.guest.Addressing;
import direttore.domain.guest.ContainerNic;
import direttore.domain.guest.DiskSize;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestName;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.GuestSecrets;
import direttore.domain.guest.NewContainer;
import direttore.domain.guest.PowerAction;
import direttore.domain.guest.VmId;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.guestorder.GuestStep;
import direttore.domain.guestorder.Terms;
import direttore.domain.node.ClusterName;
import direttore.domain.node.NodeName;
import direttore.domain.node.Overcommit;
import direttore.domain.operation.Membership;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Operations;
import direttore.domain.operation.Submission;
import direttore.domain.operation.Submitter;
import direttore.domain.reservation.Amount;
import direttore.domain.reservation.AtEnd;
import direttore.domain.reservation.AtStart;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.Details;
import direttore.domain.reservation.GuestsWanted;
import direttore.domain.reservation.Margins;
import direttore.domain.reservation.NewReservation;
import direttore.domain.reservation.Party;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.ReservationChange;
import direttore.domain.reservation.ReservationKind;
import direttore.domain.reservation.Resources;
import direttore.domain.reservation.Status;
import direttore.domain.reservation.Times;
import direttore.domain.reservation.Where;
import direttore.domain.reservation.Window;
import direttore.domain.reservation.life.Bell;
import direttore.domain.reservation.life.BellKind;
import direttore.domain.reservation.life.Life;
import direttore.domain.reservation.life.NewPart;
import direttore.domain.reservation.life.Part;
import direttore.domain.reservation.life.PartDecision;
import direttore.domain.reservation.life.PartState;
import direttore.domain.reservation.life.PartWant;
import direttore.store.Database;
import direttore.store.Row;
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
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PgLivesTest {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private static final GuestSecrets PASSWORD = new GuestSecrets("a secret", List.of());
  private static final Submitter BY = new Submitter(Actor.ANYBODY, null, List.of());
  private static final GuestRef GUEST =
      new GuestRef(GuestKind.QEMU, new NodeName("pve1"), new VmId(104));
  private Database database;
  private PgLives lives;
  private PgOperations operations;
  private PgReservations reservations;

  @BeforeEach
  void open() {
    database = TestDatabase.migrated();
    var safe = new Safe(new byte[32]);
    lives = new PgLives(database, safe, CLOCK);
    operations = new PgOperations(database, safe, CLOCK, UUID::randomUUID);
    var consequences =
        new LifeConsequences(safe, vmid -> Optional.of(GUEST), CLOCK, UUID::randomUUID);
    reservations = new PgReservations(database, safe, CLOCK, UUID::randomUUID, consequences);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static Window window(int from, int to) {
    return new Window(NOW.plusSeconds(from), NOW.plusSeconds(to));
  }

  private static Margins margins(int grace) {
    return new Margins(Duration.ZERO, Duration.ofSeconds(grace), Duration.ZERO);
  }

  private static GuestOrder order() {
    return new GuestOrder(
        new GuestRef(GuestKind.QEMU, new NodeName("pve1"), new VmId(300)),
        new GuestAction.Power(PowerAction.START, 0, false),
        Terms.USUAL);
  }

  private long book(Window window, Margins margins, int parts) {
    var brought =
        IntStream.range(0, parts)
            .mapToObj(i -> new NewPart("pc-" + i, new Member(order(), null), PASSWORD))
            .toList();
    var guests =
        parts == 0
            ? List.<GuestsWanted>of()
            : List.of(
                new GuestsWanted(GuestKind.QEMU, "pc-{n}", parts, null, "{}").ordered(brought));
    return reservations
        .book(wanted(window, margins, AtStart.NOTHING, AtEnd.DESTROY, List.of(), guests), BY)
        .id();
  }

  private static NewReservation wanted(
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
  private void earlier(long id, int seconds) {
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

  private void change(long id, UnaryOperator<Life> change) {
    Transaction.in(
        database.client(), execute -> LifeRows.change(execute, id, change, CLOCK.instant()));
  }

  /** Rings all that is due; answers whose it was, in turn. */
  private List<Long> ring() {
    var rung = new ArrayList<Long>();
    for (var some = lives.ring(Set.of()); !some.isEmpty(); some = lives.ring(Set.of())) {
      rung.addAll(some);
    }
    return rung;
  }

  private Part part(long id) {
    return lives.find(id).parts().getFirst();
  }

  private Operation submit(Part part, int round, int number) {
    return operations
        .add(
            new Submission(
                order(),
                GuestSecrets.NONE,
                new Submitter(Actor.ANYBODY, null, List.of()),
                null,
                null,
                new Membership(part.id(), round + ":" + number, round)))
        .operation();
  }

  @Test
  void ringsNothingBeforeItsTimeAndSaysWhenThatIs() {
    book(window(3600, 7200), margins(0), 0);

    assertThat(ring()).isEmpty();
    assertThat(lives.next().orElseThrow())
        .isBetween(Duration.ofSeconds(3300), Duration.ofSeconds(3600));
  }

  @Test
  void beginsWhatItBringsAndThenItself() {
    var id = book(window(-10, 3600), margins(60), 2);

    assertThat(ring()).hasSize(2);

    var life = lives.find(id);
    assertThat(life.phase()).isEqualTo(Phase.RUNNING);
    assertThat(life.status()).isEqualTo(Status.ACTIVE);
    assertThat(life.parts())
        .allSatisfy(part -> {
          assertThat(part.want()).isEqualTo(PartWant.PRESENT);
          assertThat(part.state()).isEqualTo(PartState.MAKING);
          assertThat(part.round()).isEqualTo(1);
        });
    assertThat(lives.moving()).containsExactly(id);
    assertThat(lives.secrets(life.parts().getFirst().id()).names()).isEqualTo(PASSWORD.names());
  }

  @Test
  void ringsEndsBeforeStartsOfTheSameMoment() {
    var next = book(window(3600, 7200), margins(0), 0);
    var before = book(window(-10, 3600), margins(0), 0);
    assertThat(ring()).containsExactly(before);
    earlier(next, 3610);
    earlier(before, 3610);

    assertThat(ring()).contains(before).endsWith(next);
    assertThat(lives.find(before).phase()).isEqualTo(Phase.RETURNED);
    assertThat(lives.find(next).phase()).isEqualTo(Phase.RUNNING);
  }

  @Test
  void neverBeginsWhatWasMissedAsAWhole() {
    var id = book(window(3600, 7200), margins(60), 1);
    earlier(id, 8000);

    ring();

    assertThat(lives.find(id).phase()).isEqualTo(Phase.MISSED);
    assertThat(part(id).want()).isEqualTo(PartWant.NOTHING);
    assertThat(lives.next()).isEmpty();
  }

  @Test
  void whatIsGivenBackRestsAndIsDeletedAfterItsGrace() {
    var id = book(window(-10, 3600), margins(60), 1);
    ring();

    assertThat(reservations.giveBack(id, null).phase()).isEqualTo(Phase.RETURNING);

    assertThat(part(id).want()).isEqualTo(PartWant.RESTING);
    assertThat(lives.find(id).bells()).extracting(Bell::what).containsExactly(BellKind.DESTROY);
    earlier(id, 70);
    ring();
    assertThat(part(id).want()).isEqualTo(PartWant.ABSENT);
    assertThat(part(id).round()).isEqualTo(3);
  }

  @Test
  void withinItsGraceItIsBroughtBackByALaterEnd() {
    var id = book(window(-10, 3600), margins(60), 1);
    ring();
    reservations.giveBack(id, null);
    var there = reservations.find(id);
    var later =
        ReservationChange.NOTHING.withTimes(
            there.times().at(new Window(there.window().from(), NOW.plusSeconds(3600))));

    var again = reservations.change(id, later, there.version());

    assertThat(again.phase()).isEqualTo(Phase.RUNNING);
    assertThat(reservations.find(id)).isEqualTo(again);
    assertThat(part(id).want()).isEqualTo(PartWant.PRESENT);
    assertThat(lives.find(id).bells())
        .extracting(Bell::what)
        .contains(BellKind.END, BellKind.DESTROY);
  }

  @Test
  void leavesAloneWhatItIsToldTo() {
    var id = book(window(-10, 3600), margins(0), 0);

    assertThat(lives.ring(Set.of(id))).isEmpty();
    assertThat(lives.ring(Set.of())).containsExactly(id);
  }

  @Test
  void guestsFollowTheirReservationToWhoeverGetsIt() {
    var id = book(window(-10, 3600), margins(60), 1);
    ring();
    var ada = person();
    var by = new Submitter(actor(ada), null, List.of());
    operations.add(
        new Submission(
            making(), GuestSecrets.NONE, by, null, null, new Membership(part(id).id(), "1:0", 1)));
    database
        .client()
        .execute()
        .dml(
            "INSERT INTO person (id, name, display, created_at)"
                + " VALUES ('00000000-0000-0000-0000-00000000000b', 'ben', 'Ben', now())");
    var there = reservations.find(id).details();
    var ben = new Party("ben", UUID.fromString("00000000-0000-0000-0000-00000000000b"), null);
    var his = new Details(there.title(), there.notes(), ben, there.where(), there.hidden());

    reservations.change(id, ReservationChange.NOTHING.withDetails(his), null);

    assertThat(
            database
                .client()
                .execute()
                .get("SELECT person FROM holding WHERE key = '300'")
                .map(row -> new Row(row).uuid("person")))
        .contains(ben.person());
  }

  @Test
  void bellsMoveWithTheirReservation() {
    var id = book(window(3600, 7200), margins(60), 1);
    var there = reservations.find(id);
    var later = there.times().at(window(7200, 10800));

    reservations.change(id, ReservationChange.NOTHING.withTimes(later), there.version());

    assertThat(lives.find(id).bells())
        .contains(
            new Bell(BellKind.PREPARE, NOW.plusSeconds(7200)),
            new Bell(BellKind.END, NOW.plusSeconds(10800)),
            new Bell(BellKind.DESTROY, NOW.plusSeconds(10860)));
    assertThat(reservations.cancel(id, null, null).phase()).isEqualTo(Phase.CALLED_OFF);
    assertThat(lives.next()).isEmpty();
  }

  @Test
  void aGuestThatWasThereIsStartedAndBroughtToRestAndNeverDeleted() {
    var claims = List.of(ClaimRequest.guest(new VmId(104)));
    var wanted =
        wanted(window(-10, 3600), margins(0), AtStart.START, AtEnd.SHUTDOWN, claims, List.of());
    var id = reservations.book(wanted, BY).id();
    ring();

    assertThat(part(id).starts()).isTrue();
    assertThat(part(id).atEnd()).isEqualTo(AtEnd.SHUTDOWN);
    assertThat(part(id).want()).isEqualTo(PartWant.PRESENT);
    change(id, life -> life.rung(BellKind.END, NOW));
    assertThat(part(id).want()).isEqualTo(PartWant.RESTING);
    var next =
        reservations.book(
            wanted(window(3600, 7200), margins(0), AtStart.START, AtEnd.NOTHING, claims, List.of()),
            BY);
    earlier(next.id(), 3600);
    ring();

    assertThat(lives.waiting(next.id())).containsExactly(part(next.id()).id());
    var there = new PartDecision.Settle(PartState.RESTING, GUEST, null);
    lives.settle(id, part(id).id(), part(id).round(), there);
    assertThat(lives.waiting(next.id())).isEmpty();
    assertThat(lives.find(id).phase()).isEqualTo(Phase.RETURNED);
  }

  @Test
  void anotherEndHoldsForWhatItBrings() {
    var id = book(window(-10, 3600), margins(60), 1);

    reservations.change(id, ReservationChange.NOTHING.withAtEnd(AtEnd.NOTHING), null);

    ring();
    assertThat(part(id).atEnd()).isEqualTo(AtEnd.NOTHING);
    assertThat(lives.find(id).bells()).extracting(Bell::what).doesNotContain(BellKind.DESTROY);
    reservations.cancel(id, null, null);
    assertThat(part(id).want()).isEqualTo(PartWant.RESTING);
  }

  @Test
  void onceBegunItTakesCareOfTheSameGuests() {
    var taken = List.of(ClaimRequest.guest(new VmId(104)));
    var cares =
        reservations
            .book(
                wanted(window(-10, 60), margins(0), AtStart.START, AtEnd.STOP, taken, List.of()),
                BY)
            .id();
    var other = List.of(ClaimRequest.guest(new VmId(105)));
    var idle =
        reservations
            .book(
                wanted(
                    window(-10, 60), margins(0), AtStart.NOTHING, AtEnd.NOTHING, other, List.of()),
                BY)
            .id();
    ring();

    assertThatExceptionOfType(Refusal.WrongState.class)
        .isThrownBy(() ->
            reservations.change(cares, ReservationChange.NOTHING.withClaims(List.of()), null));
    assertThatExceptionOfType(Refusal.WrongState.class)
        .isThrownBy(
            () -> reservations.change(idle, ReservationChange.NOTHING.withAtEnd(AtEnd.STOP), null));
    reservations.change(cares, ReservationChange.NOTHING.withAtEnd(AtEnd.NOTHING), null);
    assertThat(part(cares).atEnd()).isEqualTo(AtEnd.NOTHING);
  }

  @Test
  void itsGraceIsOverEvenWhereItsEndWasPassedBy() {
    var id = book(window(-10, 3600), margins(0), 1);
    ring();
    earlier(id, 3700);
    database
        .client()
        .execute()
        .dml("UPDATE bell SET due = due + interval '2 hours' WHERE what = 'end'");

    ring();

    assertThat(lives.find(id).phase()).isEqualTo(Phase.RETURNING);
    assertThat(part(id).want()).isEqualTo(PartWant.ABSENT);
  }

  @Test
  void aGuestThatWasThereIsLeftAloneOnceTheReservationIsOver() {
    var claims = List.of(ClaimRequest.guest(new VmId(104)));
    var wanted =
        wanted(window(-10, 3600), margins(0), AtStart.START, AtEnd.STOP, claims, List.of());
    var id = reservations.book(wanted, BY).id();
    ring();
    change(id, life -> life.rung(BellKind.END, NOW));
    var why = new Operation.Failure("locked", "It is locked.");
    var stuck = new PartDecision.Settle(PartState.STUCK, GUEST, why);
    lives.settle(id, part(id).id(), part(id).round(), stuck);

    var life = lives.repair(id, Set.of(part(id).id()));

    assertThat(life.phase()).isEqualTo(Phase.RETURNED);
    assertThat(part(id).state()).isEqualTo(PartState.STUCK);
    assertThat(life.repairable(part(id))).isFalse();
  }

  @Test
  void itsGuestsKeepTheirRoom() {
    var resources = new PgResources(database);
    resources.keep(
        ClusterName.MAIN,
        List.of(new Resources.NodeUse("pve1", 16, 65_536, Amount.NONE)),
        new Overcommit(1, 1));
    var share = ClaimRequest.share(new NodeName("pve1"), Amount.of(2, 1024, 0));
    var guests = List.of(new GuestsWanted(GuestKind.QEMU, "pc", 1, null, "{}"));
    var id =
        reservations
            .book(
                wanted(
                    window(3600, 7200),
                    margins(0),
                    AtStart.NOTHING,
                    AtEnd.DESTROY,
                    List.of(share),
                    guests),
                BY)
            .id();

    assertThatExceptionOfType(Refusal.WrongState.class)
        .isThrownBy(
            () -> reservations.change(id, ReservationChange.NOTHING.withClaims(List.of()), null));
  }

  @Test
  void ringsEachOnceHoweverManyRing() throws Exception {
    var many = 40;
    for (var i = 0; i < many; i++) {
      book(window(-10, 3600), margins(0), 0);
    }
    var rung = new ConcurrentLinkedQueue<Long>();
    var threads =
        Stream.generate(() -> Thread.ofVirtual().start(() -> rung.addAll(ring())))
            .limit(4)
            .toList();
    for (var thread : threads) {
      thread.join();
    }
    rung.addAll(ring());

    assertThat(rung).hasSize(many).doesNotHaveDuplicates();
  }

  @Test
  void whatWasSubmittedBeforeTheEndBeginsNothingAfterIt() {
    var id = book(window(-10, 3600), margins(60), 1);
    ring();
    var queued = submit(part(id), 1, 0);
    var running = operations.claim(queued.id(), 1).orElseThrow();

    change(id, Life::cancelled);

    assertThat(part(id).want()).isEqualTo(PartWant.ABSENT);
    assertThatExceptionOfType(Operations.OlderRound.class)
        .isThrownBy(() -> operations.begin(running.begun(GuestStep.START.wire(), NOW)));
    assertThatExceptionOfType(Operations.OlderRound.class).isThrownBy(() -> submit(part(id), 1, 1));
    assertThat(operations.cancelRequested()).containsExactly(queued.id());
    assertThat(lives.operations(id).get(part(id).id())).hasSize(1);
  }

  @Test
  void notesNothingOfAnOlderRound() {
    var id = book(window(-10, 3600), margins(60), 1);
    ring();
    var made = part(id);
    var guest = order().guest();

    lives.settle(id, made.id(), 0, new PartDecision.Settle(PartState.READY, guest, null));
    assertThat(part(id).state()).isEqualTo(PartState.MAKING);
    lives.settle(id, made.id(), 1, new PartDecision.Settle(PartState.READY, guest, null));

    assertThat(part(id).state()).isEqualTo(PartState.READY);
    assertThat(part(id).guest()).isEqualTo(guest);
    assertThat(lives.moving()).isEmpty();
    assertThat(lives.reservationOf(made.id())).contains(id);
    assertThat(lives.reservationOf(UUID.randomUUID())).isEmpty();
  }

  @Test
  void isOverWithItsLastPartAndForgetsItsSecrets() {
    var id = book(window(-10, 3600), margins(60), 1);
    ring();
    change(id, Life::cancelled);
    assertThat(lives.find(id).phase()).isEqualTo(Phase.RETURNING);

    lives.settle(id, part(id).id(), 2, new PartDecision.Settle(PartState.GONE, null, null));

    assertThat(lives.find(id).phase()).isEqualTo(Phase.RETURNED);
    assertThat(lives.find(id).status()).isEqualTo(Status.CANCELLED);
    assertThat(lives.secrets(part(id).id()).none()).isTrue();
    assertThatExceptionOfType(Operations.OlderRound.class).isThrownBy(() -> submit(part(id), 2, 0));
  }

  @Test
  void whatItBroughtDoesNotCountUntilItIsOver() {
    var id = book(window(-10, 3600), margins(60), 1);
    ring();
    var person = person();
    database
        .client()
        .execute()
        .dml("INSERT INTO quota (person, guests) VALUES ('%s', 0)".formatted(person));
    var by = new Submitter(actor(person), null, List.of());
    assertThatExceptionOfType(Refusal.OverQuota.class)
        .isThrownBy(() -> operations.add(new Submission(making(), GuestSecrets.NONE, by)));

    var part = part(id).id();
    operations.add(
        new Submission(
            making(), GuestSecrets.NONE, by, null, null, new Membership(part, "1:0", 1)));

    assertThat(counting()).isEmpty();

    change(id, Life::cancelled);
    lives.settle(id, part(id).id(), 2, new PartDecision.Settle(PartState.STUCK, null, null));

    assertThat(counting()).contains("300");
  }

  private static Actor actor(UUID person) {
    return new Actor(person, "ada", "ada", List.of(), Set.of(), Actor.Via.SESSION);
  }

  private static GuestOrder making() {
    var container =
        new NewContainer(
            new GuestName("ct"),
            1,
            256,
            0,
            "local-lvm",
            DiskSize.ofGib(2),
            "local:vztmpl/x.tar.gz",
            List.of(new ContainerNic("eth0", "vmbr0", null, Addressing.NONE)),
            List.of(),
            true,
            false,
            "",
            List.of(),
            true);
    return new GuestOrder(
        new GuestRef(GuestKind.LXC, new NodeName("pve1"), new VmId(300)),
        new GuestAction.CreateContainer(container),
        Terms.USUAL);
  }

  private UUID person() {
    return database
        .client()
        .execute()
        .get(
            "INSERT INTO person (id, name, display, created_at) VALUES (gen_random_uuid(), 'ada',"
                + " 'Ada', now()) RETURNING id")
        .map(row -> new Row(row).uuid("id"))
        .orElseThrow();
  }

  private Optional<String> counting() {
    return database
        .client()
        .execute()
        .get("SELECT key FROM holding WHERE counts")
        .map(row -> new Row(row).text("key"));
  }
}
