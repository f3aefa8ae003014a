package direttore.proxmox.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.proxmox.failure.ProxmoxFailure;
import direttore.testkit.MovedTime;
import direttore.testkit.SettableClock;
import direttore.testkit.TestHost;
import direttore.transport.Endpoint;
import direttore.transport.HostAnswer;
import direttore.transport.Trust;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TransportTest {
  private static final ApiPath VERSION = ApiPath.of("version");
  private static final Timeouts TIMEOUTS =
      new Timeouts(Duration.ofMinutes(2), Duration.ofSeconds(30), Duration.ofSeconds(60));
  private final TestHost host = TestHost.start();
  private final SettableClock clock = new SettableClock();
  private final MovedTime time = new MovedTime();
  private final List<AutoCloseable> opened = new ArrayList<>(List.of(host));

  @AfterEach
  void close() throws Exception {
    for (var each : opened) {
      each.close();
    }
  }

  @Test
  void showsTheReasonPhraseWhichIsAllThatOldHostsSay() {
    host.does(TestHost.status(500, "VM 100 already running", ""));

    var answer = get(transport(Timeouts.USUAL, endpoint(host)));

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.reason()).isEqualTo("VM 100 already running");
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void knowsHowFarTheClockOfTheHostIsAhead() {
    host.does((asked, socket) -> {
      var head =
          "HTTP/1.1 200 OK\r\nDate: Sun, 01 Mar 2026 08:55:00 GMT\r\nContent-Length: 0\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      return true;
    });
    var transport = transport(Timeouts.USUAL, endpoint(host));

    get(transport);

    assertThat(transport.ahead()).isEqualTo(Duration.ofMinutes(-5));
  }

  @Test
  void readsAReasonPhraseOfAnyLength() {
    host.does(TestHost.status(500, "x".repeat(20_000), ""));

    assertThat(get(transport(Timeouts.USUAL, endpoint(host))).reason()).hasSize(20_000);
  }

  @Test
  void encodesFormsSoThatEveryCharacterSurvives() {
    var values = Parameters.none().with("net0", "virtio,bridge=vmbr0").with("x", "=;&+% ü");

    post(transport(Timeouts.USUAL, endpoint(host)), values);

    var asked = host.asked().getFirst();
    assertThat(asked.body()).isEqualTo("net0=virtio%2Cbridge%3Dvmbr0&x=%3D%3B%26%2B%25%20%C3%BC");
    assertThat(asked.headers())
        .containsEntry("content-type", "application/x-www-form-urlencoded")
        .containsEntry("content-length", "55")
        .doesNotContainKey("transfer-encoding");
  }

  @Test
  void sendsTheLengthOfAnEmptyForm() {
    post(transport(Timeouts.USUAL, endpoint(host)), Parameters.none());

    assertThat(host.asked().getFirst().headers()).containsEntry("content-length", "0");
  }

  @Test
  void putsParametersOfADeleteIntoTheQuery() {
    var path = ApiPath.of("nodes", "pve1", "tasks", "UPID:pve1:0:a@pam!t:");

    transport(Timeouts.USUAL, endpoint(host))
        .send(Verb.DELETE, path, Parameters.none().with("purge", true), Map.of());

    var asked = host.asked().getFirst();
    assertThat(asked.target())
        .isEqualTo("/api2/json/nodes/pve1/tasks/UPID%3Apve1%3A0%3Aa%40pam%21t%3A?purge=1");
    assertThat(asked.body()).isEmpty();
  }

  @Test
  void reusesAConnectionForReads() {
    var transport = transport(Timeouts.USUAL, endpoint(host));

    get(transport);
    get(transport);

    assertThat(host.connections()).isEqualTo(1);
  }

  @Test
  void writesOnAConnectionThatWasInUseAMomentAgo() {
    var transport = transport(Timeouts.USUAL, endpoint(host));

    get(transport);
    post(transport, Parameters.none());
    post(transport, Parameters.none());

    assertThat(host.connections()).isEqualTo(1);
  }

  @Test
  void leavesAConnectionBeforeTheHostDoes() {
    var transport = transport(Timeouts.USUAL, endpoint(host));

    for (int i = 0; i < 91; i++) {
      post(transport, Parameters.none());
    }

    assertThat(host.connections()).isEqualTo(2);
  }

  @Test
  void readsAgainWhenTheKeptConnectionIsDead() {
    var transport = transport(Timeouts.USUAL, endpoint(host));
    host.does((asked, socket) -> {
      TestHost.write(socket, 200, "OK", "{\"data\":1}");
      return false; // as after five idle seconds
    });

    for (int i = 0; i < 20; i++) {
      assertThat(get(transport).status()).isEqualTo(200);
    }
  }

  @Test
  void neverRepeatsAWriteWhoseAnswerIsLost() {
    host.does(TestHost.drop());
    var transport = transport(Timeouts.USUAL, endpoint(host));

    assertThatExceptionOfType(ProxmoxFailure.AnswerLost.class)
        .isThrownBy(() -> post(transport, Parameters.none()))
        .withMessageContaining("got the request, but its answer was lost");
    assertThat(host.asked()).hasSize(1);
  }

  @Test
  void doesNotSendALostWriteToAnotherHost() {
    host.does(TestHost.drop());
    var other = another();
    var transport = transport(Timeouts.USUAL, endpoint(host), endpoint(other));

    assertThatExceptionOfType(ProxmoxFailure.AnswerLost.class)
        .isThrownBy(() -> post(transport, Parameters.none()));
    assertThat(other.asked()).isEmpty();
  }

  @Test
  void sendsAWriteToTheNextHostWhenTheFirstIsDown() throws IOException {
    var transport = transport(Timeouts.USUAL, closedPort(), endpoint(host));

    assertThat(post(transport, Parameters.none()).status()).isEqualTo(200);
    assertThat(host.asked()).hasSize(1);
  }

  @Test
  void readsFromTheNextHostWhenTheFirstBreaksOff() {
    var other = another();
    host.does(TestHost.drop());
    var transport = transport(Timeouts.USUAL, endpoint(host), endpoint(other));

    assertThat(get(transport).status()).isEqualTo(200);
    assertThat(other.asked()).hasSize(1);
  }

  @Test
  void staysWithTheHostThatAnswered() {
    var other = another();
    host.does(TestHost.drop());
    var transport = transport(Timeouts.USUAL, endpoint(host), endpoint(other));
    get(transport);
    host.does(TestHost.json("1"));

    clock.advance(Duration.ofMinutes(5));
    get(transport);

    assertThat(other.asked()).hasSize(2);
  }

  @Test
  void saysWhereNobodyListens() throws IOException {
    var nobody = closedPort();

    assertThatExceptionOfType(ProxmoxFailure.Unreachable.class)
        .isThrownBy(() -> get(transport(Timeouts.USUAL, nobody)))
        .withMessage("Proxmox at %s cannot be reached: Connection refused", nobody);
  }

  @Test
  void saysWhichNameIsUnknown() {
    assertThatExceptionOfType(ProxmoxFailure.Unreachable.class)
        .isThrownBy(() -> get(transport(Timeouts.USUAL, new Endpoint("nosuch.invalid", 8006))))
        .withMessageContaining("nosuch.invalid");
  }

  @Test
  void givesUpOnASlowRead() {
    var never = new CountDownLatch(1);
    host.does((asked, socket) -> {
      time.advanceOnceAwaitedBy(1, TIMEOUTS.read());
      return never.await(5, TimeUnit.SECONDS);
    });

    assertThatExceptionOfType(ProxmoxFailure.Unreachable.class)
        .isThrownBy(() -> get(transport(TIMEOUTS, endpoint(host))))
        .withMessageContaining("is slow");
    never.countDown();
  }

  @Test
  void givesUpOnAnAnswerThatTricklesIn() {
    var over = new CountDownLatch(1);
    host.does((asked, socket) -> {
      var out = socket.getOutputStream();
      out.write(
          "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      for (int i = 0; i < 100 && !over.await(10, TimeUnit.MILLISECONDS); i++) {
        out.write(' ');
        out.flush();
        time.advance(TIMEOUTS.read().dividedBy(10));
      }
      return true;
    });

    assertThatExceptionOfType(ProxmoxFailure.Unreachable.class)
        .isThrownBy(() -> get(transport(TIMEOUTS, endpoint(host))))
        .withMessageContaining("is slow");
    over.countDown();
  }

  @Test
  void waitsLongerForAWriteThanForARead() throws InterruptedException {
    var arrived = new CountDownLatch(1);
    var readGaveUp = new CountDownLatch(1);
    host.does((asked, socket) -> {
      if (asked.verb().equals("POST")) {
        arrived.countDown();
      } else {
        time.advanceOnceAwaitedBy(2, TIMEOUTS.read());
      }
      readGaveUp.await(20, TimeUnit.SECONDS);
      TestHost.write(socket, 200, "OK", "{\"data\":null}");
      return true;
    });
    var transport = transport(TIMEOUTS, endpoint(host));
    var statuses = new ArrayList<Integer>();

    var writer =
        Thread.ofVirtual().start(() -> statuses.add(post(transport, Parameters.none()).status()));
    arrived.await();
    assertThatExceptionOfType(ProxmoxFailure.Unreachable.class).isThrownBy(() -> get(transport));
    readGaveUp.countDown();
    writer.join();

    assertThat(statuses).containsExactly(200);
  }

  @Test
  void outlastsTheThirtySecondsThatProxmoxItselfWaits() {
    assertThat(Timeouts.USUAL.write()).isGreaterThan(Duration.ofSeconds(30));
  }

  @Test
  void anInterruptedWriteIsALostAnswerToo() throws InterruptedException {
    var arrived = new CountDownLatch(1);
    var never = new CountDownLatch(1);
    var outcome = new ArrayList<Throwable>();
    host.does((asked, socket) -> {
      arrived.countDown();
      never.await(5, TimeUnit.SECONDS);
      return false;
    });
    var transport = transport(Timeouts.USUAL, endpoint(host));

    var writer =
        Thread.ofVirtual()
            .start(() -> {
              try {
                post(transport, Parameters.none());
              } catch (ProxmoxFailure e) {
                outcome.add(e);
              }
            });
    arrived.await();
    writer.interrupt();
    writer.join();
    never.countDown();

    assertThat(outcome).singleElement().isInstanceOf(ProxmoxFailure.AnswerLost.class);
  }

  @Test
  void neverPrintsValuesThatMayBeSecret() {
    var values = Parameters.none().with("password", "geheim");

    assertThat(values).hasToString("[password]");
    assertThat(new Call(Verb.POST, VERSION, values, Duration.ofSeconds(1)).toString())
        .doesNotContain("geheim");
  }

  private TestHost another() {
    var other = TestHost.start();
    opened.add(other);
    return other;
  }

  private Transport transport(Timeouts timeouts, Endpoint... hosts) {
    var transport =
        new Transport(Arrays.asList(hosts), new Trust.Anything(), timeouts, clock, time);
    opened.add(transport);
    return transport;
  }

  private static Endpoint endpoint(TestHost host) {
    return new Endpoint("localhost", host.port());
  }

  private static Endpoint closedPort() throws IOException {
    try (var once = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return new Endpoint("localhost", once.getLocalPort());
    }
  }

  private static HostAnswer get(Transport transport) {
    return transport.send(Verb.GET, VERSION, Parameters.none(), Map.of());
  }

  private static HostAnswer post(Transport transport, Parameters parameters) {
    return transport.send(Verb.POST, VERSION, parameters, Map.of());
  }
}
