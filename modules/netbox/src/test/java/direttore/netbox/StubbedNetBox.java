package direttore.netbox;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.matching.UrlPathPattern;
import direttore.testkit.MovedTime;
import direttore.transport.Trust;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Something that answers as a test says, and a client of it in a time that the test moves. */
final class StubbedNetBox implements AutoCloseable {
  static final String TOKEN = "0123456789abcdef0123456789abcdef01234567";

  /** One for all, as starting it takes longer than a test; each is at an address of its own. */
  private static final WireMockServer SERVER = started();

  private static final AtomicInteger NUMBERS = new AtomicInteger();
  private final String base = "/inventory%d".formatted(NUMBERS.incrementAndGet());

  final WireMockServer server = SERVER;
  final MovedTime time = new MovedTime();
  final NetBox client;

  StubbedNetBox() {
    client = client(TOKEN);
  }

  private static WireMockServer started() {
    var server = new WireMockServer(wireMockConfig().dynamicPort());
    server.start();
    return server;
  }

  NetBox client(String token) {
    return client(token, Duration.ofMinutes(2));
  }

  NetBox client(String token, Duration read) {
    return client(URI.create("http://127.0.0.1:%d%s/".formatted(server.port(), base)), token, read);
  }

  /** A client of what is elsewhere. */
  NetBox clientOf(URI address) {
    return client(address, TOKEN, Duration.ofMinutes(2));
  }

  private NetBox client(URI address, String token, Duration read) {
    var patience = new NetBoxPatience(Duration.ofMinutes(10), read);
    return new NetBox(
        address, new NetBoxToken(token), new Trust.SystemAuthorities(), patience, time);
  }

  /** What is answered at a path below the API's root. */
  MappingBuilder at(String path) {
    return get(path(path));
  }

  UrlPathPattern path(String path) {
    return urlPathEqualTo(base + "/api/" + path);
  }

  int asked() {
    var all = WireMock.anyRequestedFor(WireMock.urlPathMatching(base + "/.*"));
    return server.countRequestsMatching(all.build()).getCount();
  }

  @Override
  public void close() {
    client.close();
  }
}
