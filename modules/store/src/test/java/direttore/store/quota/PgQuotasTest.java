package direttore.store.quota;

import static direttore.store.quota.QuotaLab.GIB;
import static direttore.store.quota.QuotaLab.RED;
import static direttore.store.quota.QuotaLab.holder;
import static direttore.store.quota.QuotaLab.red;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.access.PersonName;
import direttore.domain.access.TeamName;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestSecrets;
import direttore.domain.guest.GuestSize;
import direttore.domain.guest.PowerAction;
import direttore.domain.guest.VmId;
import direttore.domain.guest.VmidRange;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.guestorder.Terms;
import direttore.domain.guestorder.VmidChoice;
import direttore.domain.holding.Holding;
import direttore.domain.node.ClusterName;
import direttore.domain.node.NodeName;
import direttore.domain.operation.OperationFilter;
import direttore.domain.operation.Submission;
import direttore.domain.operation.Submitter;
import direttore.domain.quota.Holder;
import direttore.domain.quota.Quota;
import direttore.domain.quota.Use;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class PgQuotasTest {
  private final QuotaLab lab = new QuotaLab();

  @AfterEach
  void close() {
    lab.close();
  }

  private static Refusal.OverQuota refused(Callable<?> order) {
    return assertThatExceptionOfType(Refusal.OverQuota.class).isThrownBy(order::call).actual();
  }

  /** How many of all at once were not refused for a quota. */
  private static long admitted(Stream<Callable<?>> all) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var results = threads.invokeAll(all.<Callable<Boolean>>map(PgQuotasTest::fits).toList());
      long admitted = 0;
      for (var result : results) {
        admitted += result.get() ? 1 : 0;
      }
      return admitted;
    }
  }

  private static Callable<Boolean> fits(Callable<?> order) {
    return () -> {
      try {
        order.call();
        return true;
      } catch (Refusal.OverQuota e) {
        return false;
      }
    };
  }

  @Test
  void anOwnQuotaReplacesTheOneForEverybodyInWhole() {
    var everybody = new Quota(3L, 8L, 16_384L, 100 * GIB);
    lab.quotas.setForEverybody(new Quota(1L, 1L, 1L, 1L));
    lab.quotas.setForEverybody(everybody);
    lab.quotas.set(holder(lab.ben), new Quota(null, 2L, null, null));

    assertThat(lab.quotas.forEverybody()).isEqualTo(everybody);
    assertThat(lab.quotas.of(holder(lab.ana)).quota()).isEqualTo(everybody);
    assertThat(lab.quotas.of(holder(lab.ana)).own()).isFalse();
    assertThat(lab.quotas.of(holder(lab.ben)).quota()).isEqualTo(new Quota(null, 2L, null, null));
    assertThat(lab.quotas.of(red()).quota()).isEqualTo(Quota.UNBOUNDED);
    assertThat(lab.quotas.all())
        .extracting(s -> s.holder().value())
        .containsExactly("ana", "ben", "red");
    assertThat(lab.quotas.of(lab.ana.name(), List.of(RED, new TeamName("none"))))
        .extracting(s -> s.holder().value())
        .containsExactly("ana", "red");

    lab.quotas.set(holder(lab.ben), null);

    assertThat(lab.quotas.of(holder(lab.ben)).quota()).isEqualTo(everybody);
  }

  @Test
  void whoeverIsNotThereHasNoQuota() {
    for (var nobody :
        List.of(
            new Holder.OfPerson(new PersonName("none")), new Holder.OfTeam(new TeamName("none")))) {
      assertThatExceptionOfType(Refusal.NotFound.class)
          .isThrownBy(() -> lab.quotas.set(nobody, Quota.UNBOUNDED));
      assertThatExceptionOfType(Refusal.NotFound.class)
          .isThrownBy(() -> lab.quotas.set(nobody, null));
    }
  }

  @Test
  void aTeamThatIsRemovedTakesItsQuotaAlong() {
    lab.people.addTeam(new TeamName("blue"));
    lab.bound(new Holder.OfTeam(new TeamName("blue")), 1L, null);

    assertThatNoException().isThrownBy(() -> lab.people.removeTeam(new TeamName("blue")));
  }

  @Test
  void anOrderBeyondTheQuotaIsRefusedWithAllThatIsTooMuch() {
    lab.quotas.set(holder(lab.ana), new Quota(5L, 8L, 1536L, null));
    lab.order(lab.ana, 6);

    var refusal = refused(() -> lab.order(lab.ana, 4));

    assertThat(refusal)
        .hasMessage(
            "Your quota is 8 cores and 1.5 GiB of memory: you use 6 and 1 GiB, and this guest"
                + " needs 4 and 1 GiB.");
    assertThat(refusal.field()).isEqualTo("cores");
    assertThat(refusal.faults())
        .extracting(Refusal.Violation::toString)
        .containsExactly(
            "cores Your quota is 8 cores: you use 6, and this guest needs 4.",
            "memory Your quota is 1.5 GiB of memory: you use 1 GiB, and this guest needs 1 GiB.");
    assertThat(lab.use(holder(lab.ana))).isEqualTo(new Use(1, 6, 1024, 8 * GIB));
    assertThat(
            lab.operations
                .page(new OperationFilter(Set.of(), null, null, null, null, null, null, 50))
                .operations())
        .hasSize(1);
  }

  @Test
  void aGuestOfATeamCountsForBoth() {
    lab.bound(holder(lab.ana), 1L, null);
    lab.bound(red(), 2L, null);
    lab.orderForRed(lab.ana, 1);
    lab.orderForRed(lab.ben, 1);

    assertThat(lab.use(red())).isEqualTo(new Use(2, 2, 2048, 16 * GIB));
    assertThat(refused(() -> lab.order(lab.ana, 1)))
        .hasMessage("Your quota is 1 guest: you use 1, and this guest needs 1.");
    assertThat(refused(() -> lab.orderForRed(lab.ben, 1)))
        .hasMessage("Team red's quota is 2 guests: it uses 2, and this guest needs 1.");
    assertThat(refused(() -> lab.orderForRed(lab.ana, 1)))
        .hasMessageContaining("Your quota")
        .hasMessageContaining("Team red's quota");
  }

  @Test
  void ofManyOrdersAtOnceAsManyAreTakenAsThereIsRoomFor() throws Exception {
    lab.bound(holder(lab.ana), null, 10L);

    var admitted =
        admitted(IntStream.range(0, 24).<Callable<?>>mapToObj(i -> () -> lab.order(lab.ana, 2)));

    assertThat(admitted).isEqualTo(5);
    assertThat(lab.use(holder(lab.ana)).cores()).isEqualTo(10);
  }

  @Test
  void ofManyOrdersForATeamAsManyAreTakenAsThereIsRoomFor() throws Exception {
    lab.bound(red(), 6L, null);
    lab.bound(holder(lab.ana), 4L, null);

    var admitted =
        admitted(
            IntStream.range(0, 24)
                .<Callable<?>>mapToObj(
                    i -> () -> lab.orderForRed(i % 2 == 0 ? lab.ana : lab.ben, 1)));

    assertThat(admitted).isEqualTo(6);
    assertThat(lab.use(red()).guests()).isEqualTo(6);
    assertThat(lab.use(holder(lab.ana)).guests()).isLessThanOrEqualTo(4);
  }

  @Test
  void ofManyHandedOverAtOnceAsManyAreTakenAsThereIsRoomFor() throws Exception {
    lab.bound(holder(lab.ana), null, 10L);
    lab.bound(red(), null, 8L);

    var admitted =
        admitted(
            IntStream.range(0, 24)
                .<Callable<?>>mapToObj(
                    i -> () -> i % 2 == 0 ? handOver(100 + i, RED) : lab.order(lab.ana, 2)));

    assertThat(admitted).isEqualTo(5);
    assertThat(lab.use(holder(lab.ana)).cores()).isEqualTo(10);
    assertThat(lab.use(red()).cores()).isLessThanOrEqualTo(8);
  }

  @Test
  void whatAnotherHasNotCommittedYetIsWaitedFor() throws Exception {
    lab.bound(holder(lab.ana), null, 3L);
    try (var first = lab.database.connect();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      first.setAutoCommit(false);
      try (var statement = first.createStatement()) {
        statement.execute(
            "INSERT INTO holding (kind, key, person, since, cores) VALUES ('guest', '100', '%s', now(), 2)"
                .formatted(lab.ana.id()));
      }
      var second = threads.submit(() -> handOver(101, RED));
      while (!second.isDone() && !somebodyWaits()) {
        Thread.onSpinWait();
      }
      first.commit();

      assertThatThrownBy(second::get).hasCauseInstanceOf(Refusal.OverQuota.class);
    }
  }

  private boolean somebodyWaits() throws SQLException {
    try (var connection = lab.database.connect();
        var statement = connection.createStatement();
        var waiting =
            statement.executeQuery(
                "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")) {
      return waiting.next();
    }
  }

  private Holding handOver(int vmid, TeamName team) {
    var size = new GuestSize(2, 1024, GIB);
    return lab.holdings.give(
        Holding.guest(new VmId(vmid)), lab.ana.name(), team, size, Actor.ANYBODY);
  }

  @Test
  void aGuestHandedOverNamesWhoseQuotaItIs() {
    lab.bound(holder(lab.ana), 0L, null);

    var refusal = refused(() -> handOver(100, RED));

    assertThat(refusal).hasMessage("ana's quota is 0 guests: they use 0, and this guest needs 1.");
    assertThat(refusal.field()).isEqualTo("owner");
    assertThat(lab.holdings.guests()).isEmpty();
  }

  @Test
  void whoIsOverALoweredQuotaCanDoEverythingElse() {
    var made = lab.orderForRed(lab.ana, 4);
    lab.succeed(made);
    lab.bound(holder(lab.ana), 0L, 1L);
    lab.bound(red(), 0L, 1L);

    lab.succeed(lab.operations.add(on(GuestOrder.guest(made).vmid(), start())).operation());
    var grownElsewhere = new GuestSize(64, 1024, GIB);
    lab.holdings.give(
        GuestOrder.of(made).subject(),
        lab.ana.name(),
        RED,
        grownElsewhere,
        lab.ana.actor(Actor.Via.SESSION));

    assertThat(lab.use(holder(lab.ana)).cores()).isEqualTo(64);
    lab.holdings.give(
        GuestOrder.of(made).subject(),
        lab.ana.name(),
        null,
        grownElsewhere,
        lab.ana.actor(Actor.Via.SESSION));
    assertThat(lab.use(red())).isEqualTo(Use.NOTHING);
    refused(() -> lab.order(lab.ana, 1));

    lab.succeed(
        lab.operations
            .add(on(GuestOrder.guest(made).vmid(), new GuestAction.Delete(false)))
            .operation());
    assertThat(lab.use(holder(lab.ana))).isEqualTo(Use.NOTHING);
  }

  private static GuestAction start() {
    return new GuestAction.Power(PowerAction.START, 0, false);
  }

  private Submission on(VmId vmid, GuestAction order) {
    return new Submission(
        new GuestOrder(
            ClusterName.MAIN,
            GuestKind.LXC,
            new NodeName("pve1"),
            new VmidChoice.Given(vmid),
            order,
            Terms.USUAL),
        GuestSecrets.NONE,
        new Submitter(lab.ana.actor(Actor.Via.SESSION), null, List.of()));
  }

  @Test
  void anOrderThatIsRepeatedCountsOnceAndStaysItsOwners() {
    lab.bound(holder(lab.ana), 1L, 2L);
    lab.bound(holder(lab.ben), 0L, null);
    var first = lab.orderForRed(lab.ana, 2);
    lab.fail(first);

    var second = lab.again(lab.ben, first, 2);
    assertThat(GuestOrder.guest(second).vmid()).isNotEqualTo(GuestOrder.guest(first).vmid());
    lab.fail(second);
    lab.bound(holder(lab.ana), 0L, 0L);
    var third = lab.goOn(lab.ben, second, 2);

    var holding = lab.holdings.guests().getFirst();
    assertThat(lab.holdings.guests()).hasSize(1);
    assertThat(holding.vmid())
        .isEqualTo(GuestOrder.guest(third).vmid())
        .isEqualTo(GuestOrder.guest(second).vmid());
    assertThat(holding.owner().person()).isEqualTo(lab.ana.id());
    assertThat(holding.owner().team()).isEqualTo(RED);
    assertThat(lab.use(holder(lab.ben))).isEqualTo(Use.NOTHING);
  }

  @Test
  void anOrderWhoseGuestWasForgottenIsRepeatedForWhoeverOrderedItFirst() {
    var first = lab.orderForRed(lab.ana, 2);
    lab.fail(first);
    var second = lab.again(lab.ben, first, 2);
    lab.fail(second);
    lab.holdings.forget(GuestOrder.of(second).subject(), QuotaLab.NOW);
    lab.bound(holder(lab.ana), 0L, null);

    assertThat(refused(() -> lab.again(lab.ben, second, 2)))
        .hasMessage("ana has no quota left for this guest.");

    lab.quotas.set(holder(lab.ana), null);
    lab.again(lab.ben, second, 2);
    assertThat(lab.holdings.guests())
        .extracting(h -> h.owner().person(), h -> h.owner().team())
        .containsExactly(tuple(lab.ana.id(), RED));
  }

  @Test
  void whatIsMeasuredSmallerMustFitAgainWhenItsOrderGoesOn() {
    lab.bound(holder(lab.ana), null, 4L);
    var half = lab.order(lab.ana, 4);
    lab.fail(half);
    lab.holdings.measure(
        GuestOrder.of(half).subject(), QuotaLab.NOW, new GuestSize(1, 512, GIB), QuotaLab.NOW);
    lab.order(lab.ana, 3);

    refused(() -> lab.goOn(lab.ana, half, 4));
  }

  @Test
  void aRunningOrderThatTakesAnotherVmidCountsOnce() {
    lab.bound(holder(lab.ana), 1L, null);
    var order = lab.running(lab.order(lab.ana, 1));
    lab.bound(holder(lab.ana), 0L, null);

    var renumbered =
        lab.operations.renumber(
            order,
            new VmidChoice.Free(
                new VmidRange(new VmId(1000), new VmId(1999)),
                Set.of(GuestOrder.guest(order).vmid())));

    assertThat(GuestOrder.guest(renumbered).vmid()).isNotEqualTo(GuestOrder.guest(order).vmid());
    assertThat(lab.holdings.guests())
        .extracting(Holding::vmid)
        .containsExactly(GuestOrder.guest(renumbered).vmid());
    assertThat(lab.use(holder(lab.ana)).guests()).isEqualTo(1);
  }

  @Test
  void aRepeatedRequestAnswersTheEarlierOrderAlsoWithoutRoom() {
    lab.bound(holder(lab.ana), 1L, null);
    var submission = lab.submission(lab.ana, 1, null, null);
    var keyed =
        new Submission(
            submission.order(),
            submission.secrets(),
            new Submitter(lab.ana.actor(Actor.Via.SESSION), "key", List.of("POST")));

    var first = lab.operations.add(keyed);

    assertThat(lab.operations.add(keyed).operation().id()).isEqualTo(first.operation().id());
  }
}
