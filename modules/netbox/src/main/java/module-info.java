/** A NetBox client: its REST API from 4.2 to 4.7. */
module direttore.netbox {
  requires com.fasterxml.jackson.core;
  requires com.fasterxml.jackson.databind;
  requires transitive direttore.domain;
  requires transitive direttore.transport;
  requires static transitive org.jspecify;

  exports direttore.netbox;
}
