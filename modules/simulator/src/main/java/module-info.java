/**
 * Stateful fakes over real protocols. Knows no other module, so it cannot share a client's
 * mistakes.
 */
module direttore.simulator {
  requires com.fasterxml.jackson.annotation;
  requires com.fasterxml.jackson.core;
  requires com.fasterxml.jackson.databind;
  requires java.net.http;
  requires jdk.httpserver;
  requires static transitive org.jspecify;

  exports direttore.simulator.clock;
  exports direttore.simulator.fault;
  exports direttore.simulator.netbox;
  exports direttore.simulator.netbox.release;
  exports direttore.simulator.pve;
  exports direttore.simulator.pve.fault;
  exports direttore.simulator.pve.release;
  exports direttore.simulator.traffic;

  opens direttore.simulator.pve.access to
      com.fasterxml.jackson.databind;
  opens direttore.simulator.pve.api to
      com.fasterxml.jackson.databind;
  opens direttore.simulator.pve.backup to
      com.fasterxml.jackson.databind;
  opens direttore.simulator.pve.guest to
      com.fasterxml.jackson.databind;
  opens direttore.simulator.pve.ha to
      com.fasterxml.jackson.databind;
  opens direttore.simulator.pve.job to
      com.fasterxml.jackson.databind;
  opens direttore.simulator.pve.pool to
      com.fasterxml.jackson.databind;
  opens direttore.simulator.pve.storage to
      com.fasterxml.jackson.databind;
  opens direttore.simulator.pve.task to
      com.fasterxml.jackson.databind;
}
