package direttore.simulator.pve;

import direttore.simulator.pve.fault.PveFaults;
import direttore.simulator.pve.http.Head;
import direttore.simulator.pve.http.Response;
import direttore.simulator.pve.http.Service;

/** The way in through one node, which is dead while that node is off the network. */
record Entry(String node, Service cluster, PveFaults faults) implements Service {

  @Override
  public Admission admit(Head head) throws InterruptedException {
    return faults.isOffline(node) ? new Refused(Response.DROPPED) : cluster.admit(head);
  }
}
