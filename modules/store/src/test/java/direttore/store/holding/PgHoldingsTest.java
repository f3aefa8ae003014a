package direttore.store.holding;

import static direttore.store.quota.QuotaLab.GIB;
import static direttore.store.quota.QuotaLab.NOW;
import static direttore.store.quota.QuotaLab.holder;
import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.access.PersonName;
import direttore.domain.guest.Birth;
import direttore.domain.guest.GuestSize;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.holding.FailedMaking;
import direttore.domain.holding.FormerHolding;
import direttore.domain.holding.Holding;
import direttore.domain.holding.Owner;
import direttore.domain.operation.Operation;
import direttore.domain.quota.Use;
import direttore.store.Row;
import direttore.store.Transaction;
import direttore.store.operation.Fences;
import direttore.store.quota.QuotaLab;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PgHoldingsTest {
  private static final Birth BIRTH = new Birth(NOW, null, Set.of("BC:24:11:00:00:01"));
  private static final Duration MOMENT = Duration.ofSeconds(1);
  private final QuotaLab lab = new QuotaLab();

  @AfterEach
  void close() {
    lab.close();
  }

  private Holding only() {
    assertThat(lab.holdings.guests()).hasSize(1);
    return lab.holdings.guests().getFirst();
  }

  @Test
  void whatIsOrderedCountsFromTheStart() {
    var order = lab.order(lab.ana, 2);
    var size = new GuestSize(2, 1024, 8 * GIB);

    var id = order.id();
    var guest = GuestOrder.guest(order);
    var owner = new Owner(lab.ana.id(), lab.ana.name(), null);
    assertThat(only())
        .isEqualTo(
            new Holding(
                GuestOrder.of(order).subject(), owner, NOW, size, null, id, guest, null, true));
    lab.succeed(order);
    assertThat(only())
        .isEqualTo(
            new Holding(
                GuestOrder.of(order).subject(), owner, NOW, size, null, id, guest, null, false));
  }

  @Test
  void whatIsForgottenIsKeptWithItsBirthAndGivenBack() {
    var order = lab.order(lab.ana, 2);
    lab.succeed(order);
    var birth = new Birth(NOW, null, Set.of("BC:24:11:00:00:01"));
    lab.holdings.identify(GuestOrder.of(order).subject(), NOW, GuestOrder.guest(order), birth);
    var before = only();
    assertThat(before.birth()).isEqualTo(birth);

    lab.holdings.forget(GuestOrder.of(order).subject(), NOW);
    assertThat(lab.holdings.guests()).isEmpty();
    assertThat(lab.holdings.formerGuests())
        .singleElement()
        .satisfies(former -> {
          assertThat(former.vmid()).isEqualTo(GuestOrder.guest(order).vmid());
          assertThat(former.name()).isEqualTo(new PersonName("ana"));
          assertThat(former.since()).isEqualTo(NOW);
          assertThat(former.birth()).isEqualTo(birth);
        });

    assertThat(lab.holdings.restore(GuestOrder.of(order).subject())).isTrue();
    assertThat(only()).isEqualTo(before);
    assertThat(lab.holdings.formerGuests()).isEmpty();
  }

  /** Ana's, with its birth; Ben has ordered one under the same VMID. */
  private Operation displaced() {
    var first = lab.order(lab.ana, 2);
    lab.succeed(first);
    var guest = GuestOrder.guest(first);
    lab.holdings.identify(Holding.guest(guest.vmid()), NOW, guest, BIRTH);
    return lab.order(lab.ben, guest.vmid(), 1);
  }

  /** The same under a VMID that was chosen, where ana's guest is not in the cluster any more. */
  private Operation displacedByChoice() {
    lab.succeed(lab.order(lab.ana, 2));
    return lab.orderAmidAll(lab.ben);
  }

  @Test
  void anOrderThatFailsTakesNothingFromWhoHadTheVmid() {
    var order = displaced();
    assertThat(only().owner().name()).isEqualTo(lab.ben.name());
    lab.fail(order);

    lab.holdings.forget(GuestOrder.of(order).subject(), NOW);

    assertThat(only().owner().name()).isEqualTo(lab.ana.name());
    assertThat(only().birth()).isEqualTo(BIRTH);
    assertThat(lab.use(holder(lab.ana)).cores()).isEqualTo(2);
    assertThat(lab.use(holder(lab.ben)).guests()).isZero();
  }

  @Test
  void anOrderThatEndsBeforeItIsBegunGivesBackAtOnce() {
    for (var end :
        List.<Consumer<Operation>>of(lab::failAtOnce, lab::cancel, this::cancelWithItsGroup)) {
      var order = displaced();

      end.accept(order);

      assertThat(only().owner().name()).isEqualTo(lab.ana.name());
      assertThat(only().birth()).isEqualTo(BIRTH);
      assertThat(lab.use(holder(lab.ben)).guests()).isZero();
      assertThat(lab.holdings.failures(NOW.minus(MOMENT))).isEmpty();
      lab.holdings.forget(only().what(), only().since());
    }
  }

  private void cancelWithItsGroup(Operation operation) {
    lab.database
        .client()
        .execute()
        .dml(
            """
            WITH made AS (
              INSERT INTO operation_fence (id, tells) VALUES (gen_random_uuid(), 'group one')
              RETURNING id)
            UPDATE operation o SET group_id = made.id, group_key = 'first', group_round = 0
              FROM made WHERE o.id = '%s'
            """
                .formatted(operation.id()));
    var fence =
        lab.database
            .client()
            .execute()
            .get("SELECT id FROM operation_fence")
            .map(row -> new Row(row).uuid("id"))
            .orElseThrow();
    Transaction.in(lab.database.client(), execute -> Fences.raise(execute, fence, NOW));
  }

  @Test
  void anOrderThatEndsBeforeItIsBegunStaysWithWhoGaveItWhereTheOtherHasNoRoom() {
    var order = displaced();
    lab.bound(holder(lab.ana), 0L, null);

    lab.cancel(order);

    assertThat(only().owner().name()).isEqualTo(lab.ben.name());
    lab.bound(holder(lab.ana), 1L, null);
    lab.holdings.forget(only().what(), NOW);
    assertThat(only().owner().name()).isEqualTo(lab.ana.name());
  }

  @Test
  void anOrderByNobodyTakesNothingUntilItsGuestIsMade() {
    var first = lab.order(lab.ana, 2);
    lab.succeed(first);
    var vmid = GuestOrder.guest(first).vmid();

    lab.fail(lab.orderByNobody(vmid));
    assertThat(only().owner().name()).isEqualTo(lab.ana.name());
    var making = lab.orderByNobody(vmid);
    assertThat(only().operation()).isEqualTo(first.id());
    lab.succeed(making);

    assertThat(lab.holdings.guests()).isEmpty();
    assertThat(lab.holdings.formerGuests())
        .extracting(FormerHolding::name)
        .containsExactly(lab.ana.name());
  }

  @Test
  void aGuestMadeByNobodyIsTakenAlsoWhereItsOrderFailsLater() {
    var first = lab.order(lab.ana, 2);
    lab.succeed(first);
    var making = lab.running(lab.orderByNobody(GuestOrder.guest(first).vmid()));

    lab.operations.record(
        making
            .begun("create", NOW)
            .done("create", NOW)
            .failed(new Operation.Failure("task-failed", "no start"), NOW));

    assertThat(lab.holdings.guests()).isEmpty();
  }

  @Test
  void anOrderThatTakesAnotherVmidGivesTheFirstBack() {
    var order = lab.running(displacedByChoice());
    var vmid = GuestOrder.guest(order).vmid();

    var renumbered = lab.renumber(order);

    assertThat(lab.holdings.of(Holding.guest(vmid)).orElseThrow().owner().name())
        .isEqualTo(lab.ana.name());
    assertThat(lab.holdings.of(GuestOrder.of(renumbered).subject()).orElseThrow().owner().name())
        .isEqualTo(lab.ben.name());
  }

  @Test
  void anOrderThatIsRepeatedUnderAnotherVmidGivesTheFirstBack() {
    var order = displaced();
    lab.fail(order);

    var again = lab.again(lab.ben, order, 1);

    assertThat(lab.holdings.guests())
        .extracting(h -> h.vmid() + " " + h.owner().name())
        .containsExactlyInAnyOrder(
            GuestOrder.guest(order).vmid() + " ana", GuestOrder.guest(again).vmid() + " ben");
  }

  @Test
  void whoeverOrdersWhatIsTheirsAnewNeedsRoomForGrowthOnly() {
    var first = lab.order(lab.ana, 2);
    lab.succeed(first);
    lab.bound(holder(lab.ana), 0L, 0L);

    lab.succeed(lab.order(lab.ana, GuestOrder.guest(first).vmid(), 2));

    assertThat(only().owner().name()).isEqualTo(lab.ana.name());
  }

  @Test
  void anOrderThatIsRepeatedAndFailsAgainTakesNothingEither() {
    var order = displaced();
    lab.fail(order);
    var again = lab.goOn(lab.ben, order, 1, List.of());
    lab.fail(again);

    lab.holdings.forget(GuestOrder.of(order).subject(), NOW);

    assertThat(only().owner().name()).isEqualTo(lab.ana.name());
    assertThat(only().birth()).isEqualTo(BIRTH);
  }

  @Test
  void whatIsRepeatedAndCancelledInTheQueueStaysAsUnclearAsItWas() {
    var order = displaced();
    lab.fail(order);
    var again = lab.goOn(lab.ben, order, 1, List.of());
    lab.cancel(again);
    var oneMore = lab.goOn(lab.ben, again, 1, List.of());

    lab.cancel(oneMore);

    assertThat(only().owner().name()).isEqualTo(lab.ben.name());
    lab.holdings.forget(GuestOrder.of(order).subject(), NOW);
    assertThat(only().owner().name()).isEqualTo(lab.ana.name());
  }

  @Test
  void whoeverGetsNothingBackIsRememberedWhateverTheOrderDisplacesNext() {
    var order = lab.running(displacedByChoice());
    var vmid = GuestOrder.guest(order).vmid();
    lab.bound(holder(lab.ana), 0L, null);
    var elsewhere = lab.renumber(order);
    lab.succeed(lab.order(lab.person("cem"), vmid, 1));
    var back = lab.renumber(elsewhere);
    assertThat(GuestOrder.guest(back).vmid()).isEqualTo(vmid);
    lab.bound(holder(lab.ana), 1L, null);

    lab.operations.record(back.failed(new Operation.Failure("vmid-in-use", "no"), NOW));

    assertThat(only().owner().name().value()).isEqualTo("cem");
    assertThat(lab.database.client().execute().query("SELECT person FROM former_holding"))
        .map(row -> new Row(row).uuid("person"))
        .containsExactly(lab.ana.id());
  }

  @Test
  void whatAFailedOrderHadMadeIsNobodysWhenItIsGone() {
    var order = lab.running(displaced());
    lab.operations.record(
        order
            .begun("create", NOW)
            .done("create", NOW)
            .failed(new Operation.Failure("task-failed", "no"), NOW));

    lab.holdings.forget(GuestOrder.of(order).subject(), NOW);

    assertThat(lab.holdings.guests()).isEmpty();
  }

  @Test
  void whatWasTakenBackGivesTheVmidBackHoweverFarItCame() {
    var why = new Operation.Failure(Operation.Failure.CANCELLED, "");
    var order =
        lab.running(displaced())
            .begun("create", NOW)
            .done("create", NOW)
            .begun("start", NOW)
            .done("start", NOW);
    lab.operations.record(order.undone("create", why, NOW).cancelled(why, NOW));

    lab.holdings.forget(GuestOrder.of(order).subject(), NOW);

    assertThat(only().owner().name()).isEqualTo(lab.ana.name());
  }

  @Test
  void whoeverMadeAGuestUnderAVmidHasItAlone() {
    var order = displaced();
    lab.succeed(order);

    lab.holdings.forget(GuestOrder.of(order).subject(), NOW);

    assertThat(lab.holdings.guests()).isEmpty();
  }

  @Test
  void theRoomOfAFailedOrderIsFreeThoughNobodyHasRoomForWhatItDisplaced() {
    var order = displaced();
    lab.fail(order);
    lab.bound(holder(lab.ana), 0L, 0L);

    lab.holdings.forget(GuestOrder.of(order).subject(), NOW);

    assertThat(lab.holdings.guests()).isEmpty();
    assertThat(lab.use(holder(lab.ben)).guests()).isZero();
    assertThat(lab.holdings.formerGuests())
        .extracting(FormerHolding::name)
        .containsExactly(lab.ana.name());
  }

  @Test
  void nothingIsGivenBackBeyondAQuota() {
    var order = lab.order(lab.ana, 2);
    lab.succeed(order);
    lab.holdings.forget(GuestOrder.of(order).subject(), NOW);
    lab.bound(holder(lab.ana), 0L, 0L);

    assertThat(lab.holdings.restore(GuestOrder.of(order).subject())).isFalse();
  }

  @Test
  void whatIsMeasuredIsNeverRefused() {
    var order = lab.order(lab.ana, 2);
    lab.succeed(order);
    lab.bound(holder(lab.ana), 0L, 0L);

    lab.holdings.measure(GuestOrder.of(order).subject(), NOW, new GuestSize(9, 2048, GIB), null);
    assertThat(only().measured()).isNull();
    lab.holdings.measure(GuestOrder.of(order).subject(), NOW, new GuestSize(9, 2048, GIB), NOW);

    assertThat(only().measured()).isEqualTo(NOW);
    assertThat(lab.use(holder(lab.ana))).isEqualTo(new Use(1, 9, 2048, GIB));
  }

  @Test
  void whatAnOperationHasOrSomebodyGotSinceStaysAsItIs() {
    var order = lab.order(lab.ana, 2);
    lab.holdings.measure(GuestOrder.of(order).subject(), NOW, GuestSize.UNKNOWN, NOW);
    lab.holdings.forget(GuestOrder.of(order).subject(), NOW);
    lab.succeed(order);
    lab.holdings.measure(GuestOrder.of(order).subject(), NOW.minus(MOMENT), GuestSize.UNKNOWN, NOW);
    lab.holdings.forget(GuestOrder.of(order).subject(), NOW.minus(MOMENT));

    assertThat(lab.use(holder(lab.ana)).cores()).isEqualTo(2);

    lab.holdings.forget(GuestOrder.of(order).subject(), NOW);

    assertThat(lab.use(holder(lab.ana))).isEqualTo(Use.NOTHING);
  }

  @Test
  void ordersThatEndedWithoutSuccessAreFoundForAWhile() {
    lab.succeed(lab.order(lab.ana, 1));
    lab.order(lab.ana, 1);
    var failed = lab.order(lab.ana, 1);
    lab.fail(failed);
    var cancelled = lab.operations.cancel(lab.order(lab.ben, 1).id());

    assertThat(lab.holdings.failures(NOW.minus(MOMENT)))
        .containsExactly(
            new FailedMaking(failed.id(), GuestOrder.guest(failed), lab.ana.name(), NOW),
            new FailedMaking(cancelled.id(), GuestOrder.guest(cancelled), lab.ben.name(), NOW));
    assertThat(lab.holdings.failures(NOW)).isEmpty();
  }
}
