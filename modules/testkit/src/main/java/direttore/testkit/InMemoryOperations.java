package direttore.testkit;

import direttore.domain.Refusal;
import direttore.domain.guest.GuestSecrets;
import direttore.domain.guest.VmId;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.guestorder.VmidChoice;
import direttore.domain.guestorder.VmidPool;
import direttore.domain.node.ClusterName;
import direttore.domain.operation.IdempotencyKeys;
import direttore.domain.operation.Membership;
import direttore.domain.operation.Operation;
import direttore.domain.operation.OperationFilter;
import direttore.domain.operation.OperationPage;
import direttore.domain.operation.Operations;
import direttore.domain.operation.Order;
import direttore.domain.operation.Subject;
import direttore.domain.operation.Submission;
import direttore.domain.operation.Submitter;
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
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Operations in a map, with the rules of the real store. */
public class InMemoryOperations implements Operations, IdempotencyKeys, VmidPool {
  public final Map<UUID, Operation> rows = new ConcurrentHashMap<>();
  public final Map<UUID, Integer> holders = new HashMap<>();
  public final Map<String, Set<UUID>> turns = new HashMap<>();
  public final Set<Integer> dead = new HashSet<>();
  public final Set<UUID> cancelled = new HashSet<>();
  public final Map<UUID, Integer> rounds = new HashMap<>();
  public final Set<UUID> looked = new HashSet<>();
  public final List<String> waits = new ArrayList<>();
  public final List<UUID> secretsRead = new ArrayList<>();

  /** Of operations that came with none. */
  public GuestSecrets secrets = GuestSecrets.NONE;

  public Runnable beforeFind = () -> {};
  public Runnable beforeRecord = () -> {};
  public Runnable afterRecord = () -> {};
  private final Instant now;
  private final List<UUID> inOrder = new ArrayList<>();
  private final Map<UUID, GuestSecrets> submitted = new HashMap<>();
  private final Map<String, UUID> keys = new HashMap<>();
  private final Map<String, List<String>> requests = new HashMap<>();

  public InMemoryOperations() {
    this(Instant.parse("2026-11-23T12:00:00Z"));
  }

  /** What is submitted is so at that moment. */
  public InMemoryOperations(Instant now) {
    this.now = now;
  }

  /** Stores an operation. */
  public final synchronized Operation put(Operation operation) {
    if (rows.put(operation.id(), operation) == null) {
      inOrder.add(operation.id());
    }
    return operation;
  }

  /** All, oldest first. */
  public final synchronized List<Operation> all() {
    return inOrder.stream().map(this::row).toList();
  }

  /** Those of a group, oldest first. */
  public final List<Operation> of(UUID group) {
    return all().stream()
        .filter(o -> o.membership() != null && o.membership().group().equals(group))
        .toList();
  }

  @Override
  public synchronized Added add(Submission submission) {
    var repeated = earlier(submission.by()).or(() -> submitted(submission.membership()));
    if (repeated.isPresent()) {
      return new Added(repeated.get(), false);
    }
    beforeRecord.run();
    requireRound(submission.membership());
    var order = settled(submission.order());
    order.subjects().stream()
        .flatMap(subject -> active(subject).stream())
        .findFirst()
        .ifPresent(holder -> {
          throw order.refusedBy(holder);
        });
    var id = UUID.randomUUID();
    put(Operation.queued(id, order, submission.by().name(), now).submitted(submission));
    keep(id, submission);
    afterRecord.run();
    return new Added(row(id), true);
  }

  private void keep(UUID id, Submission submission) {
    if (!submission.secrets().none()) {
      submitted.put(id, submission.secrets());
    }
    var key = submission.by().key();
    if (key != null) {
      keys.put(key, id);
      requests.put(key, submission.by().request());
    }
  }

  private Optional<Operation> submitted(@Nullable Membership part) {
    return part == null
        ? Optional.empty()
        : of(part.group()).stream()
            .filter(o -> Objects.requireNonNull(o.membership()).key().equals(part.key()))
            .findFirst();
  }

  private Order settled(Order order) {
    return order instanceof GuestOrder guest && guest.choice() instanceof VmidChoice.Free free
        ? guest.numbered(free(guest.cluster(), free))
        : order;
  }

  private VmId free(ClusterName cluster, VmidChoice.Free choice) {
    return lowest(cluster, choice).orElseThrow(() -> new Refusal.VmidInUse("no VMID is free"));
  }

  private void requireRound(@Nullable Membership part) {
    if (part != null && rounds.getOrDefault(part.group(), 0) != part.round()) {
      throw new OlderRound(part);
    }
  }

  @Override
  public synchronized Optional<Operation> earlier(Submitter by) {
    var key = by.key();
    var id = key == null ? null : keys.get(key);
    if (key == null || id == null) {
      return Optional.empty();
    }
    if (!by.request().equals(requests.get(key))) {
      throw new Refusal.KeyReused(key);
    }
    return Optional.of(row(id));
  }

  @Override
  public synchronized Optional<VmId> lowest(ClusterName cluster, VmidChoice.Free choice) {
    return IntStream.rangeClosed(choice.range().first().value(), choice.range().last().value())
        .mapToObj(VmId::new)
        .filter(vmid ->
            !choice.taken().contains(vmid) && active(GuestOrder.subject(cluster, vmid)).isEmpty())
        .findFirst();
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
    var from = filter.after() == null ? 0 : Integer.parseInt(filter.after());
    var fit = all().reversed().stream().filter(o -> fits(o, filter)).toList();
    var page = fit.stream().skip(from).limit(filter.limit()).toList();
    var end = from + page.size();
    return new OperationPage(page, end < fit.size() ? Integer.toString(end) : null);
  }

  private static boolean fits(Operation o, OperationFilter filter) {
    return (filter.states().isEmpty() || filter.states().contains(o.state()))
        && (filter.kind() == null || filter.kind().equals(o.order().kind()))
        && (filter.node() == null || filter.node().equals(GuestOrder.guest(o).node()))
        && (filter.vmid() == null || filter.vmid().equals(GuestOrder.guest(o).vmid()))
        && (filter.requestedBy() == null || filter.requestedBy().equals(o.requestedBy()));
  }

  @Override
  public synchronized Optional<Operation> activeOn(Subject subject) {
    return active(subject);
  }

  private Optional<Operation> active(Subject subject) {
    return rows.values().stream()
        .filter(o -> o.state().active() && o.order().subjects().contains(subject))
        .findFirst();
  }

  @Override
  public synchronized Operation cancel(UUID id) {
    var operation = row(id);
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
    requireRound(changed.membership());
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

  @Override
  public synchronized Operation renumber(Operation operation, VmidChoice.Free choice) {
    beforeRecord.run();
    var order = GuestOrder.of(operation);
    var renumbered = operation.reordered(order.numbered(free(order.cluster(), choice)));
    write(renumbered);
    return renumbered;
  }

  /** Stores a change, fenced. */
  private void write(Operation changed) {
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
    return submitted.getOrDefault(id, secrets);
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
