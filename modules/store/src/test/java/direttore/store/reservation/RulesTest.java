package direttore.store.reservation;

import static direttore.store.reservation.ReservationLab.NOW;
import static direttore.store.reservation.ReservationLab.any;
import static direttore.store.reservation.ReservationLab.by;
import static direttore.store.reservation.ReservationLab.hours;
import static direttore.store.reservation.ReservationLab.node;
import static direttore.store.reservation.ReservationLab.share;
import static direttore.store.reservation.ReservationLab.wanted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.access.Grant;
import direttore.domain.access.Role;
import direttore.domain.operation.Submitter;
import direttore.domain.reservation.NewSeries;
import direttore.domain.reservation.Occurrence;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.ReservationChange;
import direttore.domain.reservation.Reservations;
import direttore.domain.reservation.ResourceKind;
import direttore.domain.reservation.Window;
import direttore.domain.reservation.policy.ApprovalRule;
import direttore.domain.reservation.policy.BrokenRule;
import direttore.domain.reservation.policy.Policy;
import direttore.domain.reservation.policy.RuleCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RulesTest {
  static final Actor ANA = actor("ana", Role.USER);
  private ReservationLab lab;
  private PgPolicies policies;
  private Reservations ruled;

  static Actor actor(String name, Role role) {
    return new Actor(
        new UUID(1, name.hashCode()),
        name,
        name,
        List.of(Grant.everywhere(role)),
        Set.of(),
        Actor.Via.SESSION);
  }

  static Policy counting(@Nullable Integer open, @Nullable Integer hours, @Nullable Integer pause) {
    return new Policy(
        null, null, null, null, open, hours, pause, null, true, null, null, ApprovalRule.NEVER);
  }

  static Policy approving(
      boolean wholeNode, @Nullable Integer hours, @Nullable Integer cores, String... tags) {
    var rule = new ApprovalRule(wholeNode, hours, cores, new TreeSet<>(List.of(tags)), null);
    return new Policy(null, null, null, null, null, null, null, null, true, null, null, rule);
  }

  static Submitter ana() {
    return new Submitter(ANA, null, List.of());
  }

  @BeforeEach
  void open() {
    lab = new ReservationLab().nodes("pve1", "pve2");
    policies = new PgPolicies(lab.database);
    ruled = lab.reservations.ruled(ANA);
  }

  @AfterEach
  void close() {
    lab.close();
  }

  private Reservation book(Window window) {
    return ruled.book(wanted(window, share("pve1", 1)), ana());
  }

  private static List<RuleCode> broken(Runnable work) {
    var codes = new ArrayList<RuleCode>();
    assertThatExceptionOfType(Refusal.RuleBroken.class)
        .isThrownBy(work::run)
        .satisfies(e -> e.broken().stream().map(BrokenRule::code).forEach(codes::add));
    return codes;
  }

  @Test
  void sixtyFourAtOnceHaveNoMoreOpenThanTheRuleSays() throws Exception {
    for (var round = 1; round <= 4; round++) {
      policies.set(null, counting(5 * round, null, null));
      var first = 1 + 64 * round;
      var booked = new AtomicInteger();
      var refused = new AtomicInteger();
      RulesStorm.all(
          64,
          i -> {
            while (true) {
              try {
                // On other nodes and at other times, so that no claim is in the way.
                ruled.book(wanted(hours(first + i, 1), share("pve" + (1 + i % 2), 1)), ana());
                return booked.incrementAndGet();
              } catch (Refusal.RuleBroken e) {
                return refused.incrementAndGet();
              } catch (Refusal.Overloaded e) {
                // There are ten connections; whoever finds none asks again.
              }
            }
          });

      assertThat(booked.get()).isEqualTo(5);
      assertThat(refused.get()).isEqualTo(59);
      assertThat(lab.count("SELECT count(*) AS n FROM reservation")).isEqualTo(5L * round);
    }
    assertThat(
            lab.count(
                "SELECT deadlocks AS n FROM pg_stat_database WHERE datname = current_database()"))
        .isZero();
  }

  @Test
  void whoBooksTwiceAtOnceIsCountedOnceEach() throws Exception {
    policies.set(null, counting(1, null, null));
    try (var pool = Executors.newVirtualThreadPerTaskExecutor();
        var other = lab.database.connect()) {
      other.setAutoCommit(false);
      try (var statement = other.createStatement()) {
        // Everybody may count, and nobody can write what they decided.
        statement.execute("LOCK TABLE reservation IN SHARE MODE");
      }
      var bookings =
          Stream.of("pve1", "pve2")
              .map(
                  node -> pool.submit(() -> ruled.book(wanted(hours(1, 1), share(node, 1)), ana())))
              .toList();
      await()
          .until(() ->
              lab.count(
                      """
                      SELECT count(DISTINCT l.pid) AS n
                        FROM pg_locks l JOIN pg_database d ON d.oid = l.database
                       WHERE NOT l.granted AND d.datname = current_database()
                      """)
                  == 2);
      other.commit();

      assertThat(bookings)
          .extracting(RulesTest::failure)
          .satisfiesOnlyOnce(e -> assertThat(e).isNull())
          .satisfiesOnlyOnce(e -> assertThat(e).isInstanceOf(Refusal.RuleBroken.class));
    }
  }

  private static @Nullable Throwable failure(Future<Reservation> booking) {
    try {
      booking.get();
      return null;
    } catch (ExecutionException e) {
      return e.getCause();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatIsCancelledOrOverIsNotOpen() {
    policies.set(null, counting(1, null, null));
    var first = book(hours(1, 1));

    assertThat(broken(() -> book(hours(5, 1)))).containsExactly(RuleCode.TOO_MANY_OPEN);
    ruled.cancel(first.id(), null, null);
    book(hours(5, 1));
    lab.now = NOW.plusSeconds(6 * 3600);
    book(hours(8, 1));
  }

  @Test
  void hoursAheadAndPausesAreThoseOfOnePerson() {
    policies.set(null, counting(null, 3, 60));
    book(hours(1, 2));

    assertThat(broken(() -> book(hours(3.5, 1)))).containsExactly(RuleCode.PAUSE);
    assertThat(broken(() -> book(hours(5, 1.5)))).containsExactly(RuleCode.TOO_MANY_HOURS);
    var second = book(hours(4, 1));
    var to = second.times().at(hours(3.5, 1));
    var moved = ReservationChange.NOTHING.withTimes(to);
    assertThat(broken(() -> ruled.change(second.id(), moved, null)))
        .containsExactly(RuleCode.PAUSE);
    assertThat(broken(() -> ruled.check(second.id(), moved))).containsExactly(RuleCode.PAUSE);
    assertThat(lab.reservations.find(second.id()).version()).isEqualTo(1);
    var bob = actor("bob", Role.USER);
    lab.reservations
        .ruled(bob)
        .book(
            RuledPeople.of(wanted(hours(1, 3), share("pve1", 1)), "bob"),
            new Submitter(bob, null, List.of()));
  }

  @Test
  void whatSomebodyIsHandedCountsForThem() {
    policies.set(null, counting(1, null, null));
    book(hours(1, 1));
    var bob = actor("bob", Role.USER);
    var his =
        lab.reservations
            .ruled(bob)
            .book(
                RuledPeople.of(wanted(hours(5, 1), share("pve1", 1)), "bob"),
                new Submitter(bob, null, List.of()));
    var toAna = ReservationChange.NOTHING.withDetails(ReservationLab.details("lab"));

    assertThat(broken(() -> lab.reservations.ruled(bob).change(his.id(), toAna, null)))
        .containsExactly(RuleCode.TOO_MANY_OPEN);
  }

  @Test
  void operatorsAndWhatIsDoneByItselfAreNotBound() {
    policies.set(null, counting(1, null, null));
    book(hours(1, 1));

    lab.reservations.ruled(Actor.ANYBODY).book(wanted(hours(2, 1), share("pve1", 1)), by(null));
    lab.reservations.book(wanted(hours(3, 1), share("pve1", 1)), by(null));
    assertThat(broken(() -> book(hours(4, 1)))).containsExactly(RuleCode.TOO_MANY_OPEN);
  }

  @Test
  void aSeriesIsCountedAsAWhole() {
    policies.set(null, counting(2, null, null));
    var template = wanted(hours(24, 1), share("pve1", 1));
    var three =
        IntStream.range(0, 3)
            .mapToObj(i -> template.times().at(hours(24 * (i + 1), 1)))
            .map(times -> new Occurrence(times.startLocal(), times))
            .toList();
    var all = new NewSeries("FREQ=DAILY;COUNT=3", List.of(), NewSeries.Mode.ALL, three, null);
    var two =
        new NewSeries(
            "FREQ=DAILY;COUNT=2", List.of(), NewSeries.Mode.SKIP, three.subList(0, 2), null);

    assertThat(broken(() -> ruled.bookSeries(template, all, ana())))
        .containsExactly(RuleCode.TOO_MANY_OPEN);
    assertThat(broken(() -> ruled.checkSeries(template, all)))
        .containsExactly(RuleCode.TOO_MANY_OPEN);
    assertThat(lab.count("SELECT count(*) AS n FROM reservation")).isZero();
    assertThat(ruled.bookSeries(template, two, ana()).booked()).hasSize(2);
  }

  @Test
  void theRulesOfATeamTakeThePlaceOfThoseForAll() {
    lab.database.client().execute().dml("INSERT INTO team (name) VALUES ('red'), ('blue')");
    policies.set(null, counting(1, null, null));
    policies.set(RuledPeople.RED, counting(2, null, null));
    book(hours(1, 1));
    var red = RuledPeople.in(wanted(hours(2, 1), share("pve1", 1)), RuledPeople.RED);

    ruled.book(red, ana());
    ruled.book(red, ana());

    assertThat(broken(() -> ruled.book(red, ana()))).containsExactly(RuleCode.TOO_MANY_OPEN);
    // A team without rules of its own goes by those for all, and is counted with them.
    var blue = RuledPeople.in(wanted(hours(2, 1), share("pve1", 1)), RuledPeople.BLUE);
    assertThat(broken(() -> ruled.book(blue, ana()))).containsExactly(RuleCode.TOO_MANY_OPEN);
  }

  @Test
  void whatHasToBeApprovedIsKnownByWhatWasDecided() {
    lab.device("sw1", "switch", "junos");
    lab.device("sw2", "switch");
    policies.set(null, approving(true, 8, 4, "junos"));

    assertThat(ruled.book(wanted(hours(1, 1), node("pve1")), ana()).phase())
        .isEqualTo(Phase.REQUESTED);
    assertThat(ruled.book(wanted(hours(3, 1), share("pve1", 4)), ana()).phase())
        .isEqualTo(Phase.BOOKED);
    assertThat(ruled.book(wanted(hours(3, 1), share("pve1", 5)), ana()).phase())
        .isEqualTo(Phase.REQUESTED);
    assertThat(ruled.book(wanted(hours(5, 9), share("pve2", 1)), ana()).phase())
        .isEqualTo(Phase.REQUESTED);
    var anySwitch = any(ResourceKind.DEVICE, 1, "switch");
    assertThat(ruled.book(wanted(hours(1, 1), anySwitch), ana()).phase()).isEqualTo(Phase.BOOKED);
    assertThat(ruled.book(wanted(hours(1, 1), anySwitch), ana()).phase())
        .isEqualTo(Phase.REQUESTED);
    assertThat(broken(() -> ruled.book(wanted(hours(0, 1), node("pve2")), ana())))
        .containsExactly(RuleCode.TOO_SOON);
  }
}
