package direttore.worker.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import direttore.domain.access.Audit;
import direttore.domain.access.AuditEntry;
import direttore.domain.access.Client;
import direttore.domain.access.CredentialCheck;
import direttore.domain.access.Grant;
import direttore.domain.access.PersonName;
import direttore.domain.access.Role;
import direttore.domain.access.Secret;
import direttore.domain.access.SessionRules;
import direttore.store.Database;
import direttore.store.TestDatabase;
import direttore.store.access.PgApiTokens;
import direttore.store.access.PgAudit;
import direttore.store.access.PgPeople;
import direttore.store.access.PgSessions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DashboardTest {
  private final HttpClient http = HttpClient.newHttpClient();
  private Database database;
  private JobStore store;
  private Dashboard dashboard;
  private CredentialCheck credentials;
  private PgAudit audit;
  private String operator;
  private String user;

  @BeforeEach
  void open() {
    database = TestDatabase.migrated();
    store = JobStore.over(database.pool());
    audit = new PgAudit(database);
    var people = new PgPeople(database, Clock.systemUTC(), UUID::randomUUID);
    var sessions = new PgSessions(database, UUID::randomUUID);
    var tokens = new PgApiTokens(database, UUID::randomUUID);
    operator = session(people, sessions, "olga", Role.OPERATOR);
    user = session(people, sessions, "ulf", Role.USER);
    credentials =
        new CredentialCheck(people, sessions, tokens, SessionRules.USUAL, Clock.systemUTC());
    dashboard =
        Dashboard.start(
            store,
            0,
            new OperatorsOnly(credentials, URI.create("http://127.0.0.1:8000")),
            Set.of("lab.example"),
            audit,
            Clock.systemUTC());
  }

  @AfterEach
  void close() {
    dashboard.close();
    store.close();
    database.close();
    http.close();
  }

  private static String session(PgPeople people, PgSessions sessions, String name, Role role) {
    var person = people.add(new PersonName(name), name, List.of(Grant.everywhere(role)), Set.of());
    var secret = Secret.fresh("");
    var now = Instant.now();
    sessions.open(person.id(), secret, new Client("127.0.0.1", "test"), now, now.plusSeconds(600));
    return secret.text();
  }

  @Test
  void showsItselfToOperators() throws Exception {
    var answer = send(request("/dashboard/overview").GET(), operator);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("<html");
  }

  @Test
  void tellsTheJobsToOperators() throws Exception {
    var answer = send(request("/api/jobs?state=ENQUEUED&offset=0&limit=10").GET(), operator);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("items");
  }

  @Test
  void tellsNothingToOthers() throws Exception {
    for (var path : List.of("/api/jobs", "/api/servers", "/sse/jobstats")) {
      assertThat(send(request(path).GET(), "wrong").statusCode()).as(path).isEqualTo(401);
      assertThat(send(request(path).GET(), user).statusCode()).as(path).isEqualTo(403);
    }
    assertThat(send(request("/dashboard").GET(), user).statusCode()).isEqualTo(403);
  }

  @Test
  void leadsStrangersToTheSignIn() throws Exception {
    for (var path : List.of("/", "/dashboard", "/dashboard/overview")) {
      var answer = send(request(path).GET(), "wrong");

      assertThat(answer.statusCode()).as(path).isEqualTo(302);
      assertThat(answer.headers().firstValue("Location")).contains("http://127.0.0.1:8000/sign-in");
    }
  }

  @Test
  void isOpenWhereNobodySignsIn() throws Exception {
    try (var open = open(0)) {
      var uri = URI.create("http://127.0.0.1:%d/api/version".formatted(open.port()));

      assertThat(http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()))
          .extracting(HttpResponse::statusCode)
          .isEqualTo(200);
    }
  }

  @Test
  void refusesWhatAnotherSiteSends() throws Exception {
    var request = request("/api/jobs/0190-0").header("Sec-Fetch-Site", "cross-site").DELETE();

    assertThat(send(request, operator).statusCode()).isEqualTo(403);
  }

  @Test
  void sendsNothingToOthers() throws Exception {
    var page = send(request("/dashboard").GET(), operator);
    var version = send(request("/api/version").GET(), operator);

    assertThat(page.headers().allValues("Content-Security-Policy"))
        .anyMatch(policy -> policy.contains("connect-src 'self'"));
    assertThat(version.body()).contains("\"allowAnonymousDataUsage\":false");
  }

  @Test
  void isNotThereOnOtherAddresses() throws Exception {
    for (var address : otherAddresses()) {
      assertThatExceptionOfType(ConnectException.class)
          .as("connecting to " + address)
          .isThrownBy(() -> connect(address));
    }
  }

  private static List<InetAddress> otherAddresses() throws IOException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(a -> !a.isLoopbackAddress())
        .toList();
  }

  private void connect(InetAddress address) throws IOException {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, dashboard.port()), 2000);
    }
  }

  @Test
  void namesTheSettingWhenItsPortIsBusy() {
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> open(dashboard.port()))
        .withMessageContaining("DASHBOARD_PORT");
  }

  private Dashboard open(int port) {
    return Dashboard.start(
        store, port, OperatorsOnly.everybody(), Set.of(), audit, Clock.systemUTC());
  }

  private List<AuditEntry> audited() {
    return audit.page(new Audit.Filter(null, "queue", null, null, null, null), Long.MAX_VALUE, 10);
  }

  private String raw(String head) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), dashboard.port())) {
      socket.getOutputStream().write((head + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      var line = new byte[64];
      var length = socket.getInputStream().read(line);
      return new String(line, 0, length, StandardCharsets.US_ASCII);
    }
  }

  @Test
  void answersToItsOwnNamesOnly() throws Exception {
    for (var host : List.of("evil.example", "127.0.0.1.evil.example", "localhost.evil:8001")) {
      assertThat(raw("GET /api/version HTTP/1.1\r\nHost: " + host))
          .as(host)
          .startsWith("HTTP/1.1 421");
    }
    for (var host : List.of("localhost:8001", "127.0.0.1", "[::1]:8001", "LAB.example")) {
      assertThat(raw("GET /api/version HTTP/1.1\r\nHost: " + host))
          .as(host)
          .startsWith("HTTP/1.1 401");
    }
  }

  @Test
  void takesWritesFromItsOwnPageOnlyAndKeepsThemInTheAudit() throws Exception {
    var job = "/api/jobs/" + UUID.randomUUID();
    var own = "http://127.0.0.1:" + dashboard.port();

    for (var origin : List.of("https://evil.example", "http://127.0.0.1:1", "null")) {
      var foreign = request(job).header("Origin", origin).DELETE();
      assertThat(send(foreign, operator).statusCode()).as(origin).isEqualTo(403);
    }
    assertThat(send(request(job).DELETE(), operator).statusCode()).isEqualTo(403);
    assertThat(audited()).isEmpty();

    send(request(job).header("Origin", own).DELETE(), operator);
    // Written when the answer is on its way.
    await()
        .untilAsserted(() ->
            assertThat(audited())
                .extracting(AuditEntry::who, AuditEntry::action, AuditEntry::target)
                .containsExactly(tuple("olga", "queue.delete", job.substring("/api/".length()))));
  }

  @Test
  void takesNoMoreThanAFewConnectionsAtOnce() throws Exception {
    var idle = new ArrayList<Socket>();
    try {
      for (int i = 0; i < 65; i++) {
        idle.add(new Socket(InetAddress.getLoopbackAddress(), dashboard.port()));
      }
      idle.getLast().setSoTimeout(10_000);
      assertThat(idle.getLast().getInputStream().read()).isEqualTo(-1);
    } finally {
      for (var socket : idle) {
        socket.close();
      }
    }
    await()
        .ignoreExceptions()
        .until(() -> send(request("/dashboard").GET(), operator).statusCode() == 200);
  }

  @Test
  void forbidsBrowsersWhatItDoesNotNeed() throws Exception {
    var headers = send(request("/dashboard").GET(), operator).headers();

    assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
    assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(
        URI.create("http://127.0.0.1:%d%s".formatted(dashboard.port(), path)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request, String session)
      throws IOException, InterruptedException {
    var cookies = "other=1; direttore_session=" + session;
    return http.send(request.header("Cookie", cookies).build(), BodyHandlers.ofString());
  }
}
