package direttore.store.reservation;

import static direttore.store.reservation.LimitsLab.RED;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import direttore.domain.Refusal;
import direttore.domain.access.Person;
import direttore.domain.guest.GuestKind;
import direttore.domain.node.ClusterName;
import direttore.domain.node.NodeName;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.Pool;
import direttore.domain.reservation.Window;
import direttore.store.quota.QuotaLab;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Pools, and what is made by those who hold them. */
class PoolsTest {
  private final LimitsLab lab = new LimitsLab();
  private final PgPools pools = new PgPools(lab.people.database);
  private final Person ana = lab.people.ana;
  private final Person ben = lab.people.ben;
  private final Pool pool = pools.add(form("lab-a", "pve1", 4, 3));

  @AfterEach
  void close() {
    lab.close();
  }

  private static Pool.Form form(String name, String node, int vms, int lxc) {
    return new Pool.Form(name, new NodeName(node), vms, lxc);
  }

  /** Begins an hour before guests are ordered. */
  private Window now() {
    lab.lab.now = QuotaLab.NOW.minus(Duration.ofHours(1));
    return Window.of(QuotaLab.NOW.minus(Duration.ofHours(1)), Duration.ofHours(5));
  }

  @Test
  void reservationsTogetherGetNoMoreGuestsThanItHas() {
    var window = now();
    lab.claim(ana, null, window, ClaimRequest.pool("lab-a", 0, 2));

    var refusal =
        catchThrowableOfType(
            Refusal.ReservationConflict.class,
            () -> lab.claim(ben, null, window, ClaimRequest.pool("lab-a", 1, 2)));

    assertThat(refusal).hasMessageStartingWith("pool lab-a has too little left");
    assertThat(requireNonNull(refusal.conflicts().getFirst().free()).lxc()).isEqualTo(1);
    assertThat(requireNonNull(refusal.conflicts().getFirst().free()).vms()).isEqualTo(4);
    assertThat(lab.claim(ben, null, window, ClaimRequest.pool("lab-a", 4, 1)).id()).isPositive();
  }

  @Test
  void whoeverHoldsOneMakesNoMoreThereThanTheyClaimed() {
    var booked = lab.claim(ana, null, now(), ClaimRequest.pool("lab-a", 0, 2));
    lab.people.order(ana, 1);
    lab.people.order(ana, 1);

    assertThatExceptionOfType(Refusal.PoolFull.class)
        .isThrownBy(() -> lab.people.order(ana, 1))
        .withMessage(
            "reservation %d has 2 containers of pool lab-a on pve1 until 2026-03-01 14:00 (Europe/Rome), and 2 are made or to be made",
            booked.id());
    assertThat(
            pools.shortage(
                ClusterName.MAIN, new NodeName("pve1"), GuestKind.LXC, ana.id(), QuotaLab.NOW))
        .hasValueSatisfying(shortage -> assertThat(shortage.bound()).isEqualTo(2));
  }

  @Test
  void whoeverHoldsNoneIsNotBound() {
    lab.claim(ana, null, now(), ClaimRequest.pool("lab-a", 0, 1));

    lab.people.order(ben, 1);
    lab.people.order(ben, 1);

    assertThat(lab.people.order(ana, 1).id()).isNotNull();
  }

  @Test
  void whatATeamHoldsIsFilledByItsMembersTogether() {
    lab.claim(ana, RED, now(), ClaimRequest.pool("lab-a", 0, 2));
    lab.people.order(ana, 1);
    lab.people.order(ben, 1);

    assertThatExceptionOfType(Refusal.PoolFull.class).isThrownBy(() -> lab.people.order(ben, 1));
  }

  @Test
  void operatorsChangeItAndRemoveWhatNobodyClaims() {
    assertThat(pools.all()).containsExactly(pool);
    assertThatExceptionOfType(Refusal.WrongState.class)
        .isThrownBy(() -> pools.add(form("lab-a", "pve2", 1, 1)));
    var booked = lab.claim(ana, null, now(), ClaimRequest.pool("lab-a", 2, 0));

    assertThat(pools.change(pool.id(), form("lab-a", "pve1", 1, 0)).vms()).isEqualTo(1);
    assertThatExceptionOfType(Refusal.WrongState.class)
        .isThrownBy(() -> pools.change(pool.id(), form("lab-a", "pve2", 1, 0)))
        .withMessageContaining("claimed by reservation " + booked.id());
    assertThatExceptionOfType(Refusal.WrongState.class).isThrownBy(() -> pools.remove(pool.id()));
    lab.lab.reservations.cancel(booked.id(), null, null);
    assertThat(pools.change(pool.id(), form("lab-b", "pve2", 1, 0)).name()).isEqualTo("lab-b");
    pools.remove(pool.id());
    assertThat(pools.all()).isEqualTo(List.of());
  }
}
