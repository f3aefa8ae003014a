package direttore.simulator.pve;

import direttore.simulator.pve.api.Topology;
import direttore.simulator.pve.fault.PveFaults;
import direttore.simulator.pve.node.Nodes;
import java.util.Map;

/** Which nodes and storages of the cluster answer. */
record Reach(Nodes nodes, PveFaults faults) implements Topology {
  @Override
  public boolean knows(String node) {
    return nodes.knows(node);
  }

  @Override
  public boolean answers(String node) {
    return nodes.isOnline(node);
  }

  @Override
  public boolean hangs(Map<String, Object> parameters) {
    var storage = parameters.get("storage");
    return storage != null && faults.hangs(String.valueOf(storage));
  }
}
