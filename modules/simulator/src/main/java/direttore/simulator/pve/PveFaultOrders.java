package direttore.simulator.pve;

import direttore.simulator.control.FaultOrder;
import direttore.simulator.control.OwnFaults;
import direttore.simulator.pve.fault.PveFaults;

/**
 * Faults of a cluster by their {@code kind}: node-offline, node-online, node-unknown,
 * storage-hangs, storage-answers, storage-full, task-fails, task-warns, old-host, new-host.
 */
record PveFaultOrders(PveFaults faults) implements OwnFaults {

  @Override
  public boolean carryOut(FaultOrder order) {
    switch (order.kind()) {
      case "node-offline" -> faults.nodeOffline(order.text("node"));
      case "node-online" -> faults.nodeOnline(order.text("node"));
      case "node-unknown" -> faults.nodeUnknown(order.text("node"), true);
      case "storage-hangs" -> faults.storageHangs(order.text("storage"));
      case "storage-answers" -> faults.storageAnswers(order.text("storage"));
      case "storage-full" -> faults.storageFull(order.text("storage"), true);
      case "task-fails" -> faults.failNextTask(order.text("type"), order.text("text"));
      case "task-warns" -> faults.warnNextTask(order.text("type"), order.whole("warnings", 1));
      case "old-host" -> faults.oldHost(true);
      case "new-host" -> faults.oldHost(false);
      default -> {
        return false;
      }
    }
    return true;
  }

  @Override
  public void clear() {
    faults.clear();
  }
}
