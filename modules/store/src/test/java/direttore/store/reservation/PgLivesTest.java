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
import direttore.domain.node.NodeName;
import direttore.domain.operation.Membership;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Operations;
import direttore.domain.operation.Submission;
import direttore.domain.operation.Submitter;
import direttore.domain.reservation.AtEnd;
import direttore.domain.reservation.Margins;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.Status;
import direttore.domain.reservation.Window;
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
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PgLivesTest {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private static final GuestSecrets PASSWORD = new GuestSecrets("a secret", List.of());
  private Database database;
  private PgLives lives;
  private PgOperations operations;
  private LifeConsequences consequences;

  @BeforeEach
  void open() {
    database = TestDatabase.migrated();
    var safe = new Safe(new byte[32]);
    lives = new PgLives(database, safe, CLOCK);
    operations = new PgOperations(database, safe, CLOCK, UUID::randomUUID);
    consequences = new LifeConsequences(safe, CLOCK, UUID::randomUUID);
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
    return Transaction.of(
        database.client(),
        execute -> {
          var id =
              execute
                  .createGet(
                      """
                      INSERT INTO reservation
                        (uid, kind, title, notes, requester, hidden, guest_kind, during,
                         start_local, end_local, zone, zone_data, status, phase, grace, at_start,
                         at_end, booked_by, created_at, changed_at)
                      VALUES
                        ('one', 'booking', 'a class', '', 'ada', false, 'qemu',
                         tstzrange(:since, :until), now(), now(), 'UTC', '', 'pending', 'booked',
                         make_interval(secs => :grace), 'nothing', 'destroy', 'ada', now(), now())
                      RETURNING id
                      """)
                  .addParam("since", Timestamp.from(window.from()))
                  .addParam("until", Timestamp.from(window.to()))
                  .addParam("grace", margins.grace().toSeconds())
                  .execute()
                  .map(row -> new Row(row).number("id"))
                  .orElseThrow();
          var brought =
              IntStream.range(0, parts)
                  .mapToObj(i -> new NewPart("pc-" + i, new Member(order(), null), PASSWORD))
                  .toList();
          consequences.booked(execute, id, window, margins, AtEnd.DESTROY, brought);
          return id;
        });
  }

  /** Rings all that is due; answers whose it was, in turn. */
  private List<Long> ring() {
    var rung = new ArrayList<Long>();
    for (var id = lives.ring(); id.isPresent(); id = lives.ring()) {
      rung.add(id.get());
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
    var next = book(window(-10, 3600), margins(0), 0);
    var before = book(window(-20, -10), margins(0), 0);
    database
        .client()
        .execute()
        .dml(
            "UPDATE bell SET rung = now() WHERE what = 'start' AND due < '"
                + Timestamp.from(NOW.minusSeconds(15))
                + "'");
    database
        .client()
        .execute()
        .dml("UPDATE reservation SET phase = 'running', status = 'active' WHERE id = " + before);

    assertThat(ring()).containsExactly(before, next);
  }

  @Test
  void neverBeginsWhatWasMissedAsAWhole() {
    var id = book(window(-20, -10), margins(60), 1);

    ring();

    assertThat(lives.find(id).phase()).isEqualTo(Phase.MISSED);
    assertThat(part(id).want()).isEqualTo(PartWant.NOTHING);
    assertThat(lives.next()).isEmpty();
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

    Transaction.in(
        database.client(), execute -> LifeRows.change(execute, id, life -> life.cancelled(), NOW));

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
    Transaction.in(
        database.client(), execute -> LifeRows.change(execute, id, life -> life.cancelled(), NOW));
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

    Transaction.in(
        database.client(), execute -> LifeRows.change(execute, id, life -> life.cancelled(), NOW));
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
