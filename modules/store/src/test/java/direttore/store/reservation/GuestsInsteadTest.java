package direttore.store.reservation;

import static direttore.store.reservation.ReservationLab.ROME;
import static direttore.store.reservation.ReservationLab.by;
import static direttore.store.reservation.ReservationLab.details;
import static direttore.store.reservation.ReservationLab.hours;
import static direttore.store.reservation.ReservationLab.node;
import static direttore.store.reservation.ReservationLab.share;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import direttore.domain.Refusal;
import direttore.domain.guest.GuestKind;
import direttore.domain.node.NodeName;
import direttore.domain.reservation.AskedAgain;
import direttore.domain.reservation.AtEnd;
import direttore.domain.reservation.AtStart;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.GuestsWanted;
import direttore.domain.reservation.Margins;
import direttore.domain.reservation.NewReservation;
import direttore.domain.reservation.NewSeries;
import direttore.domain.reservation.Occurrence;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.ReservationKind;
import direttore.domain.reservation.Times;
import direttore.domain.reservation.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What brings guests is offered another node only where they can be made there. */
class GuestsInsteadTest {
  private static final Margins LEAD =
      new Margins(Duration.ofMinutes(30), Duration.ZERO, Duration.ZERO);
  private static final int CORES = 4;

  private final Map<String, List<ClaimRequest>> elsewhere = new HashMap<>();
  private final List<String> asked = new ArrayList<>();
  private ReservationLab lab;

  @BeforeEach
  void open() {
    lab = new ReservationLab().nodes("pve1", "pve2", "pve3", "pve4");
    lab.book(hours(0, 4), node("pve1"));
  }

  @AfterEach
  void close() {
    lab.close();
  }

  private final AskedAgain again =
      new AskedAgain() {
        @Override
        public Optional<List<ClaimRequest>> on(NodeName other, NodeName instead) {
          assertThat(instead).isEqualTo(new NodeName("pve1"));
          asked.add(other.value());
          return Optional.ofNullable(elsewhere.get(other.value()));
        }

        @Override
        public Margins later(Margins margins) {
          return LEAD;
        }
      };

  private static NewReservation brings(Window window) {
    return new NewReservation(
        ReservationKind.BOOKING,
        details("class"),
        new Times(window, ROME),
        Margins.NONE,
        Phase.BOOKED,
        AtStart.NOTHING,
        AtEnd.DESTROY,
        List.of(share("pve1", CORES)),
        List.of(new GuestsWanted(GuestKind.QEMU, "pc-{n}", 2, new NodeName("pve1"), "{}")));
  }

  private void possible(String node, int cores) {
    var claims = new ArrayList<>(brings(hours(1, 2)).claims());
    claims.set(0, share(node, cores));
    elsewhere.put(node, claims);
  }

  private static List<Tuple> offered(Refusal.ReservationConflict refusal) {
    return refusal.nextFree().stream()
        .map(slot -> tuple(slot.claims().getFirst().resource().name(), slot.window()))
        .toList();
  }

  private List<Tuple> offered(AskedAgain known) {
    return offered(
        catchThrowableOfType(
            Refusal.ReservationConflict.class,
            () -> lab.reservations.askedAgain(known).book(brings(hours(1, 2)), by(null))));
  }

  @Test
  void whereTheyCannotBeMadeIsNotOffered() {
    possible("pve3", CORES);
    possible("pve4", CORES + 1);

    assertThat(offered(again))
        .containsExactly(
            tuple("pve3", hours(1, 2)), tuple("pve1", hours(4.5, 2)), tuple("pve1", hours(6.5, 2)));
    assertThat(asked).doesNotHaveDuplicates();
  }

  @Test
  void whereTheyCanBeMadeNowhereElseTheSameIsOfferedLater() {
    var later =
        List.of(
            tuple("pve1", hours(4.5, 2)),
            tuple("pve1", hours(6.5, 2)),
            tuple("pve1", hours(8.5, 2)));

    assertThat(offered(again)).isEqualTo(later);
    assertThat(offered(AskedAgain.SAME)).extracting(each -> each.toArray()[0]).containsOnly("pve1");
  }

  @Test
  void noMoreThanAFewNodesAreAskedAbout() {
    lab.nodes(IntStream.range(1, 20).mapToObj(n -> "pve" + n).toArray(String[]::new));

    assertThat(offered(again)).hasSize(3);
    assertThat(asked).hasSizeLessThan(10);
  }

  @Test
  void aSeriesGoesWhereTheyCanBeMadeToo() {
    possible("pve3", CORES);
    var days =
        IntStream.range(0, 2).mapToObj(day -> new Times(hours(24.0 * day + 1, 2), ROME)).toList();
    var series =
        new NewSeries(
            "FREQ=DAILY;COUNT=2",
            List.of(),
            NewSeries.Mode.ALL,
            days.stream().map(each -> new Occurrence(each.startLocal(), each)).toList(),
            null);

    var refusal =
        catchThrowableOfType(
            Refusal.ReservationConflict.class,
            () ->
                lab.reservations
                    .askedAgain(again)
                    .bookSeries(brings(hours(1, 2)), series, by(null)));

    assertThat(offered(refusal))
        .containsExactly(
            tuple("pve3", hours(1, 2)), tuple("pve1", hours(4.5, 2)), tuple("pve1", hours(6.5, 2)));
  }
}
