package direttore.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import direttore.app.start.StartRefusal;
import io.helidon.common.socket.SocketOptions;
import io.helidon.webserver.WebServer;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class HttpApiTest {
  private static final String HOST = "127.0.0.1";

  private final AtomicInteger starts = new AtomicInteger();
  private final AtomicReference<StartRefusal> refusal = new AtomicReference<>();

  /** Listens as Helidon does, and ends as it does when it cannot take the first connection. */
  private WebServer mortal(int port) {
    var first = starts.getAndIncrement() == 0;
    return WebServer.builder()
        .host(HOST)
        .port(port)
        .shutdownHook(false)
        .routing(routing -> routing.any((req, res) -> res.send("well")))
        .connectionOptions(first ? mortal() : SocketOptions.create())
        .build()
        .start();
  }

  /** Fails to take any connection, with what is not only that connection's trouble. */
  private static SocketOptions mortal() {
    return (SocketOptions)
        Proxy.newProxyInstance(
            SocketOptions.class.getClassLoader(),
            new Class<?>[] {SocketOptions.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("configureSocket")) {
                throw new AssertionError("Too many open files");
              }
              return method.invoke(SocketOptions.create(), arguments);
            });
  }

  private HttpApi start() {
    return new HttpApi(this::mortal, () -> {}, HOST, 0, refusal::set);
  }

  private static void kill(HttpApi api) throws IOException {
    var port = URI.create(api.address()).getPort();
    new Socket(InetAddress.getLoopbackAddress(), port).close();
  }

  private static String ask(HttpApi api) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      return client
          .send(HttpRequest.newBuilder(URI.create(api.address())).build(), BodyHandlers.ofString())
          .body();
    }
  }

  @Test
  void listensAgainOnTheSamePortWhenTheListenerEnded() throws Exception {
    try (var api = start()) {
      kill(api);

      await().ignoreExceptions().until(() -> ask(api).equals("well"));
      assertThat(starts).hasValue(2);
      assertThat(refusal).hasNullValue();
    }
  }

  @Test
  void leavesAListenerAloneThatIsWell() throws Exception {
    starts.set(1);
    try (var api = start()) {
      assertThat(ask(api)).isEqualTo("well");
      assertThat(api.isFree()).isFalse();
      assertThat(starts).hasValue(2);
    }
  }
}
