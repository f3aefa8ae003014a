/** HTTP to other systems: connections, certificates and time-outs. Knows none of the systems. */
module direttore.transport {
  requires transitive direttore.domain;
  requires io.helidon.common.buffers;
  requires io.helidon.common.socket;
  requires io.helidon.common.tls;
  requires static io.helidon.config.metadata;
  requires io.helidon.http;
  requires io.helidon.http.media;
  requires io.helidon.webclient.api;
  requires io.helidon.webclient.http1;
  requires static transitive org.jspecify;

  exports direttore.transport;
}
