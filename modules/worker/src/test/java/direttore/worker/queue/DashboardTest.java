package direttore.worker.queue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.store.Database;
import direttore.store.TestDatabase;
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
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DashboardTest {
  private final HttpClient http = HttpClient.newHttpClient();
  private Database database;
  private JobStore store;
  private Dashboard dashboard;

  @BeforeEach
  void open() {
    database = TestDatabase.migrated();
    store = JobStore.over(database.pool());
    dashboard = Dashboard.start(store, 0, "admin", "right horse");
  }

  @AfterEach
  void close() {
    dashboard.close();
    store.close();
    database.close();
    http.close();
  }

  @Test
  void showsItselfToWhoKnowsThePassword() throws Exception {
    var answer = send(request("/dashboard/overview").GET(), "right horse");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("<html");
  }

  @Test
  void tellsTheJobsToWhoKnowsThePassword() throws Exception {
    var answer = send(request("/api/jobs?state=ENQUEUED&offset=0&limit=10").GET(), "right horse");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("items");
  }

  @Test
  void tellsNothingWithoutThePassword() throws Exception {
    for (var path : List.of("/", "/dashboard", "/api/jobs", "/api/servers", "/sse/jobstats")) {
      assertThat(send(request(path).GET(), "wrong").statusCode()).as(path).isEqualTo(401);
    }
  }

  @Test
  void refusesWhatAnotherSiteSends() throws Exception {
    var request = request("/api/jobs/0190-0").header("Sec-Fetch-Site", "cross-site").DELETE();

    assertThat(send(request, "right horse").statusCode()).isEqualTo(403);
  }

  @Test
  void sendsNothingToOthers() throws Exception {
    var page = send(request("/dashboard").GET(), "right horse");
    var version = send(request("/api/version").GET(), "right horse");

    assertThat(page.headers().allValues("Content-Security-Policy")).contains("connect-src 'self'");
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
        .isThrownBy(() -> Dashboard.start(store, dashboard.port(), "admin", "x"))
        .withMessageContaining("DASHBOARD_PORT");
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(
        URI.create("http://127.0.0.1:%d%s".formatted(dashboard.port(), path)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request, String password)
      throws IOException, InterruptedException {
    var login = Base64.getEncoder().encodeToString(("admin:" + password).getBytes(UTF_8));
    return http.send(
        request.header("Authorization", "Basic " + login).build(), BodyHandlers.ofString());
  }
}
