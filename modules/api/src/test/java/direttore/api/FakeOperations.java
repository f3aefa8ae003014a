package direttore.api;

import direttore.domain.Refusal;
import direttore.domain.event.Event;
import direttore.domain.guest.GuestSecrets;
import direttore.domain.guest.VmId;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.guestorder.VmidChoice;
import direttore.domain.guestorder.VmidPool;
import direttore.domain.node.ClusterName;
import direttore.domain.operation.IdempotencyKeys;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Operations in memory, with the rules of the real store; each change fires an event. */
public final class FakeOperations implements Operations, IdempotencyKeys, VmidPool {
  public static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

  private final FakeEvents events;
  private final Map<UUID, Operation> rows = new LinkedHashMap<>();
  private final Map<UUID, GuestSecrets> secrets = new HashMap<>();
  private final Map<String, List<String>> requests = new HashMap<>();
  private final Map<String, UUID> keys = new HashMap<>();
  private final Set<UUID> watched = new HashSet<>();
  private int looks;

  public FakeOperations(FakeEvents events) {
    this.events = events;
  }

  public void change(UUID id, UnaryOperator<Operation> change) {
    synchronized (this) {
      rows.put(id, change.apply(find(id)));
    }
    events.fire(Event.OPERATION, id.toString());
  }

  public synchronized Operation only() {
    if (rows.size() != 1) {
      throw new AssertionError("expected one operation, there are " + rows.size());
    }
    return rows.values().iterator().next();
  }

  /** Those of a group. */
  synchronized List<Operation> of(UUID group) {
    return rows.values().stream()
        .filter(o -> o.membership() != null && o.membership().group().equals(group))
        .toList();
  }

  /** How often it was asked what has a VMID, or which one is free. */
  public synchronized int looks() {
    return looks;
  }

  public synchronized int count() {
    return rows.size();
  }

  @Override
  public synchronized Added add(Submission submission) {
    var earlier = earlier(submission.by());
    if (earlier.isPresent()) {
      return new Added(earlier.get(), false);
    }
    var part = submission.membership();
    for (var row : rows.values()) {
      if (part != null && part.equals(row.membership())) {
        return new Added(row, false);
      }
    }
    var order = settled(submission.order());
    active(order.subject())
        .ifPresent(o -> {
          throw order.refusedBy(o);
        });
    var id = UUID.randomUUID();
    rows.put(id, Operation.queued(id, order, submission.by().name(), NOW).submitted(submission));
    secrets.put(id, submission.secrets());
    if (submission.by().key() != null) {
      keys.put(submission.by().key(), id);
      requests.put(submission.by().key(), submission.by().request());
    }
    return new Added(rows.get(id), true);
  }

  private Order settled(Order order) {
    return order instanceof GuestOrder guest && guest.choice() instanceof VmidChoice.Free free
        ? guest.numbered(
            lowest(guest.cluster(), free)
                .orElseThrow(() -> new Refusal.VmidInUse("no VMID is free")))
        : order;
  }

  @Override
  public synchronized Optional<VmId> lowest(ClusterName cluster, VmidChoice.Free choice) {
    looks++;
    return IntStream.rangeClosed(choice.range().first().value(), choice.range().last().value())
        .mapToObj(VmId::new)
        .filter(vmid ->
            !choice.taken().contains(vmid) && active(GuestOrder.subject(cluster, vmid)).isEmpty())
        .findFirst();
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
    return Optional.of(find(id));
  }

  @Override
  public synchronized Operation find(UUID id) {
    return Optional.ofNullable(rows.get(id))
        .orElseThrow(() -> new Refusal.NotFound("operation", id));
  }

  @Override
  public synchronized OperationPage page(OperationFilter filter) {
    var newestFirst = new ArrayList<>(rows.values()).reversed();
    var from = filter.after() == null ? 0 : Integer.parseInt(filter.after());
    var fit = newestFirst.stream().filter(o -> fits(o, filter)).toList();
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
    looks++;
    return active(subject);
  }

  private Optional<Operation> active(Subject subject) {
    return rows.values().stream()
        .filter(o -> o.state().active() && o.order().subjects().contains(subject))
        .findFirst();
  }

  @Override
  public synchronized Operation cancel(UUID id) {
    var operation = find(id);
    if (operation.state() == Operation.State.QUEUED) {
      rows.put(id, operation.cancelled(null, NOW));
    }
    return find(id);
  }

  @Override
  public synchronized void watch(UUID id) {
    watched.add(id);
  }

  @Override
  public synchronized GuestSecrets secrets(UUID id) {
    return secrets.getOrDefault(id, GuestSecrets.NONE);
  }

  @Override
  public synchronized Set<UUID> watched() {
    return Set.copyOf(watched);
  }

  @Override
  public Optional<Operation> claim(UUID id, int worker) {
    throw new UnsupportedOperationException("the API never claims");
  }

  @Override
  public void begin(Operation changed) {
    record(changed);
  }

  @Override
  public void record(Operation changed) {
    change(changed.id(), before -> changed);
  }

  @Override
  public void note(Operation changed) {
    record(changed);
  }

  @Override
  public Operation renumber(Operation operation, VmidChoice.Free choice) {
    throw new UnsupportedOperationException("the API never renumbers");
  }

  @Override
  public Set<UUID> cancelRequested() {
    return Set.of();
  }

  @Override
  public boolean tracks(Upid task) {
    return false;
  }

  @Override
  public boolean takeTurn(Operation operation, Map<String, Integer> lanes) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void endTurn(Operation operation) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<UUID> stranded(int worker) {
    return List.of();
  }
}
