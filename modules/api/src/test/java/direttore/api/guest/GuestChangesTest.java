package direttore.api.guest;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.cluster.Reading;
import direttore.domain.guest.Guest;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.VmId;
import direttore.domain.node.NodeName;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GuestChangesTest {
  private static final Instant BEGUN = Instant.parse("2026-03-01T10:00:00Z");
  private static final long GIB = 1L << 30;
  private final GuestChanges changes = new GuestChanges("epoch");

  @Test
  void tellsOnlyWhatChangedSinceTheCursor() {
    var cursor = cursor(reading(0, running(100, 60), running(101, 60)));

    var changed = since(reading(30, running(100, 90), named(101, 90, "renamed")), cursor);

    assertThat(changed.complete()).isFalse();
    assertThat(changed.guests()).extracting(GuestView::name).containsExactly("renamed");
    assertThat(changed.figures()).isEmpty();
    assertThat(since(reading(60, running(100, 120), named(101, 120, "renamed")), changed.cursor()))
        .satisfies(none -> assertThat(none.guests()).isEmpty());
  }

  @Test
  void anEarlierCursorGetsAllThatChangedSince() {
    var first = cursor(reading(0, running(100, 60), running(101, 60), running(102, 60)));
    cursor(reading(30, running(100, 90), named(101, 90, "one"), running(102, 90)));
    var last = reading(60, named(100, 120, "two"), named(101, 120, "one"), running(102, 120));

    assertThat(since(last, first).guests()).extracting(GuestView::vmid).containsExactly(100, 101);
  }

  @Test
  void figuresAreTellingOnlyAsFarAsTheyAreShown() {
    var cursor = cursor(reading(0, using(100, 0.101, GIB), using(101, 0.101, GIB)));

    var same = since(reading(2, using(100, 0.104, GIB + 1), using(101, 0.101, GIB)), cursor);
    var other = since(reading(4, using(100, 0.12, 2 * GIB), using(101, 0.101, GIB)), cursor);

    assertThat(same.figures()).isEmpty();
    assertThat(other.guests()).isEmpty();
    assertThat(other.figures()).containsExactly(new GuestFigures(100, 0.12, 2 * GIB));
  }

  @Test
  void memoryOfSmallGuestsIsToldInTenthsOfAMebibyte() {
    var small =
        new Guest(
            ref(100),
            "web",
            "running",
            1,
            512L << 20,
            0,
            0,
            300_000_000,
            9,
            List.of(),
            false,
            null,
            null,
            null);

    assertThat(GuestFigures.of(small).mem()).isBetween(299_900_000L, 300_100_000L);
  }

  @Test
  void aRestartIsAChangeAndTimeThatPassesIsNone() {
    var cursor = cursor(reading(0, running(100, 600), running(101, 600)));

    var changed = since(reading(30, running(100, 622), running(101, 5)), cursor);

    assertThat(changed.guests()).extracting(GuestView::vmid).containsExactly(101);
  }

  @Test
  void whatIsGoneIsToldAndMayComeBack() {
    var cursor = cursor(reading(0, running(100, 60), running(101, 60)));

    var without = since(reading(10, running(100, 70)), cursor);
    var again = since(reading(20, running(100, 80), running(101, 1)), cursor);

    assertThat(without.gone()).containsExactly(101);
    assertThat(again.gone()).isEmpty();
    assertThat(again.guests()).extracting(GuestView::vmid).containsExactly(101);
  }

  @Test
  void aCursorThatIsNotKnownGetsAll() {
    var reading = reading(0, running(100, 60));
    cursor(reading);

    for (var foreign : List.of("other-1", "epoch-77", "epoch-", "epoch-99999999999999999999")) {
      var all = since(reading, foreign);

      assertThat(all.complete()).as(foreign).isTrue();
      assertThat(all.guests()).hasSize(1);
    }
  }

  @Test
  void moreThatIsGoneThanIsRememberedMakesOldCursorsUnknown() {
    var cursor = cursor(reading(0, running(50_000, 60)));
    var many = IntStream.range(100, 10_101).mapToObj(id -> running(id, 1)).toArray(Guest[]::new);
    cursor(reading(1, many));
    var later = reading(2, running(50_000, 62));

    assertThat(since(later, cursor).complete()).isTrue();
  }

  @Test
  void anOlderReadingIsNotTakenForNews() {
    var old = reading(0, running(100, 60));
    var cursor = cursor(reading(30, named(100, 90, "renamed")));

    assertThat(changes.cursor(old)).as("its holder would miss the new name").isNull();
    assertThat(since(old, cursor).guests()).isEmpty();
  }

  private String cursor(Reading<List<Guest>> reading) {
    return Objects.requireNonNull(changes.cursor(reading));
  }

  private ChangesView since(Reading<List<Guest>> reading, String cursor) {
    return changes.since(reading, cursor).value();
  }

  private static Reading<List<Guest>> reading(int second, Guest... guests) {
    return new Reading<>(List.of(guests), BEGUN.plusSeconds(second), null);
  }

  private static Guest running(int vmid, long uptime) {
    return named(vmid, uptime, "web");
  }

  private static Guest named(int vmid, long uptime, String name) {
    return new Guest(
        ref(vmid), name, "running", 2, 4 * GIB, 0, 0.5, GIB, uptime, List.of(), false, null, null,
        null);
  }

  private static Guest using(int vmid, double cpu, long mem) {
    return new Guest(
        ref(vmid), "web", "running", 2, 4 * GIB, 0, cpu, mem, 60, List.of(), false, null, null,
        null);
  }

  private static GuestRef ref(int vmid) {
    return new GuestRef(GuestKind.QEMU, new NodeName("pve1"), new VmId(vmid));
  }
}
