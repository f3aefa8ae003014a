package direttore.simulator.pve.guest;

import direttore.simulator.journal.Journal;
import direttore.simulator.pve.api.Failure;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/** All guests of the cluster; vmids are shared by VMs, containers and nodes. */
public final class Guests {
  private static final String TABLE = "guest";
  private static final int LOWEST = 100;
  private static final int UPPER = 1_000_000;

  private final ConcurrentSkipListMap<Integer, Guest> byId = new ConcurrentSkipListMap<>();
  private final AtomicLong version = new AtomicLong();
  private final Journal journal;

  /** The guests that the journal knows. */
  public Guests(Journal journal) {
    this.journal = journal;
    for (var row : journal.take(TABLE).values()) {
      var guest = journal.value(row, Guest.class);
      byId.put(guest.vmid(), guest);
    }
  }

  /** Counts up with every change. */
  public long version() {
    return version.get();
  }

  /** All guests by vmid. */
  public Collection<Guest> all() {
    return byId.values();
  }

  /** The guests of a node of one kind. */
  public List<Guest> on(String node, Kind kind) {
    return byId.values().stream().filter(g -> g.kind() == kind && g.node().equals(node)).toList();
  }

  /** A guest, if there is one. */
  public Optional<Guest> find(int vmid) {
    return Optional.ofNullable(byId.get(vmid));
  }

  /** A guest of that kind on that node, or the failure that its file does not exist. */
  public Guest load(Kind kind, String node, int vmid) {
    var guest = byId.get(vmid);
    if (guest == null || guest.kind() != kind || !guest.node().equals(node)) {
      throw new Failure("Configuration file '%s' does not exist".formatted(kind.file(node, vmid)));
    }
    return guest;
  }

  /** The lowest free vmid, which only advises: it is not reserved. */
  public int lowestFree() {
    var next = LOWEST;
    for (var id : byId.tailMap(LOWEST).keySet()) {
      if (id != next) {
        break;
      }
      next++;
    }
    if (next >= UPPER) {
      throw new Failure("unable to get any free VMID in range [%d, %d]".formatted(LOWEST, UPPER));
    }
    return next;
  }

  /** Adds a guest, or fails because its vmid is taken. */
  public synchronized void add(Guest guest) {
    var there = byId.get(guest.vmid());
    if (there != null) {
      throw new Failure(
          "%s %d already exists on node '%s'"
              .formatted(there.kind().title(), there.vmid(), there.node()));
    }
    keep(guest);
  }

  /** Changes a guest and gives it as it is then. */
  public synchronized Guest change(int vmid, UnaryOperator<Guest> change) {
    var before = byId.get(vmid);
    if (before == null) {
      throw new Failure("guest %d vanished".formatted(vmid));
    }
    var changed = change.apply(before);
    keep(changed);
    return changed;
  }

  /** Takes a guest away. */
  public synchronized void remove(int vmid) {
    byId.remove(vmid);
    version.incrementAndGet();
    journal.remove(TABLE, String.valueOf(vmid));
  }

  private void keep(Guest guest) {
    byId.put(guest.vmid(), guest);
    version.incrementAndGet();
    journal.put(TABLE, String.valueOf(guest.vmid()), guest);
  }
}
