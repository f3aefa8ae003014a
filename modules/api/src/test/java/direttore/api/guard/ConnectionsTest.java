package direttore.api.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import direttore.api.Protections;
import direttore.api.RawConnection;
import direttore.api.TestApi;
import direttore.api.http.AccessRules;
import direttore.api.proxy.AddressBlock;
import direttore.api.proxy.TrustedProxies;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ConnectionsTest {
  private static final String OTHER = "127.0.0.2";
  private static final String REQUEST =
      "GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
  private static final String STREAM = "GET /api/events HTTP/1.1\r\nHost: localhost\r\n\r\n";

  private final List<RawConnection> open = new ArrayList<>();
  private final AtomicLong nanos = new AtomicLong();
  private final ConnectionTime time = new ConnectionTime(Duration.ofMillis(20), nanos::get);
  private TestApi api = new TestApi(AccessRules.LOOPBACK_ONLY);

  private void pass(Duration duration) {
    nanos.addAndGet(duration.toNanos());
  }

  private void bound(int most, int share, int streams, TrustedProxies proxies) {
    api.close();
    var limits = limits(most, share, streams);
    api = new TestApi(AccessRules.LOOPBACK_ONLY, Protections.of(limits, proxies, 1000));
  }

  private static RequestLimits limits(int most, int share, int streams) {
    var usual = RequestLimits.USUAL;
    return new RequestLimits(
        usual.longestLine(),
        usual.largestHead(),
        usual.mostHeaders(),
        usual.largestOrder(),
        usual.largestOther(),
        usual.headTime(),
        usual.bodyTime(),
        usual.idleTime(),
        most,
        share,
        streams);
  }

  @AfterEach
  void stop() {
    open.forEach(RawConnection::close);
    api.close();
  }

  private RawConnection connect(String from) {
    var connection = new RawConnection(api.port(), from);
    open.add(connection);
    return connection;
  }

  private boolean answers(String from) {
    try (var connection = new RawConnection(api.port(), from)) {
      connection.send(REQUEST);
      return connection.rest().startsWith("HTTP/1.1 200");
    }
  }

  /** Holds connections that began a request, so that none of them is idle. */
  private void hold(int count, String from) {
    for (var i = 0; i < count; i++) {
      connect(from).send("GET /");
    }
  }

  @Test
  void oneClientWithItsShareUsedUpKeepsNobodyElseOut() {
    bound(8, 4, 2, TrustedProxies.NONE);
    hold(20, "127.0.0.1");

    for (var i = 0; i < 4; i++) {
      assertThat(answers(OTHER)).isTrue();
    }
    assertThat(answers("127.0.0.1")).isFalse();
  }

  @Test
  void whatItsClientLeavesIsFreeAgain() {
    bound(8, 4, 2, TrustedProxies.NONE);
    hold(4, "127.0.0.1");
    open.forEach(RawConnection::close);

    await().until(() -> answers("127.0.0.1"));
  }

  @Test
  void anIdleOneMakesRoomForItsClientsNext() {
    bound(8, 4, 2, TrustedProxies.NONE);
    for (var i = 0; i < 4; i++) {
      connect("127.0.0.1");
    }

    await().until(() -> answers("127.0.0.1"));
  }

  @Test
  void theOneThatWasIdleForLongestIsClosed() {
    var connections = new Connections(limits(8, 4, 2), TrustedProxies.NONE, time);
    var closed = new ArrayList<Integer>();
    for (var port = 1; port <= 4; port++) {
      connections.admit(idle(port, closed));
      pass(Duration.ofMillis(100));
    }
    var next = idle(5, closed);
    assertThatExceptionOfType(Connections.Full.class).isThrownBy(() -> connections.admit(next));
    pass(Duration.ofSeconds(2));

    connections.admit(next);

    assertThat(closed).containsExactly(1);
  }

  @Test
  void theAddressesOfOneIpv6NetworkShareAndOthersAreUnaffected() throws UnknownHostException {
    var connections = new Connections(limits(64, 2, 2), TrustedProxies.NONE, time);
    var closed = new ArrayList<Integer>();
    connections.admit(idle("2001:db8:0:1::1", 1, closed));
    pass(Duration.ofSeconds(2));
    connections.admit(idle("2001:db8:0:1:ffff::2", 2, closed));
    connections.admit(idle("2001:db8:0:2::1", 3, closed));

    connections.admit(idle("2001:db8:0:1::3", 4, closed));
    connections.admit(idle("2001:db8:0:2::2", 5, closed));

    assertThat(closed).as("the first of the network that had its share").containsExactly(1);
  }

  private Open idle(int port, List<Integer> closed) {
    return idle(InetAddress.getLoopbackAddress(), port, closed);
  }

  private Open idle(String address, int port, List<Integer> closed) throws UnknownHostException {
    return idle(InetAddress.getByName(address), port, closed);
  }

  private Open idle(InetAddress address, int port, List<Integer> closed) {
    var peer = new InetSocketAddress(address, port);
    return new Open(peer, () -> closed.add(port), () -> closed.contains(port), time);
  }

  @Test
  void manyClientsTogetherLeaveRoomForTheNext() {
    bound(6, 2, 2, TrustedProxies.NONE);
    for (var i = 0; i < 6; i++) {
      connect("127.0.0." + (10 + i / 2));
    }

    await().until(() -> answers(OTHER));
  }

  @Test
  void aTrustedProxySpeaksForManyAndHasNoShare() {
    var here = AddressBlock.parse("127.0.0.1").orElseThrow();
    bound(64, 4, 2, new TrustedProxies(List.of(here)));
    hold(20, "127.0.0.1");

    assertThat(answers("127.0.0.1")).isTrue();
  }

  @Test
  void eventStreamsAreCountedApart() {
    bound(32, 4, 3, TrustedProxies.NONE);
    for (var i = 0; i < 3; i++) {
      var stream = connect("127.0.0.1");
      stream.send(STREAM);
      assertThat(stream.head().status()).isEqualTo(200);
    }
    hold(3, "127.0.0.1");
    assertThat(answers("127.0.0.1")).isTrue();

    var more = connect(OTHER);
    more.send(STREAM);
    assertThat(more.head().status()).isEqualTo(200);
  }

  @Test
  void refusesMoreStreamsThanOneClientMayHaveUntilOneEnds() {
    bound(32, 4, 1, TrustedProxies.NONE);
    var first = connect("127.0.0.1");
    first.send(STREAM);
    assertThat(first.head().status()).isEqualTo(200);

    var second = connect("127.0.0.1");
    second.send(STREAM);
    var refusal = second.answer();
    assertThat(refusal.status()).isEqualTo(429);
    assertThat(refusal.header("Retry-After")).isEqualTo("30");
    assertThat(refusal.body()).contains("at most 1 event streams");

    first.close();
    api.events.fire("guest", "main/pve1/qemu/100");
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> {
          api.events.fire("guest", "main/pve1/qemu/100");
          var next = connect("127.0.0.1");
          next.send(STREAM);
          return next.head().status() == 200;
        });
  }
}
