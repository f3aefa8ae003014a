package direttore.app;

import direttore.api.Api;
import io.helidon.webserver.WebServer;

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

  static HttpApi start(Api api, String host, int port) {
    return new HttpApi(api, api.server(host, port).build().start(), host);
  }

  /** Where to reach it, without a path. */
  String address() {
    var name = host.contains(":") ? "[" + host + "]" : host;
    return "http://%s:%d".formatted(name, server.port());
  }

  @Override
  public void close() {
    api.close();
    server.stop();
  }
}
