package direttore.store.quota;

import static direttore.store.quota.QuotaLab.GIB;
import static direttore.store.quota.QuotaLab.NOW;
import static direttore.store.quota.QuotaLab.holder;
import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.access.PersonName;
import direttore.domain.guest.Birth;
import direttore.domain.guest.GuestSize;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.operation.Operation;
import direttore.domain.quota.Forgotten;
import direttore.domain.quota.Holding;
import direttore.domain.quota.QuotaAttempt;
import direttore.domain.quota.Use;
import java.time.Duration;
import java.util.List;
import java.util.Set;
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
    assertThat(lab.holdings.holdings()).hasSize(1);
    return lab.holdings.holdings().getFirst();
  }

  @Test
  void whatIsOrderedCountsFromTheStart() {
    var order = lab.order(lab.ana, 2);
    var size = new GuestSize(2, 1024, 8 * GIB);

    var id = order.id();
    var guest = GuestOrder.guest(order);
    assertThat(only())
        .isEqualTo(
            new Holding(
                GuestOrder.guest(order).vmid(), "ana", NOW, size, null, id, guest, null, true));
    lab.succeed(order);
    assertThat(only())
        .isEqualTo(
            new Holding(
                GuestOrder.guest(order).vmid(), "ana", NOW, size, null, id, guest, null, false));
  }

  @Test
  void whatIsForgottenIsKeptWithItsBirthAndGivenBack() {
    var order = lab.order(lab.ana, 2);
    lab.succeed(order);
    var birth = new Birth(NOW, null, Set.of("BC:24:11:00:00:01"));
    lab.holdings.identify(GuestOrder.guest(order).vmid(), NOW, GuestOrder.guest(order), birth);
    var before = only();
    assertThat(before.birth()).isEqualTo(birth);

    lab.holdings.forget(GuestOrder.guest(order).vmid(), NOW);
    assertThat(lab.holdings.holdings()).isEmpty();
    assertThat(lab.holdings.forgotten())
        .containsExactly(new Forgotten(GuestOrder.guest(order).vmid(), "ana", birth));

    assertThat(lab.owners.former())
        .singleElement()
        .satisfies(former -> {
          assertThat(former.vmid()).isEqualTo(GuestOrder.guest(order).vmid());
          assertThat(former.name()).isEqualTo(new PersonName("ana"));
          assertThat(former.since()).isEqualTo(NOW);
          assertThat(former.birth()).isEqualTo(birth);
        });

    assertThat(lab.holdings.restore(GuestOrder.guest(order).vmid())).isTrue();
    assertThat(only()).isEqualTo(before);
    assertThat(lab.holdings.forgotten()).isEmpty();
  }

  /** Ana's, with its birth; Ben has ordered one under the same VMID. */
  private Operation displaced() {
    var first = lab.order(lab.ana, 2);
    lab.succeed(first);
    var guest = GuestOrder.guest(first);
    lab.holdings.identify(guest.vmid(), NOW, guest, BIRTH);
    return lab.order(lab.ben, guest.vmid(), 1);
  }

  @Test
  void anOrderThatFailsTakesNothingFromWhoHadTheVmid() {
    var order = displaced();
    assertThat(only().owner()).isEqualTo("ben");
    lab.fail(order);

    lab.holdings.forget(GuestOrder.guest(order).vmid(), NOW);

    assertThat(only().owner()).isEqualTo("ana");
    assertThat(only().birth()).isEqualTo(BIRTH);
    assertThat(lab.use(holder(lab.ana)).cores()).isEqualTo(2);
    assertThat(lab.use(holder(lab.ben)).guests()).isZero();
  }

  @Test
  void anOrderThatIsRepeatedAndFailsAgainTakesNothingEither() {
    var order = displaced();
    lab.fail(order);
    var again = lab.goOn(lab.ben, order, 1, List.of());
    lab.fail(again);

    lab.holdings.forget(GuestOrder.guest(order).vmid(), NOW);

    assertThat(only().owner()).isEqualTo("ana");
    assertThat(only().birth()).isEqualTo(BIRTH);
  }

  @Test
  void whatAFailedOrderHadMadeIsNobodysWhenItIsGone() {
    var order = lab.running(displaced());
    lab.operations.record(
        order
            .begun("create", NOW)
            .done("create", NOW)
            .failed(new Operation.Failure("task-failed", "no"), NOW));

    lab.holdings.forget(GuestOrder.guest(order).vmid(), NOW);

    assertThat(lab.holdings.holdings()).isEmpty();
  }

  @Test
  void whoeverMadeAGuestUnderAVmidHasItAlone() {
    var order = displaced();
    lab.succeed(order);

    lab.holdings.forget(GuestOrder.guest(order).vmid(), NOW);

    assertThat(lab.holdings.holdings()).isEmpty();
  }

  @Test
  void theRoomOfAFailedOrderIsFreeThoughNobodyHasRoomForWhatItDisplaced() {
    var order = displaced();
    lab.fail(order);
    lab.bound(holder(lab.ana), 0L, 0L);

    lab.holdings.forget(GuestOrder.guest(order).vmid(), NOW);

    assertThat(lab.holdings.holdings()).isEmpty();
    assertThat(lab.use(holder(lab.ben)).guests()).isZero();
    assertThat(lab.holdings.forgotten()).extracting(Forgotten::owner).containsExactly("ana");
  }

  @Test
  void nothingIsGivenBackBeyondAQuota() {
    var order = lab.order(lab.ana, 2);
    lab.succeed(order);
    lab.holdings.forget(GuestOrder.guest(order).vmid(), NOW);
    lab.bound(holder(lab.ana), 0L, 0L);

    assertThat(lab.holdings.restore(GuestOrder.guest(order).vmid())).isFalse();
  }

  @Test
  void whatIsMeasuredIsNeverRefused() {
    var order = lab.order(lab.ana, 2);
    lab.succeed(order);
    lab.bound(holder(lab.ana), 0L, 0L);

    lab.holdings.measure(GuestOrder.guest(order).vmid(), NOW, new GuestSize(9, 2048, GIB), null);
    assertThat(only().measured()).isNull();
    lab.holdings.measure(GuestOrder.guest(order).vmid(), NOW, new GuestSize(9, 2048, GIB), NOW);

    assertThat(only().measured()).isEqualTo(NOW);
    assertThat(lab.use(holder(lab.ana))).isEqualTo(new Use(1, 9, 2048, GIB));
  }

  @Test
  void whatAnOperationHasOrSomebodyGotSinceStaysAsItIs() {
    var order = lab.order(lab.ana, 2);
    lab.holdings.measure(GuestOrder.guest(order).vmid(), NOW, GuestSize.UNKNOWN, NOW);
    lab.holdings.forget(GuestOrder.guest(order).vmid(), NOW);
    lab.succeed(order);
    lab.holdings.measure(GuestOrder.guest(order).vmid(), NOW.minus(MOMENT), GuestSize.UNKNOWN, NOW);
    lab.holdings.forget(GuestOrder.guest(order).vmid(), NOW.minus(MOMENT));

    assertThat(lab.use(holder(lab.ana)).cores()).isEqualTo(2);

    lab.holdings.forget(GuestOrder.guest(order).vmid(), NOW);

    assertThat(lab.use(holder(lab.ana))).isEqualTo(Use.NOTHING);
  }

  @Test
  void ordersThatEndedWithoutSuccessAreFoundForAWhile() {
    lab.succeed(lab.order(lab.ana, 1));
    lab.order(lab.ana, 1);
    var failed = lab.order(lab.ana, 1);
    lab.fail(failed);
    var cancelled = lab.operations.cancel(lab.order(lab.ben, 1).id());

    assertThat(lab.holdings.attempts(NOW.minus(MOMENT)))
        .containsExactly(
            new QuotaAttempt(failed.id(), GuestOrder.guest(failed), "ana", NOW),
            new QuotaAttempt(cancelled.id(), GuestOrder.guest(cancelled), "ben", NOW));
    assertThat(lab.holdings.attempts(NOW)).isEmpty();
  }
}
