package direttore.worker.webhook;

import direttore.domain.time.Time;
import direttore.domain.webhook.AddressRule;
import direttore.domain.webhook.Deliveries.DueDelivery;
import direttore.domain.webhook.Signature;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webclient.api.DnsAddressLookup;
import io.helidon.webclient.api.HttpClientResponse;
import io.helidon.webclient.api.Proxy;
import io.helidon.webclient.api.WebClient;
import io.helidon.webclient.http1.Http1Client;
import io.helidon.webclient.http1.Http1ClientProtocolConfig;
import io.helidon.webclient.spi.DnsResolver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls webhooks: looks at the address that a name leads to, connects to that one and no other, and
 * follows no redirect.
 */
public final class WebhookCaller implements AutoCloseable {
  private static final int LONGEST_ANSWER = 200;

  private final AddressRule rule;
  private final Hosts hosts;
  private final Duration patience;
  private final Time time;
  private final Http1Client http;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("webhook-", 0).factory());

  /**
   * @param patience how long an answer may take as a whole
   */
  public WebhookCaller(AddressRule rule, Hosts hosts, Duration patience, Time time) {
    this.rule = rule;
    this.hosts = hosts;
    this.patience = patience;
    this.time = time;
    this.http =
        WebClient.builder()
            .proxy(Proxy.noProxy())
            .dnsResolver(new Checked())
            .connectTimeout(patience)
            .readTimeout(patience)
            .followRedirects(false)
            .keepAlive(false)
            .shareConnectionCache(false)
            .servicesDiscoverServices(false)
            .build()
            .client(Http1Client.PROTOCOL, Http1ClientProtocolConfig.create());
  }

  /** Where a name leads to. */
  @FunctionalInterface
  public interface Hosts {
    /** All of its addresses, one at the least. */
    InetAddress[] of(String name) throws UnknownHostException;
  }

  /**
   * What came of a call.
   *
   * @param words what was answered or went wrong, for people
   */
  public record Answer(boolean arrived, String words) {}

  /** Calls once. */
  public Answer call(DueDelivery delivery) {
    var secret = delivery.secret();
    if (secret == null) {
      return new Answer(false, "Its secret does not open with this key; make the webhook anew.");
    }
    var call = threads.submit(() -> answer(delivery, secret));
    try {
      return call.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      call.cancel(true);
      return tooSlow();
    } catch (InterruptedException e) {
      call.cancel(true);
      Thread.currentThread().interrupt();
      return new Answer(false, "Direttore was stopped meanwhile.");
    } catch (ExecutionException e) {
      return failure(e);
    }
  }

  private Answer answer(DueDelivery delivery, String secret) {
    var url = delivery.url();
    // Also where no name has to be looked up, as of an address.
    var _ = address(url.host());
    var request =
        http.post()
            .uri(url.value().toASCIIString())
            .skipUriEncoding(true)
            .header(HeaderValues.CONTENT_TYPE_JSON)
            .header(HeaderNames.USER_AGENT, "Direttore")
            .header(HeaderNames.create("X-Direttore-Event"), delivery.event())
            .header(HeaderNames.create("X-Direttore-Delivery"), delivery.id().toString())
            .header(
                HeaderNames.create("X-Direttore-Signature"),
                Signature.of(secret, time.now(), delivery.body()));
    try (var response = request.submit(delivery.body().getBytes(StandardCharsets.UTF_8))) {
      return answer(response);
    }
  }

  private static Answer answer(HttpClientResponse response) {
    var code = response.status().code();
    return switch (response.status().family()) {
      case SUCCESSFUL -> new Answer(true, "Answered %d.".formatted(code));
      case REDIRECTION ->
          new Answer(false, "Answered %d; redirects are not followed.".formatted(code));
      default -> new Answer(false, "Answered %d: %s".formatted(code, beginning(response)));
    };
  }

  private static String beginning(HttpClientResponse response) {
    if (!response.entity().hasEntity()) {
      return response.status().reasonPhrase();
    }
    try (var body = response.inputStream()) {
      var bytes = body.readNBytes(LONGEST_ANSWER);
      return new String(bytes, StandardCharsets.UTF_8).replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Answer tooSlow() {
    return new Answer(false, "No answer within %d seconds.".formatted(patience.toSeconds()));
  }

  private Answer failure(ExecutionException failure) {
    Throwable root = failure;
    for (var cause = root.getCause(); cause != null; cause = cause.getCause()) {
      root = cause;
    }
    return switch (root) {
      case Forbidden e -> new Answer(false, String.valueOf(e.getMessage()));
      case UnknownHostException _ -> new Answer(false, "The name of the host is not known.");
      case SocketTimeoutException _ -> tooSlow();
      default -> new Answer(false, "The call broke off: %s".formatted(root.getMessage()));
    };
  }

  /** One that a name leads to, if all of them may be called. */
  private InetAddress address(String name) {
    try {
      var all = hosts.of(name);
      for (var each : all) {
        if (!rule.allows(each)) {
          throw new Forbidden(
              "%s is %s, an address that is not of the Internet (WEBHOOK_PRIVATE_ADDRESSES)."
                  .formatted(name, each.getHostAddress()));
        }
      }
      return all[0];
    } catch (UnknownHostException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An address that must not be called. */
  private static final class Forbidden extends IllegalStateException {
    private static final long serialVersionUID = 1;

    private Forbidden(String why) {
      super(why);
    }
  }

  /** Looks at each address before it is connected to, so that no name can lead elsewhere since. */
  private final class Checked implements DnsResolver {
    @Override
    public InetAddress resolveAddress(String name, DnsAddressLookup lookup) {
      return address(name);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    http.closeResource();
  }
}
