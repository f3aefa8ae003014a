package direttore.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import direttore.domain.time.Time;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a wire does beside TLS, which {@code TransportTest} of proxmox has. */
class WireTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final HostRequest READ =
      new HostRequest(
          "GET", "/api/status/?a=%C3%BC", Map.of("X-Asked", "yes"), null, false, PATIENCE);

  @Test
  void speaksPlainHttpWhereTheEndpointSaysSo() throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          var said =
              "%s %s %s %s"
                  .formatted(
                      exchange.getRequestMethod(),
                      exchange.getRequestURI(),
                      exchange.getRequestHeaders().getFirst("X-Asked"),
                      new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.getResponseHeaders().add("Retry-After", "7");
          exchange.sendResponseHeaders(200, said.length());
          exchange.getResponseBody().write(said.getBytes(StandardCharsets.US_ASCII));
          exchange.close();
        });
    server.start();
    try (var wire = wire(server.getAddress().getPort())) {
      var read = wire.exchange(READ);
      var written =
          wire.exchange(
              new HostRequest(
                  "PATCH",
                  "/",
                  Map.of(),
                  new HostRequest.Body("application/json", "{}"),
                  true,
                  PATIENCE));

      assertThat(read.body()).isEqualTo("GET /api/status/?a=%C3%BC yes ");
      assertThat(read.headers()).containsEntry("retry-after", "7");
      assertThat(read.date()).isAfter(Instant.EPOCH);
      assertThat(written.body()).isEqualTo("PATCH / null {}");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void saysThatNothingWasSentWhereNobodyListens() throws IOException {
    try (var wire = wire(freePort())) {
      assertThatExceptionOfType(Wire.NotSent.class)
          .isThrownBy(() -> wire.exchange(READ))
          .matches(failure -> failure.refusal() == null);
    }
  }

  private static Wire wire(int port) {
    var plain = new Endpoint("127.0.0.1", port, false);
    return new Wire(plain, new Trust.SystemAuthorities(), PATIENCE, Time.of(Clock.systemUTC()));
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
