package direttore.domain.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.domain.Refusal;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.VmId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What of guests that a reservation brings can be another, and when. */
class ChangedGuestsTest {
  private static final Instant NOW = Instant.parse("2027-03-01T08:00:00Z");
  private static final Readiness SSH =
      new Readiness(Readiness.Check.PORT, 22, Duration.ofMinutes(5));
  private static final GuestsWanted PCS = guests("pc-{n}", 2, "{}");

  private static GuestsWanted guests(String name, int count, String request) {
    return new GuestsWanted(GuestKind.QEMU, name, count, null, request);
  }

  private static Reservation reservation(Phase phase) {
    var details =
        new Details(
            "class",
            "",
            new Party("ada", null, null),
            new Where(GuestKind.QEMU, null, null),
            false);
    return new NewReservation(
            ReservationKind.BOOKING,
            details,
            new Times(Window.of(NOW.plusSeconds(60), Duration.ofHours(1)), ZoneOffset.UTC),
            Margins.NONE,
            Phase.BOOKED,
            AtStart.NOTHING,
            AtEnd.DESTROY,
            List.of(),
            List.of(PCS))
        .draft("uid", NOW)
        .in(phase);
  }

  private static Reservation bring(Phase phase, GuestsWanted... guests) {
    return Changing.changed(
        reservation(phase), ReservationChange.NOTHING.withGuests(List.of(guests)), NOW);
  }

  private static void assertRefused(String field, GuestsWanted... guests) {
    assertThatExceptionOfType(Refusal.WrongState.class)
        .isThrownBy(() -> bring(Phase.RUNNING, guests))
        .satisfies(e -> assertThat(e.field()).isEqualTo(field));
  }

  @Test
  void beforeTheyAreMadeTheyAreOthers() {
    assertThat(bring(Phase.BOOKED, guests("ws", 1, "{}")).guests())
        .containsExactly(guests("ws", 1, "{}"));
    assertThat(bring(Phase.REQUESTED).guests()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"BOOKED", "PREPARING", "RUNNING"})
  void theirEndAndTheirReadinessAreOthersAlsoAfter(Phase phase) {
    var after = bring(phase, PCS.with(AtEnd.STOP, SSH));

    assertThat(after.guests()).containsExactly(PCS.with(AtEnd.STOP, SSH));
    assertThat(after.stays()).isTrue();
  }

  @Test
  void onceTheyAreMadeTheyStayAsTheyWereOrdered() {
    assertRefused("guests");
    assertRefused("guests[0].name", guests("ws-{n}", 2, "{}"));
    assertRefused("guests[0].count", guests("pc-{n}", 3, "{}"));
    assertRefused("guests[0].request", guests("pc-{n}", 2, "{\"cores\":2}"));
    assertRefused("guests[1]", PCS, guests("ws", 1, "{}"));
  }

  @Test
  void noTwoHaveOneName() {
    var taken =
        ReservationChange.NOTHING
            .withGuests(List.of(guests("104", 1, "{}")))
            .withClaims(List.of(ClaimRequest.guest(new VmId(104))));

    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(() -> Changing.changed(reservation(Phase.BOOKED), taken, NOW))
        .satisfies(e -> assertThat(e.field()).isEqualTo("guests[0].name"));
    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(() -> bring(Phase.BOOKED, PCS, guests("pc-1", 1, "{}")))
        .satisfies(e -> assertThat(e.field()).isEqualTo("guests[1].name"));
  }

  @Test
  void aClaimOfOneThatIsCalledAsAMadeOneIsAtFaultItself() {
    var brings = bring(Phase.BOOKED, guests("104", 1, "{}"));
    var claims =
        List.<ClaimRequest>of(ClaimRequest.device("sw1"), ClaimRequest.guest(new VmId(104)));

    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(
            () -> Changing.changed(brings, ReservationChange.NOTHING.withClaims(claims), NOW))
        .satisfies(e -> assertThat(e.field()).isEqualTo("claims[1].guest"));
  }
}
