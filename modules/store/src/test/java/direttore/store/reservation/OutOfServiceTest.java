package direttore.store.reservation;

import static direttore.store.reservation.ReservationLab.NOW;
import static direttore.store.reservation.ReservationLab.any;
import static direttore.store.reservation.ReservationLab.hours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import direttore.domain.Refusal;
import direttore.domain.reservation.AtRisk;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.Marks.Mark;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.Resource;
import direttore.domain.reservation.ResourceChange;
import direttore.domain.reservation.ResourceChanges.Changed;
import direttore.domain.reservation.ResourceKind;
import direttore.domain.reservation.history.HistoryKind;
import direttore.store.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of reservations whose device is taken out of service. */
class OutOfServiceTest {
  private ReservationLab lab;
  private Resource sw1;

  @BeforeEach
  void open() {
    lab = new ReservationLab().nodes("pve1");
    sw1 = lab.device("sw1", "switch");
  }

  @AfterEach
  void close() {
    assertThat(lab.overlaps()).isZero();
    lab.close();
  }

  private Changed breaks(@Nullable Instant back) {
    return lab.change(sw1, new ResourceChange(null, null, "broken fan", back));
  }

  private List<AtRisk> atRisk(Reservation reservation) {
    return new PgMarks(lab.database)
        .of(List.of(reservation.id()))
        .getOrDefault(reservation.id(), Mark.NONE)
        .atRisk();
  }

  private List<String> devices(Reservation reservation) {
    return lab.reservations.find(reservation.id()).claims().stream()
        .map(claim -> claim.resource().name())
        .toList();
  }

  private List<Tuple> told() {
    return lab.database
        .client()
        .execute()
        .query(
            """
            SELECT reservation, kind, reason FROM notice
             WHERE kind IN ('reassigned', 'at_risk') ORDER BY id
            """)
        .map(Row::new)
        .map(row -> tuple(row.number("reservation"), row.text("kind"), row.text("reason")))
        .toList();
  }

  @Test
  void whoAskedForAnyGetsAnotherThatIsFree() {
    lab.device("sw2", "switch");
    var soon = lab.book(hours(1, 2), any(ResourceKind.DEVICE, 1, "switch"));
    var next = lab.book(hours(3, 2), any(ResourceKind.DEVICE, 1, "switch"));

    var changed = breaks(null);

    assertThat(changed.healed()).containsExactly(soon.id(), next.id());
    assertThat(changed.told()).isEmpty();
    assertThat(devices(soon)).containsExactly("sw2");
    assertThat(lab.reservations.find(soon.id()))
        .extracting(Reservation::version, Reservation::sequence, Reservation::phase)
        .containsExactly(soon.version() + 1, soon.sequence() + 1, soon.phase());
    assertThat(told())
        .contains(
            tuple(
                soon.id(),
                "reassigned",
                "device sw1 is out of service: broken fan, so it has device sw2 instead"));
    assertThat(atRisk(soon)).isEmpty();
  }

  @Test
  void whatRunsGetsAnotherToo() {
    lab.device("sw2", "switch");
    var runs = lab.book(hours(1, 2), any(ResourceKind.DEVICE, 1, "switch"));
    lab.database.client().execute().dml("UPDATE reservation SET phase = 'running'");
    lab.now = NOW.plus(Duration.ofHours(2));

    assertThat(breaks(null).healed()).containsExactly(runs.id());
    assertThat(devices(runs)).containsExactly("sw2");
  }

  @Test
  void whoHasNothingElseIsToldOnceUntilItIsBack() {
    lab.device("sw2", "switch");
    var named = lab.book(hours(1, 2), ClaimRequest.device("sw1"));
    var two = lab.book(hours(4, 2), any(ResourceKind.DEVICE, 2, "switch"));
    var later = lab.book(hours(24.0 * 8, 2), ClaimRequest.device("sw1"));

    var changed = breaks(null);

    assertThat(changed.healed()).isEmpty();
    assertThat(changed.told()).containsExactly(named.id(), two.id());
    var why = "device sw1 is out of service: broken fan";
    assertThat(told())
        .containsExactly(tuple(named.id(), "at_risk", why), tuple(two.id(), "at_risk", why));
    assertThat(atRisk(named)).containsExactly(new AtRisk(sw1ref(), "broken fan", null));
    assertThat(AtRisk.near(named, NOW)).isTrue();
    assertThat(AtRisk.near(later, NOW)).isFalse();

    lab.change(sw1, new ResourceChange(null, null, "a fan is broken", null));
    assertThat(told()).hasSize(2);
    lab.change(sw1, new ResourceChange(null, null, "", null));
    assertThat(atRisk(named)).isEmpty();
    assertThat(breaks(null).told()).containsExactly(named.id(), two.id());
  }

  private Resource.Ref sw1ref() {
    return new Resource.Ref(sw1.id(), ResourceKind.DEVICE, "sw1", null);
  }

  @Test
  void whatIsExpectedBackInTimeIsNoRisk() {
    var soon = lab.book(hours(1, 2), ClaimRequest.device("sw1"));
    var tomorrow = lab.book(hours(24, 2), ClaimRequest.device("sw1"));

    var changed = breaks(NOW.plus(Duration.ofHours(12)));

    assertThat(changed.told()).containsExactly(soon.id());
    assertThat(atRisk(soon)).hasSize(1);
    assertThat(atRisk(tomorrow)).isEmpty();
  }

  @Test
  void whoIsAtRiskByALaterReturnIsToldToo() {
    var soon = lab.book(hours(1, 2), ClaimRequest.device("sw1"));
    var named = lab.book(hours(24, 2), ClaimRequest.device("sw1"));
    var any = lab.book(hours(28, 2), any(ResourceKind.DEVICE, 1, "switch"));
    lab.device("sw2", "switch");
    breaks(NOW.plus(Duration.ofHours(12)));

    var later = lab.change(sw1, back(48));

    assertThat(later.healed()).containsExactly(any.id());
    assertThat(later.told()).containsExactly(named.id());
    assertThat(told("at_risk")).containsExactly(soon.id(), named.id());
    assertThat(lab.change(sw1, back(72)).told()).isEmpty();
  }

  private static ResourceChange back(double hours) {
    return new ResourceChange(null, null, null, hours(hours, 1).from());
  }

  @Test
  void whoWasToldIsToldAgainOnlyWhereAllWasWellInBetween() {
    var named = lab.book(hours(24, 2), ClaimRequest.device("sw1"));
    breaks(NOW.plus(Duration.ofHours(48)));

    assertThat(lab.change(sw1, back(12)).told()).isEmpty();
    assertThat(lab.change(sw1, back(36)).told()).containsExactly(named.id());

    assertThat(told("at_risk")).containsExactly(named.id(), named.id());
  }

  @Test
  void whatComesNearIsDecidedAgainOrToldOnce() {
    var named = lab.book(hours(240, 2), ClaimRequest.device("sw1"));
    var any = lab.book(hours(244, 2), any(ResourceKind.DEVICE, 1, "switch"));
    lab.device("sw2", "switch");
    assertThat(breaks(null).told()).isEmpty();
    assertThat(lab.resourceChanges.lookAhead()).isEmpty();

    lab.now = NOW.plus(Duration.ofDays(4));
    var ahead = lab.resourceChanges.lookAhead();

    assertThat(ahead).hasSize(1);
    assertThat(ahead.getFirst().healed()).containsExactly(any.id());
    assertThat(ahead.getFirst().told()).containsExactly(named.id());
    assertThat(devices(any)).containsExactly("sw2");
    assertThat(lab.resourceChanges.lookAhead()).isEmpty();
    assertThat(told("at_risk")).containsExactly(named.id());
    assertThat(told("reassigned")).containsExactly(any.id());
    var latest = new PgHistory(lab.database).of(named.id(), Long.MAX_VALUE, 1).entries().getFirst();
    assertThat(latest.kind()).isEqualTo(HistoryKind.AT_RISK);
    assertThat(latest.by()).isNull();
  }

  @Test
  void whatIsBackInTimeDoesNotComeNear() {
    lab.book(hours(240, 2), ClaimRequest.device("sw1"));
    breaks(NOW.plus(Duration.ofDays(5)));

    lab.now = NOW.plus(Duration.ofDays(4));

    assertThat(lab.resourceChanges.lookAhead()).isEmpty();
    lab.change(sw1, new ResourceChange(null, null, "", null));
    assertThat(lab.resourceChanges.lookAhead()).isEmpty();
  }

  @Test
  void ofWhatIsNotBackWhenItShouldBeNobodyKnowsWhenItWillBe() {
    var named = lab.book(hours(24, 2), ClaimRequest.device("sw1"));
    breaks(NOW.plus(Duration.ofHours(12)));
    assertThat(atRisk(named)).isEmpty();

    lab.now = NOW.plus(Duration.ofHours(13));
    assertThat(lab.resourceChanges.lookAhead())
        .singleElement()
        .satisfies(changed -> assertThat(changed.told()).containsExactly(named.id()));

    assertThat(atRisk(named)).containsExactly(new AtRisk(sw1ref(), "broken fan", null));
    assertThatExceptionOfType(Refusal.ReservationConflict.class)
        .isThrownBy(() -> lab.book(hours(48, 2), ClaimRequest.device("sw1")));
  }

  private List<Long> told(String kind) {
    return lab.database
        .client()
        .execute()
        .query("SELECT reservation FROM notice WHERE kind = '%s' ORDER BY id".formatted(kind))
        .map(row -> new Row(row).number("reservation"))
        .toList();
  }
}
