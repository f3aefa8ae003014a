package direttore.api.guard;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.api.RawConnection;
import direttore.api.TestApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Requests in the forms that HTTP allows beside the usual one. */
class OldFormsTest {
  private final TestApi api = new TestApi();

  @AfterEach
  void stop() {
    api.close();
  }

  private String ask(String head) {
    return RawConnection.exchange(api.port(), head + "\r\n\r\n");
  }

  @Test
  void answersHttp10WithAHostAndEndsTheConnection() {
    try (var connection = new RawConnection(api.port())) {
      connection.send("GET /api/about HTTP/1.0\r\nHost: localhost\r\n\r\n");

      assertThat(connection.rest()).startsWith("HTTP/1.1 200").doesNotContain("chunked");
    }
    assertThat(ask("GET /api/about HTTP/1.0")).startsWith("HTTP/1.1 400");
    assertThat(ask("GET /api/about HTTP/1.0\r\nHost: evil.example")).startsWith("HTTP/1.1 421");
    assertThat(ask("POST /x HTTP/1.0\r\nHost: localhost\r\nTransfer-Encoding: chunked"))
        .startsWith("HTTP/1.1 400");
  }

  @Test
  void sendsHttp10NoAnswerInChunks() {
    assertThat(ask("GET /api/events HTTP/1.0\r\nHost: localhost"))
        .startsWith("HTTP/1.1 426")
        .contains("Upgrade: HTTP/1.1");
  }

  @Test
  void theAuthorityOfAnAbsoluteAddressCounts() {
    assertThat(ask("GET http://localhost/api/about HTTP/1.1\r\nHost: evil.example"))
        .startsWith("HTTP/1.1 200");
    assertThat(ask("GET HTTPS://lab.example:8443/api/about?x HTTP/1.1\r\nhost: localhost"))
        .startsWith("HTTP/1.1 200");
    assertThat(ask("GET http://localhost HTTP/1.1\r\nAccept: text/html\r\nHost: localhost"))
        .startsWith("HTTP/1.1 200");
    assertThat(ask("GET http://evil.example/api/about HTTP/1.1\r\nHost: localhost"))
        .startsWith("HTTP/1.1 421");
  }

  @Test
  void whatCameWithItIsReadOn() {
    try (var connection = new RawConnection(api.port())) {
      for (var target : new String[] {"http://localhost/api/about", "/nowhere"}) {
        connection.send("GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n".formatted(target));
      }

      assertThat(connection.answer().status()).isEqualTo(200);
      assertThat(connection.answer().status()).isEqualTo(404);
    }
  }

  @Test
  void everyMethodThatIsNotThereIsToldWithThoseThatAre() {
    for (var method : new String[] {"PUT", "PATCH", "TRACE", "PROPFIND", "DELETE", "QUERY"}) {
      assertThat(ask(method + " /api/about HTTP/1.1\r\nHost: localhost\r\nConnection: close"))
          .as(method)
          .startsWith("HTTP/1.1 405")
          .contains("Allow: GET, HEAD, OPTIONS");
    }
  }
}
