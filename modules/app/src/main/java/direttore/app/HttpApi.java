package direttore.app;

import direttore.api.Api;
import io.helidon.common.tls.Tls;
import io.helidon.webserver.WebServer;
import java.util.Optional;

/** The API on its port. */
final class HttpApi implements AutoCloseable {
  private final Api api;
  private final WebServer server;
  private final String host;

  private HttpApi(Api api, WebServer server, String host) {
    this.api = api;
    this.server = server;
    this.host = host;
  }

  static HttpApi start(Api api, String host, int port, Optional<Tls> tls) {
    var server = api.server(host, port);
    tls.ifPresent(server::tls);
    return new HttpApi(api, server.build().start(), host);
  }

  /** Where to reach it, without a path. */
  String address() {
    var name = host.contains(":") ? "[" + host + "]" : host;
    return "%s://%s:%d".formatted(server.hasTls() ? "https" : "http", name, server.port());
  }

  @Override
  public void close() {
    api.close();
    server.stop();
  }
}
