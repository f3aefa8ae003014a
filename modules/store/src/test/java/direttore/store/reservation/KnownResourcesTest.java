package direttore.store.reservation;

import static direttore.store.reservation.ReservationLab.GIB;
import static direttore.store.reservation.ReservationLab.any;
import static direttore.store.reservation.ReservationLab.hours;
import static direttore.store.reservation.ReservationLab.share;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.domain.Refusal;
import direttore.domain.node.ClusterName;
import direttore.domain.node.Overcommit;
import direttore.domain.reservation.Amount;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.Conflict;
import direttore.domain.reservation.ResourceKind;
import direttore.domain.reservation.Resources.NodeUse;
import direttore.domain.reservation.Window;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KnownResourcesTest {
  private static final ClaimRequest RACK = any(ResourceKind.DEVICE, 1, "rack");

  private final ReservationLab lab = new ReservationLab().nodes("pve1");

  @AfterEach
  void close() {
    lab.close();
  }

  private void keep(NodeUse... nodes) {
    lab.resources.keep(ClusterName.MAIN, List.of(nodes), new Overcommit(1, 1));
  }

  private Conflict.Why refused(Window window, ClaimRequest request) {
    try {
      lab.book(window, request);
      throw new AssertionError("booked");
    } catch (Refusal.ReservationConflict e) {
      return e.conflicts().getFirst().why();
    }
  }

  @Test
  void whatHasBecomeSmallerIsDecidedAsItIs() {
    lab.book(hours(1, 1), share("pve1", 8));

    keep(new NodeUse("pve1", 12, 64 * GIB, Amount.NONE));

    assertThat(refused(hours(1, 1), share("pve1", 8))).isEqualTo(Conflict.Why.CAPACITY);
    assertThat(lab.book(hours(1, 1), share("pve1", 4)).claims()).hasSize(1);
  }

  @Test
  void whatHasBecomeLargerIsDecidedAsItIs() {
    lab.book(hours(1, 1), share("pve1", 16));
    assertThat(refused(hours(1, 1), share("pve1", 8))).isEqualTo(Conflict.Why.CAPACITY);

    keep(new NodeUse("pve1", 32, 64 * GIB, Amount.NONE));

    assertThat(lab.book(hours(1, 1), share("pve1", 8)).claims()).hasSize(1);
  }

  @Test
  void whatIsGoneIsOutOfService() {
    lab.book(hours(1, 1), share("pve1", 1));

    keep();

    assertThat(refused(hours(1, 1), share("pve1", 1))).isEqualTo(Conflict.Why.OUT_OF_SERVICE);
  }

  @Test
  void whatHasAnotherNameIsUnknown() {
    lab.device("sw1");
    lab.book(hours(1, 1), ClaimRequest.device("sw1"));
    lab.database.client().execute().dml("UPDATE resource SET name = 'sw2' WHERE name = 'sw1'");

    assertThatExceptionOfType(Refusal.Unknown.class)
        .isThrownBy(() -> lab.book(hours(3, 1), ClaimRequest.device("sw1")));
    assertThat(lab.book(hours(3, 1), ClaimRequest.device("sw2")).claims()).hasSize(1);
  }

  @Test
  void severalAreKnownTogether() {
    lab.device("sw1");
    lab.device("sw2");
    lab.book(hours(1, 1), ClaimRequest.device("sw2"), ClaimRequest.device("sw1"));

    var again =
        lab.book(
            hours(3, 1), share("pve1", 2), ClaimRequest.device("sw1"), ClaimRequest.device("sw2"));

    assertThat(again.claims())
        .extracting(claim -> claim.resource().name())
        .containsExactlyInAnyOrder("pve1", "sw1", "sw2");
    assertThat(refused(hours(3, 1), ClaimRequest.device("sw2"))).isEqualTo(Conflict.Why.TAKEN);
  }

  private void tag(String device, String tags) {
    lab.database
        .client()
        .execute()
        .dml("UPDATE resource SET tags = '%s' WHERE name = '%s'".formatted(tags, device));
  }

  @Test
  void anyOfFindsWhatIsNew() {
    lab.device("sw1", "rack");
    lab.book(hours(1, 1), RACK);
    assertThat(refused(hours(1, 1), RACK)).isEqualTo(Conflict.Why.TAKEN);

    lab.device("sw2", "rack");

    assertThat(lab.book(hours(1, 1), RACK).claims())
        .extracting(claim -> claim.resource().name())
        .containsExactly("sw2");
  }

  @Test
  void anyOfTakesNothingThatLostItsTag() {
    lab.device("sw1", "rack");
    lab.device("sw2", "rack");
    lab.book(hours(1, 1), RACK);

    tag("sw2", "{}");

    assertThat(refused(hours(1, 1), RACK)).isEqualTo(Conflict.Why.TAKEN);
  }

  @Test
  void anyOfTakesNothingThatWentOutOfService() {
    lab.device("sw1", "rack");
    lab.book(hours(1, 1), RACK);
    lab.database
        .client()
        .execute()
        .dml("UPDATE resource SET out_by_hand = 'broken' WHERE name = 'sw1'");

    assertThat(refused(hours(3, 1), RACK)).isEqualTo(Conflict.Why.OUT_OF_SERVICE);
  }
}
