package direttore.api.guard;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.api.Protections;
import direttore.api.RawConnection;
import direttore.api.TestApi;
import direttore.api.http.AccessRules;
import direttore.api.proxy.TrustedProxies;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardTest {
  private static final String STOP = "/api/proxmox/nodes/pve1/vms/100/stop";
  private static final Duration SHORT = Duration.ofSeconds(10);
  private static final Duration LONG = Duration.ofDays(100);

  private final AtomicLong nanos = new AtomicLong();
  private TestApi api = new TestApi();

  @AfterEach
  void stop() {
    api.close();
  }

  private static String get(String path) {
    return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
  }

  private static String post(String framing) {
    return "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nPrefer: wait=0\r\n%s\r\n\r\n"
        .formatted(STOP, framing);
  }

  private void limited(Duration head, Duration body, Duration idle) {
    api.close();
    api =
        new TestApi(
            AccessRules.LOOPBACK_ONLY,
            Protections.of(
                new RequestLimits(256, 1024, 8, 100, 10, head, body, idle, 8, 4, 2),
                TrustedProxies.NONE,
                1000),
            new ConnectionTime(Duration.ofMillis(20), nanos::get),
            server -> {});
  }

  /** Lets time pass, a short limit at a time, while something is awaited. */
  private <T> T later(Supplier<T> awaited) {
    var over = new CountDownLatch(1);
    Thread.ofVirtual()
        .start(() -> {
          do {
            nanos.addAndGet(SHORT.toNanos() + 1);
          } while (!ended(over));
        });
    try {
      return awaited.get();
    } finally {
      over.countDown();
    }
  }

  private static boolean ended(CountDownLatch over) {
    try {
      return over.await(10, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      return true;
    }
  }

  @Test
  void answersManyRequestsOfOneConnection() {
    try (var connection = new RawConnection(api.port())) {
      for (var i = 0; i < 3; i++) {
        connection.send(get("/api/about"));

        assertThat(connection.answer().status()).isEqualTo(200);
      }
    }
  }

  @Test
  void answersRequestsThatCameTogetherInTheirOrder() {
    try (var connection = new RawConnection(api.port())) {
      connection.send(get("/api/about") + get("/nowhere") + get("/health/live"));

      assertThat(connection.answer().status()).isEqualTo(200);
      assertThat(connection.answer().status()).isEqualTo(404);
      assertThat(connection.answer().status()).isEqualTo(200);
    }
  }

  @Test
  void answersWhatCameBeforeSomethingHostile() {
    var sent =
        RawConnection.exchange(api.port(), get("/api/about") + get("/%") + get("/api/about"));

    assertThat(RawConnection.answers(sent))
        .extracting(RawConnection.Answer::status)
        .containsExactly(200, 400);
  }

  @Test
  void takesRequestsInAnyPieces() {
    var text =
        post("Transfer-Encoding: chunked") + "1\r\n{\r\n001\r\n}\r\n0\r\n\r\n" + get("/api/about");
    try (var connection = new RawConnection(api.port())) {
      for (var i = 0; i < text.length(); i++) {
        connection.send(text.substring(i, i + 1));
      }

      assertThat(connection.answer().status()).isEqualTo(202);
      assertThat(connection.answer().status()).isEqualTo(200);
    }
    assertThat(api.operations.count()).isEqualTo(1);
  }

  @Test
  void takesABodyAfterItsPermission() {
    try (var connection = new RawConnection(api.port())) {
      connection.send(post("Expect: 100-continue\r\nContent-Length: 2"));
      assertThat(connection.answer().status()).isEqualTo(100);
      connection.send("{}" + get("/api/about"));

      assertThat(connection.answer().status()).isEqualTo(202);
      assertThat(connection.answer().status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/resources?q=node:pve1",
        "/resources?q=a/b?c@d&e=$!'()*,;=-._~",
        "/resources?q=%C3%A9%E2%82%AC%F0%9F%98%80%20",
        "/resources?",
        "/resources?q",
        "/resources?&&=&",
      })
  void takesEveryCharacterThatAQueryMayHold(String address) {
    var page = "GET " + address + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\n\r\n";

    assertThat(RawConnection.exchange(api.port(), page)).startsWith("HTTP/1.1 200 OK");
  }

  @Test
  void handsTheQueryOnDecoded() {
    var answer = api.client().get("/api/operations?status=a:b");

    assertThat(answer.detail()).isNotEmpty();
    assertThat(answer.field()).isEqualTo("status");
  }

  @Test
  void endsRequestsWhoseHeadersDribble() {
    limited(SHORT, LONG, LONG);
    try (var connection = new RawConnection(api.port())) {
      connection.send("GET /api/about HTTP/1.1\r\nHost:");

      var answer = later(connection::answer);
      assertThat(answer.status()).isEqualTo(408);
      assertThat(answer.body()).contains("urn:direttore:problem:too-slow");
    }
  }

  @Test
  void endsRequestsWhoseBodiesDribble() {
    limited(LONG, SHORT, LONG);
    try (var connection = new RawConnection(api.port())) {
      connection.send(post("Content-Length: 5") + "{");

      assertThat(later(connection::answer).status()).isEqualTo(408);
    }
    assertThat(api.operations.count()).isZero();
  }

  @Test
  void closesConnectionsThatNobodyUses() {
    limited(LONG, LONG, SHORT);
    try (var connection = new RawConnection(api.port())) {
      connection.send(get("/api/about"));

      assertThat(connection.answer().status()).isEqualTo(200);
      assertThat(later(connection::rest)).isEmpty();
    }
  }

  @Test
  void holdsToTheLimitsThatItIsGiven() {
    limited(LONG, LONG, LONG);

    assertThat(RawConnection.exchange(api.port(), get("/" + "a".repeat(300))))
        .startsWith("HTTP/1.1 414 ")
        .contains("at most 256 bytes");
    assertThat(
            RawConnection.exchange(
                api.port(), get("/").replace("\r\n\r\n", "\r\nA: b".repeat(9) + "\r\n\r\n")))
        .startsWith("HTTP/1.1 431 ")
        .contains("at most 8 headers in 1024 bytes");
    assertThat(RawConnection.exchange(api.port(), post("Content-Length: 101") + "x".repeat(101)))
        .startsWith("HTTP/1.1 413 ")
        .contains("at most 100 bytes");
    assertThat(RawConnection.exchange(api.port(), post("Content-Length: 2") + "{}"))
        .startsWith("HTTP/1.1 202 ");
  }
}
