package direttore.simulator.pve;

import direttore.simulator.pve.fault.PveFaults;
import direttore.simulator.pve.http.RequestHead;
import direttore.simulator.pve.http.Response;
import direttore.simulator.pve.http.Service;

/** The way in through one node, which is dead while that node is off the network. */
record NodeEntry(String node, Service cluster, PveFaults faults) implements Service {

  @Override
  public Admission admit(RequestHead head) throws InterruptedException {
    return faults.isOffline(node) ? new Refused(Response.DROPPED) : cluster.admit(head);
  }
}
