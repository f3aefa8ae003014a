package direttore.worker.memory;

import direttore.domain.Refusal;
import direttore.domain.guest.GuestSecrets;
import direttore.domain.operation.Membership;
import direttore.domain.operation.Operation;
import direttore.domain.operation.OperationFilter;
import direttore.domain.operation.OperationPage;
import direttore.domain.operation.Operations;
import direttore.domain.operation.Order;
import direttore.domain.operation.Subject;
import direttore.domain.operation.Submission;
import direttore.domain.task.Upid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Operations as PostgreSQL keeps them, in a map. */
public class InMemoryOperations implements Operations {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  public final Map<UUID, Operation> rows = new ConcurrentHashMap<>();
  public final Map<UUID, Integer> holders = new HashMap<>();
  public final Map<String, Set<UUID>> turns = new HashMap<>();
  public final Set<Integer> dead = new HashSet<>();
  public final Set<UUID> cancelled = new HashSet<>();
  public final Map<UUID, Integer> rounds = new HashMap<>();
  public final Set<UUID> looked = new HashSet<>();
  public final List<String> waits = new ArrayList<>();
  public final List<UUID> secretsRead = new ArrayList<>();
  public GuestSecrets secrets = GuestSecrets.NONE;
  public Runnable beforeFind = () -> {};
  public Runnable beforeRecord = () -> {};
  public Runnable afterRecord = () -> {};

  /** Stores an operation. */
  public final synchronized Operation put(Operation operation) {
    rows.put(operation.id(), operation);
    return operation;
  }

  /** As the operation of a group is stored, which is all that asks for it here. */
  @Override
  public synchronized Added add(Submission submission) {
    var part = Objects.requireNonNull(submission.membership());
    for (var row : rows.values()) {
      if (row.membership() != null && row.membership().key().equals(part.key())) {
        return new Added(row, false);
      }
    }
    beforeRecord.run();
    requireRound(part);
    var settled = settled(submission.order());
    var id = UUID.randomUUID();
    put(Operation.queued(id, settled, submission.by().name(), NOON).submitted(submission));
    afterRecord.run();
    return new Added(row(id), true);
  }

  /** With what is chosen when it is stored. */
  protected Order settled(Order order) {
    return order;
  }

  private void requireRound(Membership part) {
    if (rounds.getOrDefault(part.group(), 0) != part.round()) {
      throw new OlderRound(part);
    }
  }

  /** As the cancel of its group does it. */
  public synchronized void cancelPart(Operation operation) {
    cancelled.add(operation.id());
    if (operation.state() == Operation.State.QUEUED) {
      put(operation.cancelled(null, NOON));
    }
  }

  @Override
  public synchronized Operation find(UUID id) {
    beforeFind.run();
    return row(id);
  }

  private Operation row(UUID id) {
    var row = rows.get(id);
    if (row == null) {
      throw new Refusal.NotFound("operation", id);
    }
    return row;
  }

  @Override
  public OperationPage page(OperationFilter filter) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Operation> activeOn(Subject subject) {
    throw new UnsupportedOperationException();
  }

  @Override
  public synchronized Operation cancel(UUID id) {
    var operation = find(id);
    switch (operation.state()) {
      case QUEUED -> put(operation.cancelled(null, operation.created()));
      case RUNNING -> {
        cancelled.add(id);
        put(running(operation, operation.attempt()));
      }
      case SUCCEEDED, FAILED, CANCELLED -> {}
    }
    return row(id);
  }

  @Override
  public synchronized void watch(UUID id) {
    looked.add(id);
  }

  @Override
  public synchronized Optional<Operation> claim(UUID id, int worker) {
    var row = row(id);
    var holder = holders.get(id);
    var takable =
        switch (row.state()) {
          case QUEUED -> true;
          case RUNNING -> holder != null && (holder == worker || dead.contains(holder));
          case SUCCEEDED, FAILED, CANCELLED -> false;
        };
    if (!takable) {
      return Optional.empty();
    }
    holders.put(id, worker);
    return Optional.of(put(running(row, row.attempt() + 1)));
  }

  private Operation running(Operation o, int attempt) {
    return new Operation(
        o.id(),
        o.order(),
        Operation.State.RUNNING,
        o.steps(),
        o.waiting(),
        o.waitingSince(),
        o.waitingUntil(),
        o.progress(),
        o.log(),
        o.warnings(),
        o.failure(),
        o.requestedBy(),
        o.team(),
        attempt,
        cancelled.contains(o.id()),
        o.retryOf(),
        o.secretNames(),
        o.created(),
        o.created(),
        null,
        null,
        o.membership());
  }

  @Override
  public synchronized void begin(Operation changed) {
    beforeRecord.run();
    if (changed.membership() != null) {
      requireRound(changed.membership());
    }
    write(changed);
    afterRecord.run();
  }

  @Override
  public synchronized void record(Operation changed) {
    beforeRecord.run();
    write(changed);
    afterRecord.run();
  }

  @Override
  public synchronized void note(Operation changed) {
    record(changed);
  }

  /** Stores a change, fenced. */
  protected final void write(Operation changed) {
    var row = row(changed.id());
    if (row.attempt() != changed.attempt() || row.state() != Operation.State.RUNNING) {
      throw new Superseded(changed.id());
    }
    var waiting = changed.waiting();
    if (waiting != null && !waiting.equals(row.waiting())) {
      waits.add(waiting);
    }
    put(changed);
    if (!changed.state().active()) {
      leaveLanes(changed.id());
    }
  }

  private void leaveLanes(UUID id) {
    turns.values().forEach(ids -> ids.remove(id));
  }

  @Override
  public synchronized boolean takeTurn(Operation operation, Map<String, Integer> lanes) {
    for (var lane : lanes.entrySet()) {
      var others = turns.getOrDefault(lane.getKey(), Set.of());
      if (others.stream().filter(id -> !id.equals(operation.id())).count() >= lane.getValue()) {
        return false;
      }
    }
    lanes
        .keySet()
        .forEach(lane -> turns.computeIfAbsent(lane, l -> new HashSet<>()).add(operation.id()));
    return true;
  }

  @Override
  public synchronized void endTurn(Operation operation) {
    if (row(operation.id()).attempt() == operation.attempt()) {
      leaveLanes(operation.id());
    }
  }

  @Override
  public synchronized GuestSecrets secrets(UUID id) {
    secretsRead.add(id);
    return secrets;
  }

  @Override
  public synchronized Set<UUID> cancelRequested() {
    return Set.copyOf(cancelled);
  }

  @Override
  public synchronized Set<UUID> watched() {
    return Set.copyOf(looked);
  }

  @Override
  public synchronized boolean tracks(Upid task) {
    return rows.values().stream()
        .flatMap(o -> o.steps().stream())
        .anyMatch(s -> task.equals(s.upid()));
  }

  @Override
  public synchronized List<UUID> stranded(int worker) {
    return rows.values().stream()
        .filter(o -> o.state() == Operation.State.RUNNING)
        .map(Operation::id)
        .filter(id -> dead.contains(holders.get(id)))
        .toList();
  }
}
