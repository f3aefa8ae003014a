package direttore.domain.reservation.life;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.Refusal;
import direttore.domain.operation.Operation.State;
import direttore.domain.reservation.AtEnd;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.Status;
import direttore.domain.reservation.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/**
 * One reservation, its operations and a cluster, in memory, with whoever works on them: late, twice
 * at once, and dying in between. What may never be is looked at whenever something changes.
 */
final class LifeWorld {

  /** What somebody has decided and not done yet. */
  private record Decided(Part part, PartDecision decision) {}

  final Set<Mutant> mutants = EnumSet.noneOf(Mutant.class);
  final Random random;
  private final PlayedGuests guests;
  Life life;
  Instant now = StartingLife.NOON.minus(Duration.ofHours(2));
  private final List<PlayedOperation> operations = new ArrayList<>();
  private final List<Decided> decided = new ArrayList<>();
  private int nextVmid = StartingLife.NAMED + 1;
  private double trouble = 0.2;

  LifeWorld(int seed, int size) {
    this.random = new Random(seed);
    this.guests = new PlayedGuests(mutants, random);
    var start = new StartingLife(random, size);
    this.life = start.life();
    start.named().ifPresent(guest -> guests.add(guest.vmid().value(), null));
  }

  private boolean mutated(Mutant mutant) {
    return mutants.contains(mutant);
  }

  /** Until nothing more is to come; something happens at random on the way. */
  void play(int steps) {
    for (var step = 0; step < steps; step++) {
      switch (random.nextInt(8)) {
        case 0 -> ring();
        case 1, 2 -> decide();
        case 3, 4 -> follow();
        case 5, 6 -> advance();
        default -> pass();
      }
      if (random.nextInt(60) == 0) {
        happen();
      }
    }
    trouble = 0;
    guests.pass(true);
    settle();
  }

  /** All works well from now on, until it is over. */
  private void settle() {
    for (var round = 0; !life.phase().over() || busy(); round++) {
      assertThat(round).as("it comes to an end").isLessThan(3000);
      if (due().isEmpty() && !busy()) {
        now = now.plus(Duration.ofMinutes(5));
      } else {
        now = now.plus(Duration.ofSeconds(20));
      }
      ring();
      decide();
      follow();
      advance();
    }
  }

  private boolean busy() {
    return life.parts().stream().anyMatch(part -> part.state().moving())
        || operations.stream().anyMatch(o -> o.state.active());
  }

  private void pass() {
    guests.pass(false);
    // Sometimes nobody is there for hours.
    now = now.plus(Duration.ofSeconds(random.nextInt(40) == 0 ? 7200 : random.nextInt(240)));
  }

  private Optional<Bell> due() {
    return life.bells().stream()
        .filter(bell -> !bell.due().isAfter(now))
        .min(Comparator.comparing(Bell::due).thenComparing(Bell::what));
  }

  private void ring() {
    due()
        .ifPresent(bell -> {
          var clock = mutated(Mutant.BUILDS_MISSED) ? bell.due() : now;
          var before = life.phase();
          become(life.rung(bell.what(), clock));
          assertThat(
                  before == Phase.BOOKED
                      && life.phase().open()
                      && !now.isBefore(life.window().to()))
              .as("what was missed is begun")
              .isFalse();
          if (bell.what() == BellKind.END && mutated(Mutant.NO_GRACE)) {
            become(life.rung(BellKind.DESTROY, clock));
          }
        });
  }

  /** What people do. */
  private void happen() {
    try {
      switch (random.nextInt(4)) {
        case 0 -> become(life.cancelled());
        case 1 -> become(life.moved(until(now.plus(Duration.ofMinutes(40))), life.margins(), now));
        case 2 -> become(life.moved(until(now), life.margins(), now));
        default -> become(life.repaired(Set.copyOf(life.parts().stream().map(Part::id).toList())));
      }
    } catch (Refusal e) {
      assertThat(e).isInstanceOfAny(Refusal.WrongState.class, Refusal.Invalid.class);
    }
  }

  private Window until(Instant end) {
    return new Window(life.window().from(), end);
  }

  /** As the store does it: what is of an older round is cancelled. */
  private void become(Life after) {
    var flipped = new ArrayList<Part>();
    for (var i = 0; i < after.parts().size(); i++) {
      var part = after.parts().get(i);
      if (part.round() != life.parts().get(i).round()) {
        flipped.add(part);
      }
    }
    life = mutated(Mutant.SAME_ROUND) ? Mutant.sameRounds(after) : after;
    for (var part : flipped) {
      operations.stream()
          .filter(o -> o.part.equals(part.id()) && o.state.active())
          .forEach(this::cancel);
    }
  }

  private void cancel(PlayedOperation op) {
    if (op.state == State.QUEUED) {
      end(op, State.CANCELLED);
    } else {
      op.cancelled = !mutated(Mutant.ENDS_EARLY);
    }
  }

  private void end(PlayedOperation op, State state) {
    op.state = state;
    op.ended = now;
  }

  /** Somebody reads, looks, and decides; what comes of it may be late. */
  private void decide() {
    for (var part : life.parts()) {
      var read =
          operations.stream()
              .filter(o -> o.part.equals(part.id()))
              .filter(o -> !(mutated(Mutant.FORGETS_ACTIVE) && o.state.active()))
              .filter(o ->
                  !(mutated(Mutant.ENDS_EARLY)
                      && o.state.active()
                      && o.key.round() != part.round()))
              .map(PlayedOperation::seen)
              .toList();
      var sight = mutated(Mutant.NO_LOOK) ? new Sight.Absent() : guests.first(part);
      var decision = PartSteward.decide(part, read, sight, now);
      if (decision instanceof PartDecision.Look look) {
        decision = PartSteward.decide(part, read, guests.look(part, look.guest(), trouble), now);
      }
      decided.add(new Decided(part, decision));
    }
  }

  private void follow() {
    while (!decided.isEmpty()) {
      var next = decided.remove(random.nextInt(decided.size()));
      if (random.nextDouble() < trouble) {
        // Whoever decided it is dead.
        continue;
      }
      switch (next.decision()) {
        case PartDecision.Submit submit -> submit(next.part(), submit);
        case PartDecision.Settle end -> settle(next.part(), end);
        case PartDecision.Wait wait ->
            become(life.waiting(next.part().id(), next.part().round(), wait.waiting()));
        default -> {
          // Nothing to do.
        }
      }
      if (random.nextDouble() < trouble) {
        // The others come later, when much has changed.
        return;
      }
    }
  }

  private void settle(Part part, PartDecision.Settle end) {
    var busy = operations.stream().anyMatch(o -> o.part.equals(part.id()) && o.state.active());
    if (!busy) {
      become(life.settled(part.id(), part.round(), end, now));
      life.parts().forEach(guests::giveBack);
    }
  }

  private Part now(UUID id) {
    return life.parts().stream().filter(p -> p.id().equals(id)).findFirst().orElseThrow();
  }

  private void submit(Part part, PartDecision.Submit due) {
    var key = mutated(Mutant.OTHER_KEYS) ? another(due.key()) : due.key();
    var known = operations.stream().anyMatch(o -> o.part.equals(part.id()) && o.key.equals(key));
    var older = now(part.id()).round() != key.round() && !mutated(Mutant.NO_FENCE);
    var closed = !now(part.id()).state().moving();
    if (known || older || closed) {
      return;
    }
    var guest =
        due.doing() == Doing.MAKE
            ? StartingLife.ref(free())
            : operations.stream()
                .filter(o -> o.part.equals(part.id()))
                .reduce((one, two) -> two)
                .map(o -> o.guest)
                .or(() -> Optional.ofNullable(part.guest()))
                .orElseThrow();
    operations.add(new PlayedOperation(part.id(), key, due.doing(), guest));
    assertThat(operations.stream().filter(o -> o.part.equals(part.id()) && o.state.active()))
        .as("operations of one part at once")
        .hasSize(1);
  }

  private int free() {
    // Now and then a VMID that somebody else has used and left, or will have.
    return nextVmid++;
  }

  private PartKey another(PartKey key) {
    return new PartKey(key.round(), key.number() + random.nextInt(1000));
  }

  /** Some worker goes on with each. */
  private void advance() {
    for (var op : List.copyOf(operations)) {
      if (op.state == State.QUEUED && random.nextInt(3) > 0) {
        begin(op);
      } else if (op.state == State.RUNNING && random.nextInt(3) > 0) {
        finish(op);
      }
    }
    // Somebody else takes a VMID that is free.
    if (random.nextDouble() < trouble / 4) {
      operations.stream()
          .map(o -> o.guest.vmid().value())
          .filter(vmid -> !guests.all.containsKey(vmid))
          .filter(vmid ->
              operations.stream()
                  .noneMatch(o -> o.state.active() && o.guest.vmid().value() == vmid))
          .findFirst()
          .ifPresent(vmid -> guests.add(vmid, null));
    }
  }

  private void begin(PlayedOperation op) {
    var part = now(op.part);
    if (op.key.round() != part.round()) {
      if (!mutated(Mutant.NO_FENCE)) {
        end(op, State.CANCELLED);
        return;
      }
    }
    assertWanted(op, part);
    op.state = State.RUNNING;
    var vmid = op.guest.vmid().value();
    if (op.doing == Doing.MAKE) {
      assertThat(guests.all.values().stream().filter(g -> op.part.equals(g.part)))
          .as("guests of one part")
          .isEmpty();
      guests.add(vmid, op.part);
    }
  }

  /** Nothing is begun that is not wanted any more. */
  private void assertWanted(PlayedOperation op, Part part) {
    assertThat(!part.made() && guests.taken).as("%s with what another has", op.doing).isFalse();
    switch (op.doing) {
      case MAKE, START ->
          assertThat(part.want()).as("%s is begun", op.doing).isEqualTo(PartWant.PRESENT);
      case SNAPSHOT, RESTORE ->
          assertThat(part.want())
              .as("%s is begun", op.doing)
              .isIn(PartWant.RESTING, PartWant.PRESENT);
      case HALT -> assertThat(part.want()).as("it is halted").isEqualTo(PartWant.RESTING);
      case DELETE -> {
        var whole =
            operations.stream()
                .filter(o -> o.part.equals(op.part) && o.doing == Doing.MAKE)
                .reduce((one, two) -> two)
                .map(o -> o.state == State.SUCCEEDED)
                .orElse(true);
        assertThat(part.want() == PartWant.ABSENT || !whole)
            .as("what is wanted is deleted")
            .isTrue();
        var there = guests.all.get(op.guest.vmid().value());
        assertThat(there == null || op.part.equals(there.part)).as("of another").isTrue();
        var early = now.isBefore(life.window().to().plus(life.margins().grace()));
        assertThat(early && life.status() != Status.CANCELLED && whole)
            .as("in the grace")
            .isFalse();
      }
    }
  }

  private void finish(PlayedOperation op) {
    var vmid = op.guest.vmid().value();
    var there = guests.all.get(vmid);
    var fails = random.nextDouble() < trouble;
    if (op.doing == Doing.MAKE) {
      if (op.cancelled && random.nextBoolean()) {
        guests.all.remove(vmid);
        end(op, State.CANCELLED);
        return;
      }
      if (fails) {
        // Some of it may be left.
        if (random.nextBoolean()) {
          guests.all.remove(vmid);
        } else if (there != null) {
          op.leaves = true;
          there.running = random.nextBoolean();
        }
        end(op, State.FAILED);
        return;
      }
    }
    if (fails || there == null || (op.cancelled && random.nextBoolean())) {
      end(op, op.cancelled ? State.CANCELLED : State.FAILED);
      return;
    }
    switch (op.doing) {
      case MAKE, START -> there.running = true;
      case HALT -> there.running = false;
      case DELETE -> guests.all.remove(vmid);
      case SNAPSHOT, RESTORE -> {
        // It is kept, or as it was.
      }
    }
    end(op, State.SUCCEEDED);
  }

  /** Nothing of it is left that should not be. */
  void assertOver() {
    for (var part : life.parts()) {
      var theirs = guests.all.values().stream().filter(g -> part.id().equals(g.part)).toList();
      if (life.phase() == Phase.MISSED || life.phase() == Phase.CALLED_OFF) {
        assertThat(theirs).as("guests of what never began").isEmpty();
      }
      if (part.state() == PartState.STUCK) {
        continue;
      }
      if (part.atEnd().destroys()) {
        assertThat(theirs).as("guests that are left").isEmpty();
      }
      if (part.state() == PartState.RESTING
          && !part.atEnd().equals(AtEnd.NOTHING)
          && !part.atEnd().restores()
          && part.failure() == null) {
        assertThat(theirs).as("guests at rest").noneMatch(g -> g.running && !g.byHand);
      }
    }
    assertThat(guests.all.values().stream().filter(g -> g.part != null).count())
        .as("guests that are left")
        .isLessThanOrEqualTo(life.parts().size());
  }
}
