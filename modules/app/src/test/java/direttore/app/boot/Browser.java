package direttore.app.boot;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps cookies and shows each step; follows none by itself. */
final class Browser implements AutoCloseable {
  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(new LoopbackCookies()).build();

  /** Secure cookies come back to loopback addresses without TLS too, as in every browser. */
  private static final class LoopbackCookies extends CookieManager {
    private LoopbackCookies() {
      super(null, CookiePolicy.ACCEPT_ALL);
    }

    @Override
    public void put(URI uri, Map<String, List<String>> headers) throws IOException {
      var taken = new HashMap<>(headers);
      taken.replaceAll((name, values) ->
          values.stream().map(v -> v.replaceAll("(?i);\\s*secure(?=;|$)", "")).toList());
      super.put(uri, taken);
    }
  }

  /** Where an answer leads. */
  static URI next(HttpResponse<String> answer) {
    return answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow());
  }

  HttpResponse<String> get(URI uri) throws IOException {
    return send(HttpRequest.newBuilder(uri).header("Accept", "text/html").build());
  }

  HttpResponse<String> submit(URI uri, String form) throws IOException {
    return send(
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build());
  }

  /** As a page of ours does. */
  HttpResponse<String> post(URI uri, String json) throws IOException {
    return send(
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/json")
            .header("Sec-Fetch-Site", "same-origin")
            .POST(BodyPublishers.ofString(json))
            .build());
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
