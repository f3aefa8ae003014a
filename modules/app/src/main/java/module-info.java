/** Where the parts meet. */
module direttore.app {
  requires static transitive org.jspecify;
  requires direttore.access;
  requires direttore.api;
  requires direttore.calendar;
  requires direttore.domain;
  requires direttore.netbox;
  requires direttore.proxmox;
  requires direttore.simulator;
  requires direttore.store;
  requires direttore.worker;
  requires info.picocli;
  requires io.helidon.common.media.type;
  requires io.helidon.common.tls;
  requires io.helidon.config;
  requires io.helidon.webserver;
  requires java.logging;
  requires jdk.httpserver;
  requires jdk.management;
  requires org.apache.commons.compress;
  requires org.tukaani.xz;

  // The command line is read by reflection.
  opens direttore.app to
      info.picocli;
}
