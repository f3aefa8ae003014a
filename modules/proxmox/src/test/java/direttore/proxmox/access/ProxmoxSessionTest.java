package direttore.proxmox.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import direttore.proxmox.failure.ProxmoxFailure;
import direttore.proxmox.transport.ApiPath;
import direttore.proxmox.transport.Parameters;
import direttore.proxmox.transport.Timeouts;
import direttore.proxmox.transport.Transport;
import direttore.testkit.SettableClock;
import direttore.testkit.TestHost;
import direttore.transport.Endpoint;
import direttore.transport.Trust;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProxmoxSessionTest {
  private static final ApiPath VERSION = ApiPath.of("version");
  private static final Credentials TOKEN =
      new Credentials.ApiToken("root@pam!direttore", "0000-secret");
  private static final Credentials LOGIN = new Credentials.Login("root@pam", "pass word+");
  private final TestHost host = TestHost.start();
  private final SettableClock clock = new SettableClock();
  private final AtomicInteger logins = new AtomicInteger();

  @AfterEach
  void stop() {
    host.close();
  }

  @Test
  void sendsTheTokenWithoutAnyTicketOrCsrfWord() {
    try (var session = session(TOKEN)) {
      session.post(VERSION, Parameters.none());
    }

    assertThat(host.asked().getFirst().headers())
        .containsEntry("authorization", "PVEAPIToken=root@pam!direttore=0000-secret")
        .doesNotContainKeys("cookie", "csrfpreventiontoken");
  }

  @Test
  void knowsUsersWhoAreNamedByTheirMailAddress() {
    var token = new Credentials.ApiToken("jane@corp.example@oidc!lab", "0000-secret");

    assertThat(token.id()).isEqualTo("jane@corp.example@oidc!lab");
    assertThat(new Credentials.Login("jane@corp.example@oidc", "x").user()).startsWith("jane@");
  }

  @Test
  void logsInOnceAndRepeatsTheCsrfWordOnWrites() {
    host.does(withTickets(TestHost.json("null")));
    try (var session = session(LOGIN)) {
      session.get(VERSION);
      session.put(VERSION, Parameters.none());
    }

    var asked = host.asked();
    assertThat(asked.get(0).body()).isEqualTo("username=root%40pam&password=pass%20word%2B");
    assertThat(asked.get(1).headers())
        .containsEntry("cookie", "PVEAuthCookie=PVE%3Aroot%40pam%3A1%3A%3Aab%2B%2F%3D")
        .doesNotContainKey("csrfpreventiontoken");
    assertThat(asked.get(2).headers()).containsEntry("csrfpreventiontoken", "csrf1");
    assertThat(asked).hasSize(3);
  }

  @Test
  void renewsTheTicketBeforeItsTwoHoursAreOver() {
    host.does(withTickets(TestHost.json("null")));
    try (var session = session(LOGIN)) {
      session.get(VERSION);
      clock.advance(Duration.ofMinutes(99));
      session.get(VERSION);
      assertThat(logins).hasValue(1);

      clock.advance(Duration.ofMinutes(2));
      session.get(VERSION);
      assertThat(logins).hasValue(2);
    }
  }

  @Test
  void logsInAgainOnceWhenATicketIsRefused() {
    host.does(
        withTickets((asked, socket) -> {
          var spent = asked.headers().getOrDefault("cookie", "").contains("%3A1%3A");
          TestHost.write(
              socket, spent ? 401 : 200, spent ? "No ticket" : "OK", spent ? "" : "{\"data\":7}");
          return !spent;
        }));

    try (var session = session(LOGIN)) {
      assertThat(session.post(VERSION, Parameters.none()).text()).isEqualTo("7");
    }
    assertThat(logins).hasValue(2);
  }

  @Test
  void givesUpWhenTheNewTicketIsRefusedToo() {
    host.does(withTickets(TestHost.status(401, "No ticket", "")));

    try (var session = session(LOGIN)) {
      assertThatExceptionOfType(ProxmoxFailure.Answered.class)
          .isThrownBy(() -> session.get(VERSION))
          .withMessageContaining("did not accept the credentials");
    }
    assertThat(logins).hasValue(2);
  }

  @Test
  void manyCallersShareOneLogin() throws Exception {
    host.does(withTickets(TestHost.json("null")));
    try (var session = session(LOGIN);
        var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<String> call = () -> session.get(VERSION).text();
      for (var done : pool.invokeAll(Collections.nCopies(20, call))) {
        done.get();
      }
    }
    assertThat(logins).hasValue(1);
  }

  @Test
  void restsAfterARefusedLogin() {
    host.does(TestHost.status(401, "authentication failure", "{\"data\":null}"));
    try (var session = session(LOGIN)) {
      for (int i = 0; i < 3; i++) {
        assertThatExceptionOfType(ProxmoxFailure.Answered.class)
            .isThrownBy(() -> session.get(VERSION))
            .satisfies(e -> assertThat(e.toString()).doesNotContain("pass word"));
      }
    }
    assertThat(host.asked()).hasSize(1);
  }

  @Test
  void saysThatASecondFactorNeedsAToken() {
    host.does(TestHost.json("{\"ticket\":\"PVE:!tfa!x\",\"NeedTFA\":1}"));

    try (var session = session(LOGIN)) {
      assertThatExceptionOfType(ProxmoxFailure.Answered.class)
          .isThrownBy(() -> session.get(VERSION))
          .withMessageContaining("use an API token");
    }
  }

  @Test
  void aWriteThatTheNodeDidNotAnswerInTimeIsALostAnswer() {
    host.does(TestHost.status(596, "Connection timed out", ""));

    try (var session = session(TOKEN)) {
      assertThatExceptionOfType(ProxmoxFailure.AnswerLost.class)
          .isThrownBy(() -> session.post(VERSION, Parameters.none()))
          .withMessageContaining("it may still do what was asked");
      assertThatExceptionOfType(ProxmoxFailure.Answered.class)
          .isThrownBy(() -> session.get(VERSION))
          .withMessageContaining("The node does not answer");
    }
  }

  @Test
  void saysThatSomethingElseAnswersThere() {
    host.does(TestHost.status(200, "OK", "<html>router login</html>"));

    try (var session = session(TOKEN)) {
      assertThatExceptionOfType(ProxmoxFailure.Unreadable.class)
          .isThrownBy(() -> session.get(VERSION));
    }
  }

  @Test
  void neverPrintsASecret() {
    assertThat(TOKEN).hasToString("API token root@pam!direttore");
    assertThat(LOGIN).hasToString("login of root@pam");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Credentials.ApiToken("root", "geheim"))
        .withMessageNotContaining("geheim");
  }

  private TestHost.Behaviour withTickets(TestHost.Behaviour others) {
    return (asked, socket) -> {
      if (!asked.target().equals("/api2/json/access/ticket")) {
        return others.answer(asked, socket);
      }
      var n = logins.incrementAndGet();
      return TestHost.json(
              "{\"ticket\":\"PVE:root@pam:%d::ab+/=\",\"CSRFPreventionToken\":\"csrf%d\"}"
                  .formatted(n, n))
          .answer(asked, socket);
    };
  }

  private ProxmoxSession session(Credentials credentials) {
    var hosts = List.of(new Endpoint("localhost", host.port()));
    var transport = new Transport(hosts, new Trust.Anything(), Timeouts.USUAL, clock);
    return new ProxmoxSession(transport, credentials, clock);
  }
}
