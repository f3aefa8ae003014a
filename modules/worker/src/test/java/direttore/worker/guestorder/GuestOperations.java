package direttore.worker.guestorder;

import direttore.domain.Refusal;
import direttore.domain.guest.VmId;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.guestorder.VmidChoice;
import direttore.domain.guestorder.VmidPool;
import direttore.domain.node.ClusterName;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Order;
import direttore.worker.memory.InMemoryOperations;
import java.util.HashSet;
import java.util.Optional;
import java.util.stream.IntStream;

/** Operations about guests in a map, and the VMIDs that they leave. */
final class GuestOperations extends InMemoryOperations implements VmidPool {

  @Override
  protected Order settled(Order order) {
    var guest = GuestOrder.of(order);
    return guest.choice() instanceof VmidChoice.Free free
        ? guest.numbered(lowest(guest.cluster(), free).orElseThrow())
        : guest;
  }

  @Override
  public synchronized Operation renumber(Operation operation, VmidChoice.Free choice) {
    beforeRecord.run();
    var free =
        lowest(GuestOrder.of(operation).cluster(), choice)
            .orElseThrow(() -> new Refusal.VmidInUse("no VMID is free"));
    var renumbered = operation.reordered(GuestOrder.of(operation).numbered(free));
    write(renumbered);
    return renumbered;
  }

  @Override
  public synchronized Optional<VmId> lowest(ClusterName cluster, VmidChoice.Free choice) {
    var taken = new HashSet<>(choice.taken());
    rows.values().forEach(r -> taken.add(GuestOrder.guest(r).vmid()));
    return IntStream.rangeClosed(choice.range().first().value(), choice.range().last().value())
        .mapToObj(VmId::new)
        .filter(v -> !taken.contains(v))
        .findFirst();
  }
}
