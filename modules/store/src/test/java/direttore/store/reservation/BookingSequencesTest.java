package direttore.store.reservation;

import static direttore.store.reservation.ReservationLab.GIB;
import static direttore.store.reservation.ReservationLab.NOW;
import static direttore.store.reservation.ReservationLab.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.access.Role;
import direttore.domain.node.ClusterName;
import direttore.domain.node.Overcommit;
import direttore.domain.reservation.Amount;
import direttore.domain.reservation.Availability;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.Margins;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.ReservationChange;
import direttore.domain.reservation.Reservations;
import direttore.domain.reservation.ResourceChange;
import direttore.domain.reservation.ResourceKind;
import direttore.domain.reservation.Resources.NodeUse;
import direttore.domain.reservation.Slot;
import direttore.domain.reservation.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Random sequences of what people do, beside a grid of quarters of an hour that only counts. What
 * fails is shortened to the steps that matter.
 */
class BookingSequencesTest {
  private static final int SEQUENCES = 12;
  private static final int STEPS = 60;
  private static final int KINDS = 18;
  private static final Actor OLGA = RulesTest.actor("olga", Role.OPERATOR);
  private static ReservationLab lab;
  private static PgApprovals approvals;

  /** One thing that somebody does; which reservation it is about is counted among those alive. */
  private record Step(int kind, int which, int wish, int cores, int start, int length) {
    static Step random(Random random) {
      return new Step(
          random.nextInt(KINDS),
          random.nextInt(1000),
          random.nextInt(Grid.WISHES),
          1 + random.nextInt(12),
          random.nextInt(Grid.QUARTERS - 16),
          1 + random.nextInt(16));
    }
  }

  /** What is alive, and what it asked for; whether it waits for an approval. */
  private record Alive(long id, int wish, int cores, boolean waits) {}

  @BeforeAll
  static void open() {
    lab = Grid.lab();
    approvals = new PgApprovals(lab.database, lab.clock, Consequences.NONE);
    new PgPolicies(lab.database).set(null, RulesTest.approving(true, null, null));
  }

  @AfterAll
  static void close() {
    lab.close();
  }

  @Test
  void whatIsBookedMovedAndCalledOffIsAsTheGridSays() {
    Sequences.run(SEQUENCES, STEPS, Step::random, BookingSequencesTest::run);
  }

  private static Optional<String> run(List<Step> steps) {
    lab.database.client().execute().dml("TRUNCATE reservation CASCADE");
    lab.database.client().execute().dml("UPDATE resource SET out_by_hand = NULL");
    var grid = new Grid();
    keep(grid);
    var alive = new ArrayList<Alive>();
    // What was promised before a node had less is so still.
    return Sequences.take(lab, steps, step -> take(step, grid, alive), () -> keep(new Grid()));
  }

  private static Optional<String> take(Step step, Grid grid, List<Alive> alive) {
    if (step.kind >= 16) {
      lessOf(step, grid);
      // What asked for any may have another one instead.
      alive.forEach(
          one -> grid.put(lab.reservations.find(one.id), grid.start(one.id), grid.length(one.id)));
      return Optional.empty();
    }
    if (alive.isEmpty() || step.kind < 5) {
      return book(step, grid, alive);
    }
    var chosen = alive.get(step.which % alive.size());
    return switch (step.kind) {
      case 5 -> change(grid, chosen, step.start, grid.length(chosen.id));
      case 6 -> change(grid, chosen, grid.start(chosen.id), step.length);
      case 7 -> ask(step, grid, alive, chosen);
      case 8 -> extend(grid, chosen);
      case 9 -> {
        lab.reservations.cancel(chosen.id, null, null);
        yield gone(chosen, grid, alive);
      }
      case 10 -> giveBack(step, grid, alive, chosen);
      case 11, 12 -> approve(alive, chosen);
      case 13 -> refuse(grid, alive, chosen);
      default -> bookRuled(step, grid, alive);
    };
  }

  private static Optional<String> gone(Alive chosen, Grid grid, List<Alive> alive) {
    grid.remove(chosen.id);
    alive.remove(chosen);
    return Optional.empty();
  }

  /** A node has other cores than before, or something is put out of service or back. */
  private static void lessOf(Step step, Grid grid) {
    if (step.kind == 16) {
      grid.cores(step.which % 2 == 0 ? "pve1" : "pve2", 4 + step.cores);
      keep(grid);
      return;
    }
    var what = lab.resources.all(Set.of(ResourceKind.NODE, ResourceKind.DEVICE));
    var resource = what.get(step.which % what.size());
    var out = grid.toggled(resource.name());
    lab.change(resource, new ResourceChange(null, null, out ? "Broken." : "", null));
  }

  private static void keep(Grid grid) {
    lab.resources.keep(
        ClusterName.MAIN,
        Stream.of("pve1", "pve2")
            .map(node -> new NodeUse(node, grid.cores(node), 64 * GIB, Amount.NONE))
            .toList(),
        new Overcommit(1, 1));
  }

  /** Within its time, and not while it waits; the rest of it is free at once. */
  private static Optional<String> giveBack(Step step, Grid grid, List<Alive> alive, Alive chosen) {
    var within = step.length <= grid.length(chosen.id);
    var quarter = grid.start(chosen.id) + (within ? step.length - 1 : grid.length(chosen.id));
    lab.now = Grid.at(quarter);
    try {
      lab.reservations.giveBack(chosen.id, null);
      return within && !chosen.waits
          ? gone(chosen, grid, alive)
          : Optional.of("gave back what is not under way: " + step);
    } catch (Refusal.WrongState e) {
      return within && !chosen.waits
          ? Optional.of("did not take back what is under way: " + step)
          : Optional.empty();
    } finally {
      lab.now = NOW;
    }
  }

  /** It holds what it held, whatever became of that meanwhile. */
  private static Optional<String> approve(List<Alive> alive, Alive chosen) {
    try {
      approvals.approve(chosen.id, List.of(), OLGA, null, null);
      alive.set(alive.indexOf(chosen), new Alive(chosen.id, chosen.wish, chosen.cores, false));
      return chosen.waits ? Optional.empty() : Optional.of("approved what waits for nothing");
    } catch (Refusal.WrongState e) {
      return chosen.waits ? Optional.of("did not approve what waits") : Optional.empty();
    }
  }

  private static Optional<String> refuse(Grid grid, List<Alive> alive, Alive chosen) {
    try {
      approvals.refuse(chosen.id, List.of(), OLGA, null, "No.");
      return chosen.waits
          ? gone(chosen, grid, alive)
          : Optional.of("refused what waits for nothing");
    } catch (Refusal.WrongState e) {
      return chosen.waits ? Optional.of("did not refuse what waits") : Optional.empty();
    }
  }

  /** Somebody books who needs an approval for the whole of a node. */
  private static Optional<String> bookRuled(Step step, Grid grid, List<Alive> alive) {
    return book(step, grid, alive, lab.reservations.ruled(RulesTest.ANA), step.wish <= 1);
  }

  private static Optional<String> book(Step step, Grid grid, List<Alive> alive) {
    return book(step, grid, alive, lab.reservations, false);
  }

  private static Optional<String> book(
      Step step, Grid grid, List<Alive> alive, Reservations reservations, boolean waits) {
    var window = Grid.window(step.start, step.length);
    var expected = grid.free(step.wish, step.cores, step.start, step.length, 0);
    try {
      var claims = Grid.claims(step.wish, step.cores).toArray(ClaimRequest[]::new);
      var booked = reservations.book(wanted(window, claims), RulesTest.ana());
      grid.put(booked, step.start, step.length);
      alive.add(new Alive(booked.id(), step.wish, step.cores, waits));
      return expected ? Optional.empty() : Optional.of("booked what is not free");
    } catch (Refusal.ReservationConflict e) {
      return expected ? Optional.of("refused what is free") : checked(e, step, grid);
    }
  }

  /** What is offered instead is free. */
  private static Optional<String> checked(
      Refusal.ReservationConflict refusal, Step step, Grid grid) {
    if (refusal.nextFree().size() < 3 && grid.possible(step.wish, step.cores)) {
      return Optional.of("offers %d only".formatted(refusal.nextFree().size()));
    }
    for (var slot : refusal.nextFree()) {
      var minutes = Duration.between(Grid.at(0), slot.window().from()).toMinutes();
      var start = (int) (minutes / 15);
      if (minutes % 15 != 0) {
        return Optional.of("offers a start between quarters: " + slot);
      }
      if (!slot.sameTime()
          && start + step.length < Grid.QUARTERS
          && sameResources(slot, step)
          && !grid.free(step.wish, step.cores, start, step.length, 0)) {
        return Optional.of("offers what is taken: " + slot);
      }
    }
    return Optional.empty();
  }

  private static boolean sameResources(Slot slot, Step step) {
    return Grid.claims(step.wish, step.cores).stream()
        .allMatch(request ->
            !(request instanceof ClaimRequest.Named named)
                || slot.claims().stream().anyMatch(c -> c.resource().name().equals(named.name())));
  }

  private static Optional<String> change(Grid grid, Alive chosen, int start, int length) {
    var before = lab.reservations.find(chosen.id);
    var expected =
        grid.stays(chosen.id, start, length)
            || grid.free(chosen.wish, chosen.cores, start, length, chosen.id);
    try {
      var after = moved(before, Grid.window(start, length));
      grid.put(after, start, length);
      return expected ? Optional.empty() : Optional.of("moved to what is not free");
    } catch (Refusal.ReservationConflict e) {
      return expected ? Optional.of("refused a move to what is free") : Optional.empty();
    }
  }

  private static Reservation moved(Reservation before, Window to) {
    return lab.reservations.change(
        before.id(), ReservationChange.NOTHING.withTimes(before.times().at(to)), null);
  }

  /** Free windows are those of the grid. */
  private static Optional<String> ask(Step step, Grid grid, List<Alive> alive, Alive chosen) {
    var besides = alive.size() % 2 == 0 ? chosen.id : 0;
    var expected =
        IntStream.rangeClosed(0, Grid.QUARTERS - step.length)
            .filter(s -> grid.free(step.wish, step.cores, s, step.length, besides))
            .filter(
                s -> s == 0 || !grid.free(step.wish, step.cores, s - 1, step.length + 1, besides))
            .limit(4)
            .mapToObj(Grid::at)
            .toList();
    var found =
        lab
            .availability
            .slots(
                new Availability.Wanted(
                    Grid.claims(step.wish, step.cores),
                    Duration.ofMinutes(15L * step.length),
                    Margins.NONE,
                    besides == 0 ? null : besides),
                Grid.window(0, Grid.QUARTERS),
                4)
            .slots()
            .stream()
            .map(slot -> slot.window().from())
            .toList();
    return found.equals(expected)
        ? Optional.empty()
        : Optional.of("free are %s and not %s".formatted(expected, found));
  }

  /** It can last exactly as long as a change would take. */
  private static Optional<String> extend(Grid grid, Alive chosen) {
    var before = lab.reservations.find(chosen.id);
    var until = grid.freeUntil(before);
    var latest = lab.reservations.extendableUntil(chosen.id, Grid.at(Grid.QUARTERS));
    var said = latest.at();
    if (latest.conflicts().isEmpty() != (until >= Grid.QUARTERS)) {
      return Optional.of("can last until %s because of %s".formatted(said, latest.conflicts()));
    }
    if (!said.equals(Grid.at(until))) {
      return Optional.of("can last until %s and not %s".formatted(Grid.at(until), said));
    }
    var start = grid.start(chosen.id);
    if (until < Grid.QUARTERS && fixed(chosen)) {
      try {
        moved(before, new Window(before.window().from(), said.plusSeconds(60)));
        return Optional.of("lasted a minute longer than was said");
      } catch (Refusal.ReservationConflict e) {
        assertThat(e.conflicts()).isNotEmpty();
      }
    }
    if (said.isAfter(before.window().to())) {
      grid.put(moved(before, new Window(before.window().from(), said)), start, until - start);
    }
    return Optional.empty();
  }

  /** Whether nothing else could be chosen for it. */
  private static boolean fixed(Alive chosen) {
    return chosen.wish <= 4;
  }
}
