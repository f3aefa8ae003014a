package direttore.simulator.pve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A running simulator and a client that trusts its certificate. */
public final class TestLab implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final PveSimulator simulator;
  private final HttpClient client;
  private final String token;

  /** A lab that hurries. */
  public TestLab() {
    this(PveOptions.forTests());
  }

  /** A lab of one's own. */
  public TestLab(PveOptions options) {
    this(PveSimulator.start(options), "");
  }

  private TestLab(PveSimulator simulator, String token) {
    this.simulator = simulator;
    this.token = token.isEmpty() ? simulator.apiToken() : token;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .sslContext(trusting(simulator.certificatePem()))
            .connectTimeout(Duration.ofSeconds(10))
            .build();
  }

  /** The same lab seen with another token. */
  public TestLab as(String otherToken) {
    return new TestLab(simulator, otherToken);
  }

  /** The simulator itself. */
  public PveSimulator simulator() {
    return simulator;
  }

  /** A GET below /api2/json. */
  public Reply get(String path) {
    return send("GET", path, Map.of());
  }

  /** A POST below /api2/json. */
  public Reply post(String path, Map<String, ?> form) {
    return send("POST", path, form);
  }

  /** A PUT below /api2/json. */
  public Reply put(String path, Map<String, ?> form) {
    return send("PUT", path, form);
  }

  /** A DELETE below /api2/json. */
  public Reply delete(String path) {
    return send("DELETE", path, Map.of());
  }

  /** Waits for the task that a call started, which must have been accepted. */
  public Ended ended(Reply started) {
    assertThat(started.message()).isEmpty();
    return ended(started.data().asText());
  }

  /** Waits for a task. */
  public Ended ended(String upid) {
    var node = List.of(upid.split(":", -1)).get(1);
    var task = "/nodes/%s/tasks/%s".formatted(node, encoded(upid));
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(10))
        .until(() -> get(task + "/status").data().path("status").asText().equals("stopped"));
    var log = get(task + "/log?limit=0").data();
    return new Ended(
        upid,
        get(task + "/status").data().path("exitstatus").asText(),
        StreamSupport.stream(log.spliterator(), false).map(l -> l.path("t").asText()).toList());
  }

  /** Does a request as it stands. */
  public HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A WebSocket with the token, to be completed. */
  public WebSocket.Builder webSocket() {
    return client.newWebSocketBuilder().header("Authorization", "PVEAPIToken=" + token);
  }

  /** A request with the token, to be completed. */
  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(simulator.url() + path))
        .header("Authorization", "PVEAPIToken=" + token);
  }

  @Override
  public void close() {
    simulator.close();
  }

  private Reply send(String method, String path, Map<String, ?> form) {
    var body =
        form.entrySet().stream()
            .map(e -> encoded(e.getKey()) + "=" + encoded(String.valueOf(e.getValue())))
            .collect(Collectors.joining("&"));
    var builder = request("/api2/json" + path);
    if (body.isEmpty()) {
      builder.method(method, HttpRequest.BodyPublishers.noBody());
    } else {
      builder
          .header("Content-Type", "application/x-www-form-urlencoded")
          .method(method, HttpRequest.BodyPublishers.ofString(body));
    }
    var response = send(builder.build());
    return reply(response);
  }

  /** An answer of the API. */
  public static Reply reply(HttpResponse<String> response) {
    var body = response.body();
    return new Reply(response.statusCode(), tree(body.startsWith("{") ? body : ""));
  }

  private static JsonNode tree(String body) {
    try {
      return JSON.readTree(body.isEmpty() ? "{}" : body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static SSLContext trusting(String pem) {
    try {
      var store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      var bytes = new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII));
      store.setCertificateEntry(
          "pve", CertificateFactory.getInstance("X.509").generateCertificate(bytes));
      var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      managers.init(store);
      var context = SSLContext.getInstance("TLS");
      context.init(null, managers.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An answer. */
  public record Reply(int status, JsonNode document) {

    /** What stands under data. */
    public JsonNode data() {
      return document.path("data");
    }

    /** The error's text without its newline, or empty. */
    public String message() {
      return document.path("message").asText().strip();
    }

    /** What is said of a parameter. */
    public String error(String parameter) {
      return document.path("errors").path(parameter).asText();
    }
  }

  /** A finished task. */
  public record Ended(String upid, String status, List<String> log) {
    public Ended {
      log = List.copyOf(log);
    }
  }
}
