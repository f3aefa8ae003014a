package direttore.api.proxy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import direttore.api.RawConnection;
import direttore.api.TestApi;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The documented configuration, in a real nginx; skipped where there is none. */
class NginxTest {
  private static final Path NGINX = Path.of("/usr/sbin/nginx");
  private static final Path DOCUMENTED = Path.of("../../docs/nginx/direttore.conf");

  private final TestApi api =
      TestApi.guarded(new TrustedProxies(List.of(Network.parse("127.0.0.1").orElseThrow())));
  private Process nginx;
  private int port;

  @BeforeEach
  void start(@TempDir Path folder) throws IOException {
    assumeTrue(Files.isExecutable(NGINX), "there is no nginx here");
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    var server =
        Files.readString(DOCUMENTED)
            .replace("127.0.0.1:8000", "127.0.0.1:" + api.port())
            .replace("listen 443 ssl", "listen 127.0.0.1:" + port)
            .replaceAll("(?m)^ *ssl_certificate.*$", "");
    Files.writeString(
        folder.resolve("nginx.conf"),
        """
        daemon off; master_process off; pid nginx.pid; error_log error.log;
        events { worker_connections 64; }
        http {
          access_log off;
          client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi;
          uwsgi_temp_path uwsgi; scgi_temp_path scgi;
        %s
        }
        """
            .formatted(server));
    nginx =
        new ProcessBuilder(NGINX.toString(), "-p", folder.toString(), "-c", "nginx.conf")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output").toFile())
            .start();
    await().until(this::listens);
  }

  @AfterEach
  void stop() {
    if (nginx != null) {
      nginx.destroy();
    }
    api.close();
  }

  private boolean listens() throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (ConnectException e) {
      return false;
    }
  }

  private String ask(String head) {
    return send(head + "\r\nHost: lab.example\r\nConnection: close\r\n\r\n");
  }

  /** Without an end of what is sent, which nginx takes for a client that went away. */
  private String send(String request) {
    try (var connection = new RawConnection(port)) {
      connection.send(request);
      return connection.rest();
    }
  }

  @Test
  void answersThroughIt() {
    assertThat(ask("GET /health/live HTTP/1.1")).startsWith("HTTP/1.1 200");
    assertThat(ask("GET /health/live HTTP/1.0")).startsWith("HTTP/1.1 200");
    assertThat(ask("GET /nowhere HTTP/1.1")).startsWith("HTTP/1.1 404");
  }

  @Test
  void nobodyHidesBehindIt() {
    var body = "{\"name\":\"ana\",\"password\":\"wrong\"}";
    send(
        """
        POST /api/session HTTP/1.1
        Host: lab.example
        Origin: http://lab.example
        Forwarded: for=1.1.1.1
        X-Forwarded-For: 2.2.2.2
        Content-Type: application/json
        Connection: close
        Content-Length: %d

        %s\
        """
            .formatted(body.getBytes(UTF_8).length, body)
            .replace("\n", "\r\n"));

    assertThat(api.access.audit).hasSize(1);
    assertThat(api.access.audit.getFirst().address()).isEqualTo("127.0.0.1");
  }
}
