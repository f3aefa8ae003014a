package direttore.api;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.api.guard.RequestLimits;
import direttore.api.http.AccessRules;
import direttore.api.proxy.AddressBlock;
import direttore.api.proxy.TrustedProxies;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClientTest {
  private static final String STOP = "/api/proxmox/nodes/pve1/vms/100/stop";

  private static TestApi api(TrustedProxies proxies, int perMinute) {
    return new TestApi(
        AccessRules.LOOPBACK_ONLY, Protections.of(RequestLimits.USUAL, proxies, perMinute));
  }

  private static String get(TestApi api, String path, String header) {
    return RawExchange.send(api.port(), "GET " + path + " HTTP/1.1", "Host: localhost", header);
  }

  private static String post(TestApi api) {
    return RawExchange.send(
        api.port(), "POST " + STOP + " HTTP/1.1", "Host: localhost", "Prefer: wait=0");
  }

  @Test
  void letsAClientWaitThatOrdersTooMuch() {
    try (var api = api(TrustedProxies.NONE, 3)) {
      for (var i = 0; i < 3; i++) {
        assertThat(post(api)).doesNotStartWith("HTTP/1.1 429");
      }

      assertThat(post(api))
          .startsWith("HTTP/1.1 429 Too Many Requests")
          .contains("urn:direttore:problem:too-many", "Retry-After: 20", "X-Request-Id: ");
      assertThat(api.client().get("/api/about").status()).isEqualTo(200);
    }
  }

  @Test
  void letsAClientWaitThatTriesWhatIsNotThere() {
    try (var api = api(TrustedProxies.NONE, 3)) {
      for (var i = 0; i < 3; i++) {
        assertThat(get(api, "/nowhere", "X: y")).startsWith("HTTP/1.1 404");
      }

      assertThat(get(api, "/api/about", "X: y")).startsWith("HTTP/1.1 429");
      assertThat(post(api)).startsWith("HTTP/1.1 429");
      assertThat(api.operations.count()).isZero();
    }
  }

  @Test
  void tellsClientsBehindATrustedProxyApart() {
    var loopback = new TrustedProxies(List.of(AddressBlock.parse("127.0.0.0/8").orElseThrow()));
    try (var api = api(loopback, 1)) {
      get(api, "/nowhere", "X-Forwarded-For: 203.0.113.7");

      assertThat(get(api, "/api/about", "X-Forwarded-For: 1.1.1.1, 203.0.113.7"))
          .startsWith("HTTP/1.1 429");
      assertThat(get(api, "/api/about", "X-Forwarded-For: 203.0.113.8")).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void doesNotListenToWhatStrangersSayOfThemselves() {
    try (var api = api(TrustedProxies.NONE, 1)) {
      get(api, "/nowhere", "X-Forwarded-For: 203.0.113.7");

      assertThat(get(api, "/api/about", "X-Forwarded-For: 203.0.113.8")).startsWith("HTTP/1.1 429");
    }
  }
}
