package direttore.store.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.Refusal;
import direttore.domain.guest.GuestKind;
import direttore.domain.node.ClusterName;
import direttore.domain.reservation.AtEnd;
import direttore.domain.reservation.AtStart;
import direttore.domain.reservation.Capacity;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.Details;
import direttore.domain.reservation.NewResource;
import direttore.domain.reservation.Party;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.ReservationChange;
import direttore.domain.reservation.ResourceKind;
import direttore.domain.reservation.Status;
import direttore.domain.reservation.Where;
import direttore.domain.reservation.life.Bell;
import direttore.domain.reservation.life.BellKind;
import direttore.domain.reservation.waiting.WaitingEntry;
import direttore.domain.reservation.waiting.Wish;
import direttore.store.Row;
import direttore.store.operation.Safe;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What several do with the waiting list at one moment. */
class WaitingRacesTest extends LivesOnPostgres {
  private PgWaiting waiting;

  @BeforeEach
  void list() {
    var safe = new Safe(new byte[32]);
    var consequences =
        new LifeConsequences(safe, vmid -> Optional.of(GUEST), CLOCK, UUID::randomUUID);
    waiting = new PgWaiting(database, safe, CLOCK, UUID::randomUUID, consequences);
  }

  private void device(String name) {
    new PgResources(database)
        .add(
            new NewResource(
                ResourceKind.DEVICE, ClusterName.MAIN, name, new TreeSet<>(), Capacity.WHOLE_ONLY));
  }

  private WaitingEntry wait(String who) {
    return wait(who, new ClaimRequest.AnyOf(ResourceKind.DEVICE, new TreeSet<>(), null, 1));
  }

  private WaitingEntry wait(String who, ClaimRequest claim) {
    var details =
        new Details(
            "a lab", "", new Party(who, null, null), new Where(GuestKind.QEMU, null, null), false);
    return waiting.add(
        new Wish(
            details,
            List.of(claim),
            window(0, 8 * 3600),
            Duration.ofHours(7),
            ZoneOffset.UTC,
            AtStart.NOTHING,
            AtEnd.NOTHING),
        BY);
  }

  private long serve() {
    var served = waiting.serve(Set.of());
    var offered = served.offered() == null ? 0 : 1;
    while (served.more()) {
      served = waiting.serve(served.tried());
      offered += served.offered() == null ? 0 : 1;
    }
    return offered;
  }

  private long offerOf(WaitingEntry entry) {
    return Optional.ofNullable(waiting.find(entry.id()).offer()).orElseThrow().reservation();
  }

  private void due(long id) {
    database
        .client()
        .execute()
        .dml("UPDATE bell SET due = clock_timestamp() WHERE reservation = " + id);
  }

  private long holding(long id) {
    return database
        .client()
        .execute()
        .createGet("SELECT count(*) AS n FROM claim WHERE reservation = :id AND holding")
        .addParam("id", id)
        .execute()
        .map(row -> new Row(row).number("n"))
        .orElseThrow();
  }

  @Test
  void whatIsNotAcceptedLapsesAtItsTimeAndGoesToTheNext() {
    device("sw1");
    var ana = wait("ana");
    var bob = wait("bob");
    serve();
    var offer = offerOf(ana);
    var life = lives.find(offer);
    assertThat(life.bells())
        .containsExactly(
            new Bell(
                BellKind.OFFER_ENDS,
                Optional.ofNullable(waiting.find(ana.id()).offer()).orElseThrow().until()));
    assertThat(ring()).isEmpty();

    due(offer);
    assertThat(ring()).containsExactly(offer);

    assertThat(lives.find(offer).phase()).isEqualTo(Phase.LAPSED);
    assertThat(lives.find(offer).status()).isEqualTo(Status.CANCELLED);
    assertThat(holding(offer)).isZero();
    assertThat(reservations.find(offer).reason()).isEqualTo("Nobody accepted it in time.");
    assertThat(serve()).isEqualTo(1);
    assertThat(lives.find(offerOf(bob)).phase()).isEqualTo(Phase.OFFERED);
    assertThat(waiting.find(ana.id()).lapsed()).isEqualTo(1);
  }

  @Test
  void whatIsAcceptedRingsAsABookingDoes() {
    device("sw1");
    var offer = offered(wait("ana"));

    accept(offer);

    assertThat(lives.find(offer).bells())
        .extracting(Bell::what)
        .contains(BellKind.START, BellKind.END)
        .doesNotContain(BellKind.OFFER_ENDS);
  }

  private long offered(WaitingEntry entry) {
    serve();
    return offerOf(entry);
  }

  private boolean accept(long offer) {
    try {
      reservations.change(offer, ReservationChange.NOTHING.withPhase(Phase.BOOKED), null);
      return true;
    } catch (Refusal.WrongState e) {
      return false;
    }
  }

  @Test
  void anOfferIsEitherAcceptedOrLapses() {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var i = 0; i < 20; i++) {
        device("sw" + i);
        var offer = offered(wait("p" + i));
        due(offer);

        var accepted = CompletableFuture.supplyAsync(() -> accept(offer), threads);
        var rung = CompletableFuture.supplyAsync(this::ring, threads);
        rung.join();
        var booked = accepted.join();
        ring();

        var phase = lives.find(offer).phase();
        assertThat(phase).isEqualTo(booked ? Phase.BOOKED : Phase.LAPSED);
        assertThat(holding(offer)).isEqualTo(booked ? 1 : 0);
      }
    }
  }

  @Test
  void ofSeveralWhoAcceptAnOfferOneDoes() {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var i = 0; i < 10; i++) {
        device("sw" + i);
        var offer = offered(wait("p" + i));

        var accepted =
            IntStream.range(0, 4)
                .mapToObj(n -> CompletableFuture.supplyAsync(() -> accept(offer), threads))
                .toList()
                .stream()
                .filter(CompletableFuture::join)
                .count();

        assertThat(accepted).isEqualTo(1);
        assertThat(reservations.find(offer).version()).isEqualTo(2);
      }
    }
  }

  @Test
  void whatIsOfferedAndBookedAtOnceIsOnesAlone() {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var i = 0; i < 20; i++) {
        device("sw" + i);
        var device = ClaimRequest.device("sw" + i);
        var entry = wait("p" + i, device);

        var served = CompletableFuture.supplyAsync(this::serve, threads);
        var booked = CompletableFuture.supplyAsync(() -> book(device), threads);
        served.join();
        var theirs = booked.join();
        serve();

        assertThat(waiting.find(entry.id()).waits()).isEqualTo(theirs);
        assertThat(
                database
                    .client()
                    .execute()
                    .createGet(
                        """
                        SELECT count(*) AS n FROM claim c JOIN resource r ON r.id = c.resource
                         WHERE c.holding AND r.name = :name
                        """)
                    .addParam("name", "sw" + i)
                    .execute()
                    .map(row -> new Row(row).number("n")))
            .contains(1L);
        waiting.leave(entry.id(), "bob");
      }
    }
  }

  private boolean book(ClaimRequest device) {
    try {
      var _ =
          reservations.book(
              wanted(
                  window(3600, 5 * 3600),
                  margins(0),
                  AtStart.NOTHING,
                  AtEnd.NOTHING,
                  List.of(device),
                  List.of()),
              BY);
      return true;
    } catch (Refusal.ReservationConflict e) {
      return false;
    }
  }

  @Test
  void twoRunnersOfferNothingTwice() {
    IntStream.range(0, 5).forEach(i -> device("sw" + i));
    IntStream.range(0, 12).forEach(i -> wait("p" + i % 10));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var offered =
          IntStream.range(0, 4)
              .mapToObj(i -> CompletableFuture.supplyAsync(this::serve, threads))
              .toList()
              .stream()
              .mapToLong(CompletableFuture::join)
              .sum();

      assertThat(offered).isEqualTo(5);
    }
    assertThat(
            waiting.standings(entry -> entry.offer() != null).stream()
                .map(each -> each.entry().party().requester()))
        .hasSize(5)
        .doesNotHaveDuplicates();
  }

  @Test
  void leavingWhileItIsOfferedLeavesNothingKept() {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var i = 0; i < 20; i++) {
        device("sw" + i);
        var entry = wait("p" + i);

        var served = CompletableFuture.supplyAsync(this::serve, threads);
        waiting.leave(entry.id(), "bob");
        served.join();
        serve();

        assertThat(waiting.standings(e -> true)).isEmpty();
      }
    }
    assertThat(
            database
                .client()
                .execute()
                .get("SELECT count(*) AS n FROM claim WHERE holding")
                .map(row -> new Row(row).number("n")))
        .contains(0L);
  }
}
