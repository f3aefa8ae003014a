package direttore.worker.guestorder;

import direttore.domain.guest.Birth;
import direttore.domain.guest.GuestSecrets;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.guestorder.GuestStep;
import direttore.domain.operation.Operation;
import direttore.domain.reservation.Party;
import direttore.domain.reservation.life.Bell;
import direttore.domain.reservation.life.Doing;
import direttore.domain.reservation.life.Life;
import direttore.domain.reservation.life.Lives;
import direttore.domain.reservation.life.Part;
import direttore.domain.reservation.life.PartDecision;
import direttore.domain.reservation.life.PartKey;
import direttore.domain.reservation.life.PartOperation;
import direttore.domain.reservation.life.Waiting;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One reservation as PostgreSQL keeps it, over operations in a map. */
final class InMemoryLives implements Lives {
  private final Lab lab;
  private Life life;

  /** The parts that have the guests that were there. */
  final Set<UUID> has = new HashSet<>();

  /** Another reservation that has them, or null. */
  @Nullable Long holder;

  InMemoryLives(Lab lab, Life life) {
    this.lab = lab;
    this.life = life;
  }

  Life life() {
    return life;
  }

  /** Rings what is due, in its order. */
  void ring() {
    var now = lab.time.now();
    while (true) {
      var due =
          life.bells().stream()
              .filter(bell -> !bell.due().isAfter(now))
              .min(Comparator.comparing(Bell::due).thenComparing(Bell::what));
      if (due.isEmpty()) {
        return;
      }
      become(before -> before.rung(due.get().what(), now));
    }
  }

  /** Somebody else has it from now on. */
  void handOver(Party to) {
    become(before ->
        new Life(
            before.id(),
            to,
            before.phase(),
            before.status(),
            before.window(),
            before.margins(),
            before.checkIn(),
            before.parts(),
            before.bells()));
  }

  /** In one transaction: changed is what it is by then. */
  void become(UnaryOperator<Life> change) {
    if (change.apply(life).equals(life)) {
      return;
    }
    lab.operations.beforeRecord.run();
    var before = life;
    var after = change.apply(before);
    life = after;
    for (var i = 0; i < after.parts().size(); i++) {
      var part = after.parts().get(i);
      if (part.round() != before.parts().get(i).round()) {
        lab.operations.rounds.put(part.id(), part.round());
        lab.operations.rows.values().stream()
            .filter(o -> o.state().active() && part.id().equals(part(o)))
            .toList()
            .forEach(o -> lab.operations.cancel(o.id()));
      }
    }
    lab.operations.afterRecord.run();
  }

  private static UUID part(Operation operation) {
    return Objects.requireNonNull(operation.membership()).group();
  }

  @Override
  public Optional<Long> reservationOf(UUID part) {
    return Optional.of(life.id());
  }

  @Override
  public List<Long> moving() {
    return List.of(life.id());
  }

  @Override
  public Life find(long id) {
    return life;
  }

  @Override
  public Map<UUID, Long> take(long id) {
    var mine = life.parts().stream().filter(p -> !p.made() && p.state().moving()).toList();
    if (holder == null) {
      mine.forEach(p -> has.add(p.id()));
      return Map.of();
    }
    var by = holder;
    return mine.stream().collect(Collectors.toMap(Part::id, p -> by));
  }

  @Override
  public void born(long id, UUID part, Birth birth) {
    become(before -> before.born(part, birth));
  }

  @Override
  public void note(long id, UUID part, int round, Waiting what) {
    become(before -> before.waiting(part, round, what));
  }

  @Override
  public Map<UUID, List<PartOperation>> operations(long id) {
    return lab.operations.rows.values().stream()
        .collect(
            Collectors.groupingBy(
                InMemoryLives::part, Collectors.mapping(this::seen, Collectors.toList())));
  }

  private PartOperation seen(Operation o) {
    return new PartOperation(
        o.id(),
        PartKey.parse(Objects.requireNonNull(o.membership()).key()),
        Doing.of(o.order().kind()),
        o.steps().stream().anyMatch(step -> step.kind() == GuestStep.START),
        o.state(),
        GuestOrder.guest(o),
        o.failure(),
        o.state().active() ? null : ended(o));
  }

  /** Not later than now. */
  private Instant ended(Operation o) {
    var finished = Objects.requireNonNull(o.finished());
    return finished.isAfter(lab.time.now()) ? lab.time.now() : finished;
  }

  @Override
  public GuestSecrets secrets(UUID part) {
    return GuestSecrets.NONE;
  }

  @Override
  public void settle(long id, UUID part, int round, PartDecision.Settle end) {
    var busy =
        lab.operations.rows.values().stream()
            .anyMatch(o -> o.state().active() && part.equals(part(o)));
    if (!busy) {
      become(before -> before.settled(part, round, end, lab.time.now()));
    }
  }

  @Override
  public Life repair(long id, Set<UUID> parts, String by) {
    become(before -> before.repaired(parts));
    return life;
  }
}
