package direttore.domain.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import direttore.domain.Refusal;
import direttore.domain.guest.GuestKind;
import direttore.domain.node.ClusterName;
import direttore.domain.node.NodeName;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BadReservationTest {
  private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
  private static final ZoneId ROME = ZoneId.of("Europe/Rome");

  @Test
  void anEndThatIsNotAfterTheStartIsRefused() {
    assertThat(fieldOf(() -> new Window(NOON, NOON))).isEqualTo("end_dt");
    assertThat(fieldOf(() -> new Window(NOON, NOON.minusSeconds(1)))).isEqualTo("end_dt");
    assertThat(fieldOf(() -> new Window(NOON, NOON.plusMillis(900)))).isEqualTo("end_dt");
  }

  @Test
  void yearsThatNobodyMeansAreRefused() {
    assertThat(fieldOf(() -> new Window(NOON, Instant.parse("9999-01-01T00:00:00Z"))))
        .isEqualTo("end_dt");
    assertThat(fieldOf(() -> new Window(Instant.EPOCH, NOON))).isEqualTo("start_dt");
  }

  @Test
  void aTimeThatTheClocksSkipIsAsMuchLater() {
    var times =
        Times.local(
            LocalDateTime.parse("2027-03-28T02:30"), LocalDateTime.parse("2027-03-28T04:00"), ROME);

    assertThat(times.window().from()).isEqualTo(Instant.parse("2027-03-28T01:30:00Z"));
    assertThat(times.startLocal()).isEqualTo(LocalDateTime.parse("2027-03-28T03:30"));
    assertThat(times.window().length()).isEqualTo(Duration.ofMinutes(30));
  }

  @Test
  void aTimeThatComesTwiceIsItsFirst() {
    var times =
        Times.local(
            LocalDateTime.parse("2027-10-31T02:30"), LocalDateTime.parse("2027-10-31T04:00"), ROME);

    assertThat(times.window().from()).isEqualTo(Instant.parse("2027-10-31T00:30:00Z"));
    assertThat(times.window().length()).isEqualTo(Duration.ofMinutes(150));
  }

  @Test
  void longTextsAndControlCharactersAreRefused() {
    assertThat(fieldOf(() -> details("x".repeat(10_000), ""))).isEqualTo("title");
    assertThat(fieldOf(() -> details(" ", ""))).isEqualTo("title");
    assertThat(fieldOf(() -> details("two\nlines", ""))).isEqualTo("title");
    assertThat(fieldOf(() -> details("x", "y".repeat(4001)))).isEqualTo("notes");
    assertThat(fieldOf(() -> details("x", "a\0b"))).isEqualTo("notes");
    assertThat(fieldOf(() -> details("x", "half \ud83d"))).isEqualTo("notes");
    assertThat(details("🧪".repeat(200), "").title()).hasSize(400);
  }

  @Test
  void namesOfDevicesAreAsLongAsInNetBoxAtMost() {
    assertThat(device("d".repeat(64)).name()).hasSize(64);
    assertThat(fieldOf(() -> device("d".repeat(65)))).isEqualTo("name");
  }

  private static NewResource device(String name) {
    return new NewResource(
        ResourceKind.DEVICE, ClusterName.MAIN, name, new TreeSet<>(), Capacity.WHOLE_ONLY);
  }

  @Test
  void theSameClaimedTwiceIsRefused() {
    var node = ClaimRequest.node(new NodeName("pve1"));
    var share = ClaimRequest.share(new NodeName("pve1"), Amount.of(1, 0, 0));

    assertThat(fieldOf(() -> booking(List.of(node, share)))).isEqualTo("claims[1]");
  }

  @Test
  void aThousandClaimsAreRefused() {
    var devices = IntStream.range(0, 1000).mapToObj(n -> ClaimRequest.device("sw" + n)).toList();

    assertThat(fieldOf(() -> booking(devices))).isEqualTo("claims");
    assertThat(
            fieldOf(() -> new ClaimRequest.AnyOf(ResourceKind.DEVICE, new TreeSet<>(), null, 1000)))
        .isEqualTo("count");
  }

  @Test
  void aShareOfNothingIsRefused() {
    assertThat(fieldOf(() -> ClaimRequest.share(new NodeName("pve1"), Amount.NONE)))
        .isEqualTo("cores");
    assertThat(fieldOf(() -> Amount.of(-1, 0, 0))).isEqualTo("cores");
    assertThat(fieldOf(() -> Amount.of(1, Long.MAX_VALUE, 0))).isEqualTo("memory");
  }

  @Test
  void marginsOfMoreThanADayAreRefused() {
    assertThat(fieldOf(() -> new Margins(Duration.ofDays(2), Duration.ZERO, Duration.ZERO)))
        .isEqualTo("lead_minutes");
    assertThat(fieldOf(() -> new Margins(Duration.ZERO, Duration.ofMinutes(-1), Duration.ZERO)))
        .isEqualTo("grace_minutes");
  }

  private static Details details(String title, String notes) {
    return new Details(
        title, notes, new Party("ana", null, null), new Where(GuestKind.QEMU, null, null), false);
  }

  private static NewReservation booking(List<ClaimRequest> claims) {
    return NewReservation.booking(
        details("lab", ""), new Times(Window.of(NOON, Duration.ofHours(1)), ROME), claims);
  }

  private static String fieldOf(Runnable making) {
    var refusal = catchThrowableOfType(Refusal.Invalid.class, making::run);
    return String.valueOf(refusal.field());
  }
}
