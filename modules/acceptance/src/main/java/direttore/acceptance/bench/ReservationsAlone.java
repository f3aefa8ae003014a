package direttore.acceptance.bench;

import direttore.domain.access.Actor;
import direttore.domain.node.NodeName;
import direttore.domain.operation.Submitter;
import direttore.domain.reservation.Amount;
import direttore.domain.reservation.Availability;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.Margins;
import direttore.domain.reservation.ResourceKind;
import direttore.domain.reservation.Window;
import direttore.store.Database;
import direttore.store.operation.Safe;
import direttore.store.reservation.Consequences;
import direttore.store.reservation.PgAvailability;
import direttore.store.reservation.PgReservations;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What one person waits for while nobody else asks. */
final class ReservationsAlone {
  private static final Submitter BY = new Submitter(Actor.ANYBODY, null, List.of());
  private final Database database;
  private final Instant morning;

  ReservationsAlone(Database database, Instant morning) {
    this.database = database;
    this.morning = morning;
  }

  /** Thirty devices, thirty VLANs and thirty shares, alone. */
  void classes() {
    var claims =
        Stream.concat(
                Stream.of(any(ResourceKind.DEVICE, "switch"), any(ResourceKind.VLAN, "lab")),
                Stream.of(
                    new ClaimRequest.AnyOf(
                        ResourceKind.NODE, new TreeSet<>(), Amount.of(2, 4096, 0), 30)))
            .toList();
    var reservations =
        new PgReservations(
            database,
            new Safe(new byte[Safe.KEY_BYTES]),
            Clock.systemUTC(),
            UUID::randomUUID,
            Consequences.NONE);
    var took = new long[40];
    for (var i = 0; i < took.length; i++) {
      var from = morning.plus(Duration.ofHours(300L + 3L * i));
      var start = System.nanoTime();
      reservations.book(ApiProcess.wanted(Window.of(from, Duration.ofHours(2)), claims), BY);
      took[i] = System.nanoTime() - start;
    }
    var figures = new Figures(Arrays.copyOfRange(took, 10, took.length));
    Bench.row(
        "A class of 30: 90 claims in one decision",
        "p50 %.0f ms, p95 %.0f ms, load %.1f"
            .formatted(figures.percentile(50), figures.percentile(95), Bench.loadAverage()));
  }

  private static ClaimRequest any(ResourceKind kind, String tag) {
    return new ClaimRequest.AnyOf(kind, new TreeSet<>(List.of(tag)), null, 30);
  }

  /** Three devices and a share of one node, then of any, for two hours, within a year. */
  void availability(int stored) {
    var availability = new PgAvailability(database);
    var share = Amount.of(8, 16_384, 0);
    var one = search(availability, ClaimRequest.share(new NodeName("pve1"), share));
    var any =
        search(availability, new ClaimRequest.AnyOf(ResourceKind.NODE, new TreeSet<>(), share, 1));
    Bench.row(
        "First three free slots within a year, %,d stored".formatted(stored),
        "one node: p50 %.1f ms, p95 %.1f ms; any node: p50 %.1f ms, p95 %.1f ms, load %.1f"
            .formatted(
                one.percentile(50),
                one.percentile(95),
                any.percentile(50),
                any.percentile(95),
                Bench.loadAverage()));
  }

  private Figures search(Availability availability, ClaimRequest node) {
    var random = new Random(1);
    return new Figures(
        IntStream.range(0, 80)
            .mapToLong(i -> {
              var claims =
                  Stream.concat(
                          random
                              .ints(1, 401)
                              .distinct()
                              .limit(3)
                              .mapToObj(n -> ClaimRequest.device("sw" + n)),
                          Stream.of(node))
                      .toList();
              var from = morning.plus(Duration.ofHours(random.nextInt(24 * 250)));
              var wanted = new Availability.Wanted(claims, Duration.ofHours(2), Margins.NONE, null);
              var start = System.nanoTime();
              availability.slots(wanted, Window.of(from, Duration.ofDays(365)), 3);
              return System.nanoTime() - start;
            })
            .skip(20)
            .toArray());
  }
}
