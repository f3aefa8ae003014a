package direttore.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import direttore.testkit.MovedTime;
import direttore.testkit.TestHost;
import io.helidon.webclient.api.TcpClientConnection;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IdleConnectionsTest {
  private final TestHost host = TestHost.start();
  private final MovedTime time = new MovedTime();
  private final IdleConnections idle = new IdleConnections(time);

  @AfterEach
  void close() {
    idle.close();
    host.close();
  }

  @Test
  void givesOutTheOneThatWasUsedLast() throws IOException {
    var first = kept(1);
    var second = kept(1);

    assertThat(idle.take(IdleConnections.FRESH)).isSameAs(second);
    assertThat(idle.take(IdleConnections.FRESH)).isSameAs(first);
    assertThat(idle.take(IdleConnections.FRESH)).isNull();
  }

  @Test
  void givesOutNoneThatTheHostHasClosed() throws IOException {
    var connection = kept(1);

    host.hangUp();

    await().until(() -> !connection.isConnected());
    assertThat(idle.take(IdleConnections.FRESH)).isNull();
  }

  @Test
  void givesOutNoneThatWasUsedTooLongAgo() throws IOException {
    kept(1);
    time.advance(Duration.ofSeconds(2));

    assertThat(idle.take(Duration.ofSeconds(2))).isNull();
    assertThat(idle.take(IdleConnections.FRESH)).isNotNull();
  }

  @Test
  void keepsNoneThatTheHostIsAboutToClose() throws IOException {
    assertThat(idle.keep(connection(), 90)).isFalse();
    assertThat(idle.keep(connection(), 89)).isTrue();
  }

  private TcpClientConnection kept(int exchanges) throws IOException {
    var connection = connection();
    assertThat(idle.keep(connection, exchanges)).isTrue();
    return connection;
  }

  /** One that has carried an exchange, after which nothing comes that nobody asked for. */
  private TcpClientConnection connection() throws IOException {
    var endpoint = new Endpoint("localhost", host.port());
    var tls = TlsContexts.of(new Trust.Anything(), endpoint);
    var connector = new Connector(endpoint, tls, Duration.ofSeconds(3), time);
    var connection = connector.connect(used -> true);
    var answer = connector.http().get("https://" + endpoint).connection(connection).request();
    ResponseBody.of(answer);
    answer.close();
    return connection;
  }
}
