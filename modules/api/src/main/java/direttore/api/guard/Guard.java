package direttore.api.guard;

import io.helidon.common.buffers.BufferData;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.net.InetSocketAddress;
import java.util.Set;

/**
 * HTTP/1.1 as Helidon speaks it, over connections whose requests are checked before Helidon reads
 * them (RFC 9112): what two readers could understand in two ways is refused, never interpreted.
 */
public final class Guard implements ServerConnectionSelector {
  private final RequestLimits limits;
  private final Connections connections;
  private final Http1ConnectionSelector http;

  private Guard(RequestLimits limits, Connections connections) {
    this.limits = limits;
    this.connections = connections;
    this.http =
        Http1ConnectionSelector.builder()
            .config(
                Http1Config.builder()
                    .maxPrologueLength(limits.longestLine() + 1)
                    // What the guard adds to a head must not be too much.
                    .maxHeadersSize(limits.largestHead() + 256)
                    // It takes queries for wrong that RFC 3986 allows; ours are checked before.
                    .validatePrologue(false)
                    .build())
            .build();
  }

  /** Makes it the only way into a server. */
  public static void install(
      WebServerConfig.Builder server, RequestLimits limits, Connections connections) {
    server
        .addConnectionSelector(new Guard(limits, connections))
        .protocolsDiscoverServices(false)
        // Its own bound lets everybody wait for those who came first.
        .maxTcpConnections(-1)
        // Sockets of channels know no read timeout.
        .useNio(false)
        .connectionOptions(new ImpatientSockets(connections));
  }

  @Override
  public int bytesToIdentifyConnection() {
    return 0;
  }

  @Override
  public Support supports(BufferData data) {
    return Support.SUPPORTED;
  }

  @Override
  public Set<String> supportedApplicationProtocols() {
    return http.supportedApplicationProtocols();
  }

  @Override
  public ServerConnection connection(ConnectionContext context) {
    var peer = (InetSocketAddress) context.remotePeer().address();
    var open =
        connections
            .from(peer)
            .orElseThrow(() -> new CloseConnectionException("its place went to another"));
    var time = connections.time();
    var wire = new ClientWire(context.serverSocket(), time);
    var requests = new Requests(wire, limits, open, time);
    return new GuardedConnection(
        http.connection(new GuardedContext(context, requests)),
        requests,
        () -> connections.ended(open));
  }
}
