package direttore.simulator.pve.api;

import java.util.Map;

/** Which nodes a call can be carried to. */
public interface Topology {

  /** Is there a node of that name? */
  boolean knows(String node);

  /** Does the node answer? */
  boolean answers(String node);

  /** Does the storage that the parameters name hang? */
  boolean hangs(Map<String, Object> parameters);
}
