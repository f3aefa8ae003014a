package direttore.store.reservation;

import static direttore.store.reservation.ReservationLab.GIB;
import static direttore.store.reservation.ReservationLab.by;
import static direttore.store.reservation.ReservationLab.hours;
import static direttore.store.reservation.ReservationLab.node;
import static direttore.store.reservation.ReservationLab.wanted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.domain.Refusal;
import direttore.domain.node.ClusterName;
import direttore.domain.node.NodeName;
import direttore.domain.node.Overcommit;
import direttore.domain.reservation.Amount;
import direttore.domain.reservation.Capacity;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.ResourceChange;
import direttore.domain.reservation.ResourceKind;
import direttore.domain.reservation.Resources.NodeUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A node of 16 cores and 64 GiB, half as much again of which may be promised. */
class OvercommitTest {
  private static final int CORES = 24;
  private static final long MEMORY = 96 * GIB;

  /** The most that is promised at any moment of one of them, in the words of the test. */
  private static final String PEAK =
      """
      SELECT CAST(max((SELECT sum(other.%1$s) FROM claim other
                        WHERE other.holding AND other.resource = c.resource
                          AND lower(other.during) <= lower(c.during)
                          AND upper(other.during) > lower(c.during))) AS bigint) AS n
        FROM claim c WHERE c.holding
      """;

  private final ReservationLab lab = new ReservationLab();

  @BeforeEach
  void open() {
    keep(Amount.NONE);
  }

  @AfterEach
  void close() {
    lab.close();
  }

  private void keep(Amount standing) {
    lab.resources.keep(
        ClusterName.MAIN,
        List.of(new NodeUse("pve1", 16, 64 * GIB, standing)),
        new Overcommit(1.5, 1.5));
  }

  /** An operator says that so much may be promised. */
  private void promise(double factor) {
    var node = lab.resources.all(Set.of(ResourceKind.NODE)).getFirst();
    var capacity = new Capacity(16, 64 * GIB, null, null, null, null, factor, factor);
    lab.change(node, new ResourceChange(null, capacity, null, null));
  }

  private static ClaimRequest share(int cores, long memory) {
    return ClaimRequest.share(new NodeName("pve1"), Amount.of(cores, memory, 0));
  }

  private void book(int cores, long memory) {
    lab.book(hours(1, 1), share(cores, memory));
  }

  private void assertRefused(int cores, long memory) {
    assertThatExceptionOfType(Refusal.ReservationConflict.class)
        .isThrownBy(() -> book(cores, memory))
        .satisfies(refusal -> assertThat(refusal.conflicts()).isNotEmpty());
  }

  private long peak(String column) {
    return lab.count(PEAK.formatted(column));
  }

  @Test
  void isBookedToTheLastCore() {
    book(20, GIB);
    book(4, GIB);

    assertRefused(1, 1);
    assertThat(peak("cores")).isEqualTo(CORES);
    lab.book(hours(2, 1), share(CORES, MEMORY));
  }

  @Test
  void isBookedToTheLastGibibyte() {
    book(1, 60 * GIB);
    book(1, 36 * GIB);

    assertRefused(1, 1);
    assertThat(peak("memory")).isEqualTo(MEMORY);
  }

  @Test
  void whatRunsOnItAnywayIsTakenFromWhatMayBePromised() {
    keep(Amount.of(3, 10 * GIB, 0));

    book(21, 10 * GIB);

    assertRefused(1, 1);
    assertThat(peak("cores")).isEqualTo(CORES - 3);
  }

  @Test
  void halfACoreIsNoCore() {
    promise(1.03);

    book(16, GIB);

    assertRefused(1, 1);
  }

  @Test
  void wholeItIsStillAlone() {
    book(1, GIB);

    assertThatExceptionOfType(Refusal.ReservationConflict.class)
        .isThrownBy(() -> lab.book(hours(1, 1), node("pve1")));
  }

  @Test
  void whatIsPromisedStaysWhenLessMayBe() {
    book(20, GIB);
    promise(1);

    assertRefused(1, 1);
    assertThat(peak("cores")).isEqualTo(20);
  }

  @Test
  void manyAtOnceGetAllOfItAndNoMore() throws Exception {
    var work = new ArrayList<Callable<Boolean>>();
    for (var i = 0; i < 48; i++) {
      work.add(this::booked);
    }
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      assertThat(pool.invokeAll(work).stream().filter(Future::resultNow)).hasSize(CORES);
    }
    assertThat(peak("cores")).isEqualTo(CORES);
    assertThat(peak("memory")).isEqualTo(MEMORY);
  }

  private boolean booked() {
    try {
      lab.reservations.book(wanted(hours(1, 1), share(1, 4 * GIB)), by(null));
      return true;
    } catch (Refusal.ReservationConflict e) {
      return false;
    }
  }
}
