package direttore.api.proxy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import direttore.api.FakeAccess;
import direttore.api.RawConnection;
import direttore.api.TestApi;
import direttore.domain.access.Grant;
import direttore.domain.access.Role;
import direttore.testkit.TestCertificate;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * The documented configuration, in a real nginx with TLS; only paths and ports are others. Skipped
 * where there is no nginx.
 */
@TestInstance(Lifecycle.PER_CLASS) // one certificate and one nginx for all
class NginxTest {
  private static final Path NGINX = Path.of("/usr/sbin/nginx");
  private static final Path DOCUMENTED = Path.of("../../docs/nginx/direttore.conf");
  private static final String NAME = "lab.example";

  private final TestApi api =
      TestApi.guarded(new TrustedProxies(List.of(AddressBlock.parse("127.0.0.1").orElseThrow())));
  private Path folder;
  private SSLSocketFactory trusting;
  private Process nginx;
  private int port;

  @BeforeAll
  void start(@TempDir Path made) throws Exception {
    folder = made;
    assumeTrue(Files.isExecutable(NGINX), "there is no nginx here");
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    var pair = TestCertificate.forHost(NAME);
    pair.write(folder.resolve("lab.example.pem"), folder.resolve("lab.example.key"));
    trusting = trusting(pair);
    Files.writeString(
        folder.resolve("direttore.conf"),
        replaced(
            replaced(
                replaced(Files.readString(DOCUMENTED), "127.0.0.1:8000", "127.0.0.1:" + api.port()),
                "listen 443 ssl;",
                "listen 127.0.0.1:" + port + " ssl;"),
            "/etc/nginx/lab.example",
            folder.resolve("lab.example").toString()));
    Files.writeString(
        folder.resolve("nginx.conf"),
        """
        daemon off; master_process off; pid nginx.pid; error_log error.log;
        events { worker_connections 64; }
        http {
          access_log off;
          client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi;
          uwsgi_temp_path uwsgi; scgi_temp_path scgi;
          include direttore.conf;
        }
        """);
    nginx =
        new ProcessBuilder(NGINX.toString(), "-p", folder.toString(), "-c", "nginx.conf")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output").toFile())
            .start();
    await().until(this::listens);
  }

  @AfterAll
  void stop() throws InterruptedException {
    if (nginx != null) {
      nginx.destroy();
      nginx.waitFor();
    }
    api.close();
  }

  private static String replaced(String text, String what, String by) {
    assertThat(text).contains(what);
    return text.replace(what, by);
  }

  private static SSLSocketFactory trusting(TestCertificate pair)
      throws IOException, GeneralSecurityException {
    var known = KeyStore.getInstance("PKCS12");
    known.load(null, null);
    known.setCertificateEntry(NAME, pair.certificate());
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(known);
    var context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context.getSocketFactory();
  }

  private boolean listens() throws IOException {
    assertThat(nginx.isAlive()).as(() -> said()).isTrue();
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (ConnectException e) {
      return false;
    }
  }

  private String said() {
    try {
      return Files.readString(folder.resolve("output"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** A connection to the name in the certificate, as browsers make it. */
  private RawConnection connect() {
    try {
      var plain = new Socket(InetAddress.getLoopbackAddress(), port);
      var socket = (SSLSocket) trusting.createSocket(plain, NAME, port, true);
      var parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      return new RawConnection(socket);
    } catch (IOException e) {
      throw new AssertionError(said(), e);
    }
  }

  private String ask(String head) {
    return send(head + "\r\nHost: lab.example\r\nConnection: close\r\n\r\n");
  }

  /** Without an end of what is sent, which nginx takes for a client that went away. */
  private String send(String request) {
    try (var connection = connect()) {
      connection.send(request);
      return connection.rest();
    }
  }

  private String signIn(String password, String... headers) {
    var body = "{\"name\":\"ana\",\"password\":\"%s\"}".formatted(password);
    return send(
        """
        POST /api/session HTTP/1.1
        Host: lab.example
        %s
        Content-Type: application/json
        Connection: close
        Content-Length: %d

        %s\
        """
            .formatted(String.join("\n", headers), body.getBytes(UTF_8).length, body)
            .replace("\n", "\r\n"));
  }

  @Test
  void answersThroughIt() {
    assertThat(ask("GET /health/live HTTP/1.1"))
        .startsWith("HTTP/1.1 200")
        .contains("Strict-Transport-Security:");
    assertThat(ask("GET /health/live HTTP/1.0")).startsWith("HTTP/1.1 200");
    assertThat(ask("GET /nowhere HTTP/1.1")).startsWith("HTTP/1.1 404");
  }

  @Test
  void peopleSignInThroughIt() {
    api.access.person("ana", Grant.everywhere(Role.USER));

    assertThat(signIn(FakeAccess.PASSWORD, "Origin: https://lab.example"))
        .startsWith("HTTP/1.1 200")
        .containsPattern("Set-Cookie: __Host-\\S+; .*Secure");
    assertThat(signIn(FakeAccess.PASSWORD, "Origin: http://lab.example"))
        .startsWith("HTTP/1.1 403");
  }

  @Test
  void eventsComeThroughItAsTheyHappen() {
    var ben = api.access.person("ben", Grant.everywhere(Role.USER));
    try (var stream = connect()) {
      stream.send(
          "GET /api/events HTTP/1.1\r\nHost: lab.example\r\nAuthorization: Bearer %s\r\n\r\n"
              .formatted(api.access.token(ben, Role.USER)));
      assertThat(stream.upTo("event: hello"))
          .startsWith("HTTP/1.1 200")
          .contains("text/event-stream");

      api.events.fire("operation", "0198c0de-5b1c-7000-8000-000000000001");

      assertThat(stream.upTo("\"subject\":\"0198c0de")).contains("event: operation");
    }
  }

  @Test
  void takesNoMoreThanDirettoreDoes() {
    var body = "x".repeat(300_000);

    assertThat(
            send(
                """
                POST /api/session HTTP/1.1
                Host: lab.example
                Content-Type: application/json
                Connection: close
                Content-Length: %d

                """
                        .formatted(body.length())
                        .replace("\n", "\r\n")
                    + body))
        .startsWith("HTTP/1.1 413");
  }

  @Test
  void nobodyHidesBehindIt() {
    signIn(
        "wrong",
        "Origin: https://lab.example",
        "Forwarded: for=1.1.1.1",
        "X-Forwarded-For: 2.2.2.2");

    assertThat(api.access.audit.getLast().action()).isEqualTo("sign-in");
    assertThat(api.access.audit.getLast().address()).isEqualTo("127.0.0.1");
  }
}
